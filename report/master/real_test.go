package master

import (
	"os"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestRealRegister reads the register of 2,192 rows that another organisation published. It is no part of the project. Five of its
// rows have the ref and the text of another.
func TestRealRegister(t *testing.T) {
	t.Parallel()
	t.Run("each row counts", func(t *testing.T) {
		register := readReal(t, report.SameRefSeparate)
		assert.Len(t, register.Recommendations, 2192)
		assert.Equal(t, map[string]int{"Closed acceptable": 1178, "Unconfirmed": 343, "Closed cancelled": 269, "Open": 267,
			"Withdrawn": 110, "Closed superseded": 25}, statusesOf(register))
	})
	t.Run("rows of one recommendation are its actions", func(t *testing.T) {
		register := readReal(t, report.SameRefActions)
		assert.Len(t, register.Recommendations, 2187)
		assert.Equal(t, map[string]int{"Closed acceptable": 1178, "Unconfirmed": 340, "Closed cancelled": 269, "Open": 265,
			"Withdrawn": 110, "Closed superseded": 25}, statusesOf(register))
		rows := 0
		for i := range register.Recommendations {
			for range register.Recommendations[i].Lines() {
				rows++
			}
		}
		assert.Equal(t, 2192, rows)
		assert.Equal(t, "10", argsOf(register, "same-ref-and-text")["Rows"])
	})
}

func statusesOf(register *report.Register) map[string]int {
	statuses := map[string]int{}
	for _, r := range register.Recommendations {
		statuses[r.Status]++
	}
	return statuses
}

func readReal(t *testing.T, how report.SameRef) *report.Register {
	t.Helper()
	path := os.Getenv("BOARDPACK_REAL_REGISTER")
	if path == "" {
		t.Skip("BOARDPACK_REAL_REGISTER does not say where the published register of 2,192 rows lies")
	}
	o := options()
	o.Vocabulary.Columns[report.FieldTheme] = []string{"Safety Issue"}
	o.Vocabulary.Columns[report.FieldOwner] = []string{"Recipient"}
	o.Vocabulary.Columns[report.FieldSource] = []string{"Inquiry"}
	o.Vocabulary.Columns[report.FieldResponse] = []string{"Reply Text"}
	o.Vocabulary.States = map[report.State][]string{
		report.InProgress: {"Open"}, report.NotStarted: {"Unconfirmed"}, report.Complete: {"Closed acceptable"},
		report.Withdrawn: {"Withdrawn", "Closed cancelled"}, report.Superseded: {"Closed superseded"},
	}

	o.Rules.SameRef = how
	register, err := Read(path, o)
	require.NoError(t, err)

	longest, noOwner := 0, 0
	for _, r := range register.Recommendations {
		longest = max(longest, utf8.RuneCountInString(r.Response["en"]))
		if r.Owner == "" {
			noOwner++
		}
		assert.NotEqual(t, report.Unrecognised, r.State)
	}
	codes := map[string]int{}
	for _, p := range register.Problems {
		codes[p.Code]++
	}
	assert.Equal(t, 11112, longest, "two control characters, which mean nothing in Windows either, are dropped")
	assert.Equal(t, 31, noOwner)
	assert.Equal(t, 2036, codes["empty-theme"])
	assert.Equal(t, []string{"Made"}, register.ExtraColumns)
	return register
}
