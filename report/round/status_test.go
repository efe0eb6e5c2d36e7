package round

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/round/merge"
)

// ownWords gives a master words for statuses of its own: two that are offered mean in progress.
func ownWords(s *Setting, register string) {
	for i := range s.Masters {
		m := &s.Masters[i]
		if m.Pack.Register.Name != register {
			continue
		}
		words := *s.Vocabulary
		words.States = map[report.State][]string{}
		for state, list := range s.Vocabulary.States {
			words.States[state] = list
		}
		words.States[report.InProgress] = append([]string{"In progress", "With legal", "Gyda'r gyfraith"}, words.States[report.InProgress]...)
		m.Vocabulary = &words
		m.Offered = []Offered{{report.InProgress, report.Text{"en": "In progress"}}, {report.InProgress, report.Text{"en": "With legal", "cy": "Gyda'r gyfraith"}},
			{report.Complete, report.Text{"en": "Done"}}, {report.Withdrawn, report.Text{"en": "Gone"}}}
	}
}

// TestWordsOfTheMastersSheetAreOffered: in a return over two masters the rows of each have the list of its words, and a word that is one of
// several for a state goes into the master as it was chosen.
func TestWordsOfTheMastersSheetAreOffered(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ownWords(s, "custody")
	assert.Equal(t, []string{"In progress", "With legal", "Done"}, s.offeredIn("custody", "en"), "what is the team's to say is not offered")
	assert.Equal(t, []string{"In progress", "Gyda'r gyfraith", "Done"}, s.offeredIn("custody", "cy"), "in English where there is no word in Welsh")
	assert.Empty(t, s.offeredIn("review", "en"))
	ask(t, s, AskOptions{})

	file := open(t, s, "Head of Custody").file
	lists, err := file.GetRows("Lists")
	require.NoError(t, err)
	assert.Equal(t, []string{"No change", "No change"}, lists[0][:2])
	assert.Equal(t, []string{"With legal", "In progress"}, lists[2][:2], "a column for the rows of each master")
	rules, err := file.GetDataValidations(file.GetSheetName(0))
	require.NoError(t, err)
	got := map[string]string{}
	for _, rule := range rules {
		if strings.HasPrefix(rule.Formula1, "'Lists'!") {
			got[rule.Formula1] = rule.Sqref
		}
	}
	assert.Equal(t, "I6:I7", got["'Lists'!$A$1:$A$4"])
	assert.Equal(t, "I8", strings.TrimSuffix(got["'Lists'!$B$1:$B$4"], ":I8"))

	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "with LEGAL"}).fill("2", "Custody", map[column]any{colStatus: "Underway"}).
		fill("1", "Review", map[column]any{colStatus: "With legal"}).saved("a.xlsx", october26())
	out := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.Taken, answerIn(t, out, "custody", "1", colStatus).Kind, "another word for the same state is an answer where the team offers both")
	assert.Equal(t, "unknown_status", answerIn(t, out, "review", "1", colStatus).Refused, "the word of one master is none of another")
	text := masterText(t, s, "custody")
	assert.Contains(t, text, "Head of Custody,Force,With legal,")
	assert.Contains(t, text, "Estates,Force,In progress,")
}
