package master

import (
	"os"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestRealRegister reads the register of 2,192 rows that another organisation published. It is no part of the project.
func TestRealRegister(t *testing.T) {
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

	register, err := Read(path, o)
	require.NoError(t, err)

	statuses, longest, noOwner := map[string]int{}, 0, 0
	for _, r := range register.Recommendations {
		statuses[r.Status]++
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
	assert.Len(t, register.Recommendations, 2192)
	assert.Equal(t, map[string]int{"Closed acceptable": 1178, "Unconfirmed": 343, "Closed cancelled": 269, "Open": 267,
		"Withdrawn": 110, "Closed superseded": 25}, statuses)
	assert.Equal(t, 11114, longest)
	assert.Equal(t, 31, noOwner)
	assert.Equal(t, 2036, codes["empty-theme"])
	assert.Equal(t, []string{"Made"}, register.ExtraColumns)
}
