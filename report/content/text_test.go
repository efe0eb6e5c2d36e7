package content

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMarksOfAMessageBecomeRuns: bold words and links, which may go on in the next piece; what has no partner is text.
func TestMarksOfAMessageBecomeRuns(t *testing.T) {
	t.Parallel()
	b := func(s string) Run { return Run{Text: s, Bold: true} }
	key := func(s string) Run { return Run{Text: s, Key: s} }
	p := func(s string) Run { return Run{Text: s} }
	for _, c := range []struct {
		said string
		want Text
		bold bool // at its end
	}{
		{"", nil, false},
		{"plain words", Text{p("plain words")}, false},
		{"a **bold** word", Text{p("a "), b("bold"), p(" word")}, false},
		{"**bold to the end", Text{b("bold to the end")}, true},
		{"see [[11a]] and [[3]]", Text{p("see "), key("11a"), p(" and "), key("3")}, false},
		{"**see [[3]]** now", Text{b("see "), {Text: "3", Key: "3", Bold: true}, p(" now")}, false},
		{"[[ without an end", Text{p("[[ without an end")}, false},
		{"an end ]] alone", Text{p("an end ]] alone")}, false},
		{"****", nil, false},
		{"[[]]", nil, false},
	} {
		bold := false
		assert.Equal(t, c.want, ownRuns(c.said, &bold, Said{}), c.said)
		assert.Equal(t, c.bold, bold, c.said)
	}
	bold := true
	assert.Equal(t, Text{b("still "), p("and no more")}, ownRuns("still **and no more", &bold, Said{}), "bold from the piece before")
	said := Said{ID: "lead.open", Main: true}
	assert.Equal(t, Text{{Text: "word", Said: said}}, ownRuns("word", new(bool), said))
}

// TestMarkedIsWhatOwnRunsRead: the marks of a text, read again, are the text.
func TestMarkedIsWhatOwnRunsRead(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"plain", "a **bold** word", "see [[11a]] and [[3]]", "**all of it**", "**see [[3]]** now", "[[1]]"} {
		text := ownRuns(said, new(bool), Said{})
		assert.Equal(t, said, text.marked())
		assert.Equal(t, strings.NewReplacer("**", "", "[[", "", "]]", "").Replace(said), text.Plain())
	}
	assert.Empty(t, Text(nil).marked())
	assert.Empty(t, Text(nil).Plain())
}

// TestAChangedBeginningKeepsWhatStandsBehindIt: where Welsh changes the first letter of a value, its addresses stay.
func TestAChangedBeginningKeepsWhatStandsBehindIt(t *testing.T) {
	t.Parallel()
	ref := Ref{Place: PlaceWord, Of: "standing", Name: "complete"}
	text := Text{{Text: "cwblhawyd", Ref: ref}, {Text: " ddoe"}}
	changed := text.changedTo("gwblhawyd ddoe")
	assert.Equal(t, Text{{Text: "gwblhawyd", Ref: ref}, {Text: " ddoe"}}, changed)
	assert.Equal(t, "cwblhawyd", text[0].Text, "the text itself is as it was")
	assert.Equal(t, text, text.changedTo("cwblhawyd ddoe"))
	assert.Nil(t, Text(nil).changedTo("x"))
	bold := Text{{Text: "pedwar", Bold: true}}
	assert.Equal(t, Text{{Text: "phedwar", Bold: true}}, bold.changedTo("**phedwar**"))
	key := Text{{Text: "3", Key: "3"}}
	assert.Equal(t, key, key.changedTo("[[3]]"))
}

// TestLooksAndBoldAreOfACopy: a text that is used twice does not change.
func TestLooksAndBoldAreOfACopy(t *testing.T) {
	t.Parallel()
	text := Text{{Text: "a"}, {Text: "b", Bold: true}}
	assert.Equal(t, Text{{Text: "a", Look: LookAlarm}, {Text: "b", Bold: true, Look: LookAlarm}}, text.looking(LookAlarm))
	assert.Equal(t, Text{{Text: "a", Bold: true}, {Text: "b", Bold: true}}, text.bold())
	assert.Equal(t, Text{{Text: "a"}, {Text: "b", Bold: true}}, text)
	assert.Nil(t, plain(""))
}

// TestTextsComeBackFromTheirFile: words alone are a string, and everything that a run carries comes back.
func TestTextsComeBackFromTheirFile(t *testing.T) {
	t.Parallel()
	for file, text := range map[string]Text{
		`"plain"`:                            {{Text: "plain"}},
		`""`:                                 {{}},
		`[{"t":"bold","b":true}]`:            {{Text: "bold", Bold: true}},
		`[{"t":"a"},{"t":"b","k":"3"}]`:      {{Text: "a"}, {Text: "b", Key: "3"}},
		`[{"t":"x","l":"cy"}]`:               {{Text: "x", Lang: "cy"}},
		`[{"t":"x","look":"muted"}]`:         {{Text: "x", Look: LookMuted}},
		`[{"t":"x","review":"custody"}]`:     {{Text: "x", RunOf: &RunOf{Paper: "custody"}}},
		`[{"t":"x","s":{"id":"lead"}}]`:      {{Text: "x", Said: Said{ID: "lead"}}},
		`[{"t":"5","r":"figure/all//open"}]`: {{Text: "5", Ref: Ref{Place: PlaceFigure, Of: "all", Name: "open"}}},
		`[{"t":"5","r":"before///open","more":[{"r":"setting///days","less":true}]}]`: {{Text: "5", Ref: Ref{Place: PlaceBefore, Name: "open"},
			RunOf: &RunOf{Terms: []Term{{Ref: Ref{Place: PlaceSetting, Name: "days"}, Less: true}}}}},
	} {
		data, err := json.Marshal(text)
		require.NoError(t, err)
		assert.Equal(t, file, string(data))
		var back Text
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, text, back)
	}
	var text Text
	for _, wrong := range []string{`5`, `{"t":"x"}`, `[{"t":"x","r":"a/b/c/d/e"}]`, `[{"t":"x","r":"a#one"}]`, `[{"t":"x","r":"a@one"}]`, `[{"t":"x","r":"a/%zz"}]`} {
		assert.Error(t, json.Unmarshal([]byte(wrong), &text), wrong)
	}
}

// TestAddressesComeBack, whatever signs a key or an id has.
func TestAddressesComeBack(t *testing.T) {
	t.Parallel()
	for want, ref := range map[string]Ref{
		"":                                     {},
		"all":                                  {Place: PlaceAll},
		"figure/themes/training/overdue":       {Place: PlaceFigure, Of: "themes", ID: "training", Name: "overdue"},
		"figure/themes/training/overdue@3":     {Place: PlaceFigure, Of: "themes", ID: "training", Name: "overdue", Element: 3},
		"trend///complete#2":                   {Place: PlaceTrend, Name: "complete", Index: 2},
		"action//3%402/due#1@4":                {Place: PlaceAction, ID: "3@2", Name: "due", Index: 1, Element: 4},
		"recommendation//3%2F2%23a%20b%25/due": {Place: PlaceRecommendation, ID: "3/2#a b%", Name: "due"},
	} {
		assert.Equal(t, want, ref.String())
		var back Ref
		require.NoError(t, back.UnmarshalText([]byte(want)))
		assert.Equal(t, ref, back)
		assert.Equal(t, want == "", ref.IsZero())
	}
	list := Ref{Place: PlaceRated, Name: "red"}
	assert.Equal(t, "rated///red@1", list.at(0).String())
	assert.Equal(t, "rated///amber", list.named("amber").String())
	assert.Equal(t, "rated///red", list.String(), "the list itself is as it was")
}

// TestNamesOfColumnsAreForExcel: one line each, none empty, none twice in letters of any case, and of 255 units at most.
func TestNamesOfColumnsAreForExcel(t *testing.T) {
	t.Parallel()
	taken := map[string]bool{}
	assert.Equal(t, "Owner", Unique("Owner", 255, taken))
	assert.Equal(t, "OWNER (2)", Unique("OWNER", 255, taken))
	assert.Equal(t, "Owner (3)", Unique("Owner", 255, taken))
	assert.Equal(t, "Owner (2) (2)", Unique("Owner (2)", 255, taken), "the number is taken too")
	long := strings.Repeat("x", 20)
	assert.Equal(t, long, Unique(long, 20, taken))
	second := Unique(long, 20, taken)
	assert.True(t, strings.HasSuffix(second, " (2)"), second)
	assert.LessOrEqual(t, len([]rune(second)), 20)
}
