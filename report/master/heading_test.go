package master

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestHintedHeadings has headings as people write them, with hints, notes and marks: what each is taken for, and what is not.
func TestHintedHeadings(t *testing.T) {
	t.Parallel()
	o := shipped(t)
	m := newMatcher(o.Vocabulary, o.Rules)
	for heading, want := range map[string]report.Field{
		"Due date (DD/MM/YYYY)": report.FieldDue, "Due date [dd-mmm-yy]": report.FieldDue, "Due date DD/MM/YYYY": report.FieldDue, "Due (if known)": report.FieldDue,
		"Status [note 1]": report.FieldStatus, "Status*": report.FieldStatus, "Status¹": report.FieldStatus, "2. Status": report.FieldStatus, "(4) Status": report.FieldStatus,
		"Status as at 31 March": report.FieldStatus, "Status at 30 June 2023": report.FieldStatus, "Status (31/03/2023)": report.FieldStatus, "Status Q2 2023/24": report.FieldStatus,
		"Status - please select": report.FieldStatus, "Status: see note 3": report.FieldStatus, "Status (Open/Closed)": report.FieldStatus, "Status\n(drop-down)": report.FieldStatus,
		"Theme*": report.FieldTheme, "Theme (from the list": report.FieldTheme, "Lead officer / owner": report.FieldOwner, "Owner or lead": report.FieldOwner, "Lead officer(s)": report.FieldOwner,
		"RAG / status": report.FieldStatus, "Recommendation (verbatim)": report.FieldRecommendation, "Ref. †": report.FieldRef,
		"Statws (gweler nodyn 2)": report.FieldStatus, "Statws fel yr oedd ar 31 Mawrth 2023": report.FieldStatus, "Statws ar 30 Medi 2023": report.FieldStatus,
		"Dyddiad targed (DD/MM/BBBB)": report.FieldDue, "Thema*": report.FieldTheme, "Perchennog neu arweinydd": report.FieldOwner, "3. Argymhelliad": report.FieldRecommendation,
	} {
		is, ok := m.hintedHeading(heading)
		assert.True(t, ok && !is.qualified, heading)
		assert.Equal(t, want, is.field, heading)
	}
	for _, heading := range []string{"Due date (original)", "Status (previous)", "Status - last month", "Recommendation (in Welsh)", "Response (issuer)", "Status (sign-off)",
		"Owner / due date", "Completed (Y/N)", "Progress (%)", "Progress (RAG)", "RAG / progress", "Statws (blaenorol)", "Dyddiad targed (gwreiddiol)", "Ymateb (yn Saesneg)",
		"Ward", "Cost of delay", "Sub-status", "Status of the building", "RAG", "2023", "", "1.", "(DD/MM/YYYY)"} {
		is, ok := m.hintedHeading(heading)
		assert.False(t, ok && !is.qualified, "%s: %v", heading, is)
	}
}

// TestHeadingsThatAreUsed has masters with hinted headings: what is read, and what is pointed out.
func TestHeadingsThatAreUsed(t *testing.T) {
	t.Parallel()
	row := []any{"1", "Training", "Train", "In progress"}
	for _, c := range []struct {
		name   string
		heads  []any
		more   []any
		status string
		due    string
		extra  []string
		want   []string
	}{
		{"all with marks", []any{"Ref*", "2. Theme", "Recommendation (in full)", "Status [note 1]", "Due date (DD/MM/YYYY)"}, []any{"31/12/2023"}, "In progress", "2023-12-31", nil, nil},
		{"all in Welsh, with notes", []any{"Cyf*", "Thema (gweler y rhestr)", "Argymhelliad [1]", "Statws as at 31 Mawrth", "Dyddiad targed (DD/MM/BBBB)"}, []any{"31/12/2023"}, "In progress", "2023-12-31", nil, nil},
		{"an exact one goes before one with a hint", []any{"Ref", "Theme", "Recommendation", "Status as at 31 March", "Status"}, []any{"Complete"}, "Complete", "", []string{"In progress"}, []string{"column-like-known D1"}},
		{"the latest of several", []any{"Ref", "Theme", "Recommendation", "Status at 31 March 2023", "Status at 30 June 2023"}, []any{"Complete"}, "Complete", "", []string{"In progress"}, []string{"duplicate-column D1"}},
		{"the latest of several, from the right", []any{"Ref", "Theme", "Recommendation", "Status Q2 2023", "Status Q1 2023"}, []any{"Complete"}, "In progress", "", []string{"Complete"}, []string{"duplicate-column E1"}},
		{"a qualified one is pointed out", []any{"Ref", "Theme", "Recommendation", "Status", "Response (issuer)"}, []any{"x"}, "In progress", "", []string{"x"}, []string{"column-like-known E1"}},
		{"a slip", []any{"Ref", "Theme", "Recommendation", "Status", "Sign-of"}, []any{"agreed"}, "In progress", "", []string{"agreed"}, []string{"column-like-known E1"}},
		{"a slip in Welsh", []any{"Cyf", "Thema", "Argymhelliad", "Statws", "Perchenog"}, []any{"x"}, "In progress", "", []string{"x"}, []string{"column-like-known E1"}},
		{"a column of dates", []any{"Ref", "Theme", "Recommendation", "Status", "Milestone"}, []any{"31/12/2023"}, "In progress", "", []string{"31/12/2023"}, []string{"column-of-dates E1"}},
		{"short words are alike by chance", []any{"Ref", "Theme", "Recommendation", "Status", "Stage"}, []any{"x"}, "In progress", "", []string{"x"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := ReadBytes("m.xlsx", workbook(t, [][]any{c.heads, append(row[:4:4], c.more...)}), shipped(t))
			require.NoError(t, err)
			rec := theOne(t, r)
			assert.Equal(t, c.status, rec.Status)
			assert.Equal(t, c.due, rec.Due.String())
			if c.want == nil {
				c.want = []string{}
			}
			assert.Equal(t, c.want, found(r))
			assert.Equal(t, c.extra, rec.Extra)
		})
	}
}

// TestMostlyDates holds that a column of dates is one of which more than half is dates, and that the template can keep it.
func TestMostlyDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		dates, others int
		want          int
	}{{2, 1, 1}, {2, 2, 0}, {1, 0, 1}, {0, 0, 0}} {
		rows := [][]any{append(heads(), "Milestone")}
		for i := range c.dates + c.others + 1 {
			var cell any
			if i < c.dates {
				cell = fmt.Sprintf("%02d/09/2023", i+1)
			} else if i < c.dates+c.others {
				cell = "soon"
			}
			rows = append(rows, []any{fmt.Sprint(i), "Data", "Text", "Open", cell})
		}
		o := shipped(t)
		r, err := ReadBytes("m.xlsx", workbook(t, rows), o)
		require.NoError(t, err)
		assert.Len(t, r.Problems, c.want, "%+v", c)
		o.Vocabulary.Kept = []string{"MILESTONE"}
		r, err = ReadBytes("m.xlsx", workbook(t, rows), o)
		require.NoError(t, err)
		assert.Empty(t, r.Problems)
	}
}

// TestTemplateGivesHeading holds that a heading which the template gives to one column is no other's.
func TestTemplateGivesHeading(t *testing.T) {
	t.Parallel()
	for heading, field := range map[string]report.Field{"Response": report.FieldStatus, "Status": report.FieldResponse, "Priority": report.FieldTheme, "Ymateb": report.FieldStatus, "Source": report.FieldOwner} {
		o := shipped(t)
		o.Vocabulary.Columns = map[report.Field][]string{report.FieldRef: {"A"}, report.FieldTheme: {"B"}, report.FieldRecommendation: {"C"}, report.FieldStatus: {"D"}}
		o.Vocabulary.Columns[field] = append(o.Vocabulary.Columns[field], heading)
		m := newMatcher(o.Vocabulary, o.Rules)
		got, known := m.columns.find(heading)
		assert.True(t, known)
		assert.Equal(t, field, got, heading)
	}
}

// TestMissingColumnsNameWhatThereIs holds that the message about missing columns lists the headings and what they would be taken for.
func TestMissingColumnsNameWhatThereIs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		heads []any
		want  string
	}{
		{[]any{"No", "Theme", "Recommendation", "Where are we"}, "missing-column: No → Ref; Theme; Recommendation; Where are we → Status?"},
		{[]any{"Cyf", "Thema", "Argymhelliad", "Ble rydym ni"}, "missing-column: Cyf → Ref; Thema → Theme; Argymhelliad → Recommendation; Ble rydym ni → Status?"},
		{[]any{"Ref", "Theme", "Recommendation", "Statsu"}, "missing-column-like: Ref; Theme; Recommendation; Statsu → Status?"},
		{[]any{"Point", "Area", "What they said", "Where are we"}, "headings-unknown: Point; Area; What they said; Where are we → Status?"},
	} {
		o := shipped(t)
		o.Guess = func(out *Outline) { out.Columns[3].Field = report.FieldStatus }
		_, err := ReadBytes("m.xlsx", workbook(t, [][]any{c.heads, {"1", "Data", "Text", "Open"}, {"2", "Data", "Text", "Open"}}), o)
		var u *Unusable
		require.ErrorAs(t, err, &u)
		assert.Equal(t, c.want, u.Problem.Code+": "+u.Problem.Args["Found"])
		assert.Contains(t, u.Error(), "m.xlsx")
	}
}
