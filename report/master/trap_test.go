package master

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// trap is one awkward master: what is in it, the problems that reading it must list, and what it must come to.
type trap struct {
	name    string
	rows    [][]any
	change  func(f *excelize.File)
	csv     string            // the file, in place of rows
	parts   map[string]string // parts to put in the plain workbook, in place of rows
	want    []string          // "code cell"
	figures string            // "in_progress 1; training 1"
	check   func(t *testing.T, r *report.Register)
}

func runTraps(t *testing.T, traps []trap) {
	for _, trap := range traps {
		t.Run(trap.name, func(t *testing.T) {
			register, err := ReadBytes(trap.file(t))
			require.NoError(t, err)
			if trap.want == nil {
				trap.want = []string{}
			}
			assert.Equal(t, trap.want, found(register))
			assert.Equal(t, trap.figures, figuresOf(t, register))
			if trap.check != nil {
				trap.check(t, register)
			}
		})
	}
}

func (trap trap) file(t *testing.T) (string, []byte, Options) {
	switch {
	case trap.csv != "":
		return "master.csv", []byte(trap.csv), options()
	case trap.parts != nil:
		parts := plainParts()
		for name, text := range trap.parts {
			parts[name] = text
		}
		return "master.xlsx", archive(t, parts), options()
	case trap.change == nil:
		return "master.xlsx", workbook(t, trap.rows), options()
	}
	return "master.xlsx", workbook(t, trap.rows, trap.change), options()
}

// figuresOf says how many rows stand where, and under which themes.
func figuresOf(t *testing.T, register *report.Register) string {
	t.Helper()
	pack, err := report.Build(register, nil, options().Rules)
	require.NoError(t, err)
	var standings, groups []string
	for _, s := range report.Standings() {
		if n := pack.All.N(report.Figure(s)); n > 0 {
			standings = append(standings, fmt.Sprintf("%s %d", s, n))
		}
	}
	for _, g := range pack.Themes {
		if n := g.N(report.Total); n > 0 {
			groups = append(groups, fmt.Sprintf("%s %d", g.ID, n))
		}
	}
	return strings.Join(standings, ", ") + "; " + strings.Join(groups, ", ")
}

// theOne gives the only recommendation.
func theOne(t *testing.T, r *report.Register) report.Recommendation {
	t.Helper()
	require.Len(t, r.Recommendations, 1)
	return r.Recommendations[0]
}

// argsOf gives the args of the first problem with the code.
func argsOf(r *report.Register, code string) map[string]string {
	for _, p := range r.Problems {
		if p.Code == code {
			return p.Args
		}
	}
	return nil
}
