package master

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// signOffRows makes a CSV master with a column under the heading: so many rows that are not complete and so many of them agreed, and
// four that are complete, of which one is agreed.
func signOffRows(heading, word string, open, agreed int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Ref,Theme,Recommendation,Status,%s\n", heading)
	for i := range open {
		entry := ""
		if i < agreed {
			entry = word
		}
		fmt.Fprintf(&b, "%d,Training,Train number %d,In progress,%s\n", i+1, i+1, entry)
	}
	for i := range 4 {
		entry := ""
		if i == 0 {
			entry = word
		}
		fmt.Fprintf(&b, "c%d,Training,Train all of %d,Complete,%s\n", i+1, i+1, entry)
	}
	return b.String()
}

// TestSignOffThatMayBeTheAnswer tries headings that may mean the answer to the recommendation, on both sides of a quarter.
func TestSignOffThatMayBeTheAnswer(t *testing.T) {
	t.Parallel()
	const used, question, kept = "used", "warning at E1", "note at E1"
	cases := []struct {
		name, heading, word string
		open, agreed        int
		policy              report.SignOffPolicy
		first               string // under sign_off in the template, before the others
		want                string
	}{
		{name: "a quarter", heading: "Approval", word: "Approved", open: 8, agreed: 2, want: used},
		{name: "one more than a quarter", heading: "Approval", word: "Approved", open: 8, agreed: 3, want: question},
		{name: "no row open", heading: "Approval", word: "Approved", want: used},
		{name: "one open and agreed", heading: "Approval", word: "Approved", open: 1, agreed: 1, want: question},
		{name: "yes", heading: "Approval status", word: "Yes", open: 8, agreed: 8, want: question},
		{name: "in Welsh, a quarter", heading: "Cymeradwyaeth", word: "Cymeradwywyd", open: 4, agreed: 1, want: used},
		{name: "in Welsh, one more", heading: "Cymeradwyaeth", word: "Cymeradwywyd", open: 4, agreed: 2, want: question},
		{name: "refused", heading: "Approval", word: "Refused", open: 8, agreed: 8, want: used},
		{name: "plainly the issuer's", heading: "Sign-off", word: "Agreed", open: 8, agreed: 8, want: used},
		{name: "plainly the issuer's in Welsh", heading: "Safbwynt y corff", word: "Cytunwyd", open: 8, agreed: 8, want: used},
		{name: "not in the template", heading: "Agreed?", word: "Yes", open: 8, agreed: 3, want: kept},
		{name: "not in the template, a quarter", heading: "Agreed?", word: "Yes", open: 8, agreed: 2, want: "none"},
		{name: "not in the template, in Welsh", heading: "Derbyniwyd?", word: "Ydy", open: 8, agreed: 8, want: kept},
		{name: "a person", heading: "Approved by", word: "Yes", open: 8, agreed: 8, want: "none"},
		{name: "the team's own word", heading: "Approval", word: "Approved", open: 8, agreed: 8, first: "Approval", want: used},
		{name: "sign-off is ignored", heading: "Approval", word: "Approved", open: 8, agreed: 8, policy: report.SignOffIgnored, want: "none"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			o := options()
			o.Rules = &report.Rules{Themes: themes(), SignOff: c.policy}
			v := *o.Vocabulary
			v.Columns = map[report.Field][]string{}
			for f, words := range o.Vocabulary.Columns {
				v.Columns[f] = words
			}
			v.Columns[report.FieldSignOff] = []string{"Sign-off", "Approval", "Approval status", "Cymeradwyaeth", "Safbwynt y corff"}
			if c.first != "" {
				v.Columns[report.FieldSignOff] = append([]string{c.first}, v.Columns[report.FieldSignOff]...)
			}
			v.SignOffs = map[report.SignOff][]string{report.Agreed: {"Agreed", "Approved", "Yes", "Cymeradwywyd", "Cytunwyd", "Ydy"}, report.Refused: {"Refused"}}
			o.Vocabulary = &v
			register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte(signOffRows(c.heading, c.word, c.open, c.agreed))), o)
			require.NoError(t, err)
			assert.Equal(t, c.want, signOffSays(register))
			assert.Equal(t, c.want != used, len(register.ExtraColumns) == 1, "what is not used is kept as a column of the team's own")
		})
	}
}

// signOffSays tells what became of the column.
func signOffSays(register *report.Register) string {
	for _, p := range register.Problems {
		if p.Code == "sign-off-doubtful" {
			return string(p.Level) + " at " + p.Cell
		}
	}
	if register.Has(report.FieldSignOff) {
		return "used"
	}
	return "none"
}

// TestSignOffColumnWithoutEntries holds when the note on an empty column is at hand.
func TestSignOffColumnWithoutEntries(t *testing.T) {
	t.Parallel()
	read := func(csv string) *report.Problem {
		register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte(csv)), options())
		require.NoError(t, err)
		return register.EmptySignOff
	}
	head := "Ref,Theme,Recommendation,Status,Sign-off\n"
	empty := read(head + "1,Training,Train,Complete,\n2,Training,Train more,In progress, \n")
	require.NotNil(t, empty)
	assert.Equal(t, "E1", empty.Cell)
	assert.Equal(t, report.Note, empty.Level)
	assert.Nil(t, read(head+"1,Training,Train,Complete,\n2,Training,Train more,In progress,Not asked\n"), "not asked is an entry")
	assert.Nil(t, read(head+"1,Training,Train,Complete,?\n"), "a word that is not known is one too")
	assert.Nil(t, read("Ref,Theme,Recommendation,Status\n1,Training,Train,Complete\n"))
}
