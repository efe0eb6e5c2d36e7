package content

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/dates"
)

// The same types without their methods: what the general encoder makes of their tags.
type (
	taggedRun  Run
	taggedCell struct {
		Kind     Kind            `json:"kind,omitempty"`
		Text     string          `json:"text,omitempty"`
		Lang     string          `json:"lang,omitempty"`
		N        int             `json:"n,omitempty"`
		Date     report.Date     `json:"date,omitzero"`
		Rating   report.Rating   `json:"rating,omitempty"`
		Standing report.Standing `json:"standing,omitempty"`
		Missing  Missing         `json:"missing,omitempty"`
		Runs     []taggedRun     `json:"runs,omitempty"`
		Keys     []string        `json:"keys,omitempty"`
		Of       Ref             `json:"of,omitzero"`
	}
)

func anyRef(t *rapid.T) Ref {
	part := rapid.OneOf(rapid.Just(""), rapid.StringMatching(`[a-z_]{1,8}`), rapid.String())
	r := Ref{Place: rapid.SampledFrom([]Place{PlaceNone, PlaceFigure, PlaceQuoted}).Draw(t, "place")}
	if !r.IsZero() {
		r.Of, r.ID, r.Name = part.Draw(t, "of"), part.Draw(t, "id"), part.Draw(t, "name")
		r.Index, r.Element = rapid.IntRange(0, 20).Draw(t, "index"), rapid.IntRange(0, 3).Draw(t, "element")
	}
	return r
}

func anyRuns(t *rapid.T) Text {
	text := rapid.OneOf(rapid.Just(""), rapid.SampledFrom([]string{"Gŵyl", "a \"b\" \\ c", "line\nnext", "<&>", "\u2028", "\xff"}), rapid.String())
	var out Text
	for range rapid.IntRange(0, 3).Draw(t, "runs") {
		r := Run{Text: text.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Key: text.Draw(t, "key"), Lang: rapid.SampledFrom([]string{"", "cy"}).Draw(t, "lang"),
			Ref: anyRef(t), Look: rapid.SampledFrom([]Look{LookPlain, LookAlarm}).Draw(t, "look")}
		if rapid.Bool().Draw(t, "said") {
			r.Said = Said{ID: text.Draw(t, "message"), Arg: text.Draw(t, "argument"), Main: rapid.Bool().Draw(t, "main")}
		}
		if rapid.Bool().Draw(t, "more") {
			r.RunOf = &RunOf{Paper: text.Draw(t, "review")}
			for range rapid.IntRange(0, 2).Draw(t, "terms") {
				r.Terms = append(r.Terms, Term{anyRef(t), rapid.Bool().Draw(t, "less")})
			}
		}
		out = append(out, r)
	}
	return out
}

// What is written byte by byte is what the fields' tags say, and reads back as it was.
func TestCellsAreWrittenAsTheirTagsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Cell{Kind: rapid.SampledFrom([]Kind{NoKind, KindText, KindDate}).Draw(t, "kind"), Text: rapid.String().Draw(t, "text"), N: rapid.Int().Draw(t, "n"),
			Missing: rapid.SampledFrom([]Missing{HasValue, NotAvailable}).Draw(t, "missing"),
			CellOf:  &CellOf{Rated: rapid.SampledFrom([]report.Rating{"", report.Red}).Draw(t, "rating"), Named: rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "keys"), Address: anyRef(t)}}
		if rapid.Bool().Draw(t, "dated") {
			c.Date = dates.NewDate(2023, 9, 30)
		}
		c.Runs = anyRuns(t)
		var runs []taggedRun
		for _, r := range c.Runs {
			runs = append(runs, taggedRun(r))
		}
		want, err := json.Marshal(taggedCell{c.Kind, c.Text, c.Lang, c.N, c.Date, c.Rating(), c.Standing(), c.Missing, runs, c.Keys(), c.Of()})
		require.NoError(t, err)
		if len(c.Runs) == 1 && c.Runs[0].isBare() {
			return // a text that is words alone is a string: see below
		}
		assert.JSONEq(t, string(want), string(c.appendJSON(nil)))
	})
}

func TestTextsAreReadAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyRuns(t)
		data, err := json.Marshal(text)
		require.NoError(t, err)
		var again Text
		require.NoError(t, json.Unmarshal(data, &again))
		second, err := json.Marshal(again)
		require.NoError(t, err)
		assert.JSONEq(t, string(data), string(second))
	})
}
