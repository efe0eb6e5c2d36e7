package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/portfolio"
)

// TestUnconfirmedIsADraft: while the template holds a guess that nobody has confirmed, every pack is a draft, whatever its master
// says, and so is the portfolio; each says why, once.
func TestUnconfirmedIsADraft(t *testing.T) {
	t.Parallel()
	guess := report.Guess{What: `the status "Parked"`, Where: "m.csv, D5, 1 row", As: "in progress"}
	for _, c := range []struct {
		name    string
		guesses []report.Guess
		about   bool // the master says that it is a draft
		draft   bool
	}{
		{"final", nil, false, false},
		{"its master says so", nil, true, true},
		{"one guess", []report.Guess{guess}, false, true},
		{"guesses, and its master says so", []report.Guess{guess, guess}, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules, words := template(t)
			rules.Unconfirmed = c.guesses
			master := register(rec("1", "a"))
			master.About.Draft = c.about
			pack, err := report.Build(master, nil, rules)
			require.NoError(t, err)
			all := portfolio.New(rules)
			all.Add(portfolio.PartOf("one", pack))
			all.Add(portfolio.PartOf("two", pack))
			whole, err := all.Build(&report.Register{Name: "portfolio"}, nil)
			require.NoError(t, err)
			for _, p := range []*report.Pack{pack, whole} {
				assert.Equal(t, c.draft, p.Draft())
				assert.Equal(t, c.draft, said(p, words, "Draft"))
				assert.Equal(t, !c.draft, said(p, words, "Final"))
				if c.draft {
					assert.Contains(t, content.Of(p, words, nil).Stamp.Plain(), " · Draft")
				} else {
					assert.NotContains(t, content.Of(p, words, nil).Stamp.Plain(), "Draft")
				}
				figures, err := figuresjson.Write(p, words)
				require.NoError(t, err)
				assert.Equal(t, c.draft, draftIn(t, figures))
				count := 0
				for _, problem := range p.Problems {
					if problem.Code == report.UnconfirmedCode {
						count++
						assert.Equal(t, "pack.yaml", problem.Where())
					}
				}
				assert.Equal(t, min(1, len(c.guesses)), count)
			}
		})
	}
}

// said tells whether page 1 says the word of the paper.
func said(p *report.Pack, w report.Words, word string) bool {
	for _, b := range content.Of(p, w, nil).Sections[0].Blocks {
		if b.Facts == nil {
			continue
		}
		for _, fact := range b.Facts.Facts {
			if fact.ID == "version" && strings.Contains(strings.ToLower(fact.Cell.Text), strings.ToLower(word)) {
				return true
			}
		}
	}
	return false
}

func draftIn(t *testing.T, figures []byte) bool {
	t.Helper()
	var file struct{ Draft bool }
	require.NoError(t, json.Unmarshal(figures, &file))
	return file.Draft
}
