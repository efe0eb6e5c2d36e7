package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/golden"
	"boardpack/report/master"
)

// samplePack works out one master of one month of the sample, with its history.
func samplePack(t testing.TB, name, month string) (*report.Pack, report.Words) {
	t.Helper()
	o := options(t)
	last, err := dates.ParseMonth(month)
	require.NoError(t, err)
	var registers []*report.Register
	for m := (report.Month{Year: 2023, Month: 7}); !last.Before(m); m = m.Next() {
		path := filepath.Join(o.Input, m.String(), name+".xlsx")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		register, err := master.Read(path, master.Options{Month: m, Vocabulary: o.Vocabulary, Rules: o.Rules})
		require.NoError(t, err)
		registers = append(registers, register)
	}
	n := len(registers) - 1
	pack, err := report.Build(registers[n], registers[:n], o.Rules)
	require.NoError(t, err)
	return pack, o.Words[0]
}

// TestWhatTheSampleSays keeps everything that a pack says in words, so that a change of wording or figures is read in a diff.
func TestWhatTheSampleSays(t *testing.T) {
	for _, which := range []string{"2023-07/stalking-harassment", "2023-09/stalking-harassment", "2023-09/custody-inspection"} {
		t.Run(which, func(t *testing.T) {
			month, name := filepath.Split(which)
			pack, words := samplePack(t, name, filepath.Clean(month))
			golden.Compare(t, name+"-"+filepath.Clean(month)+".txt", said(pack, words))
		})
	}
}

// said puts what the pack says in plain text.
func said(pack *report.Pack, w report.Words) string {
	var b strings.Builder
	glance := pack.Glance(w)
	fmt.Fprintf(&b, "%s\n%s\n\n", pack.RunningHead(w), pack.Stamp(w))
	for _, s := range glance.Lead {
		fmt.Fprintln(&b, s.Plain())
	}
	fmt.Fprintf(&b, "%s\n\n", glance.Warning)
	for _, tile := range glance.Tiles {
		fmt.Fprintf(&b, "%s: %d %s; %s\n", tile.Label, tile.N, tile.Of, tile.Change)
	}
	for _, bar := range glance.Bars {
		fmt.Fprintf(&b, "%s: %s; %s; %s\n", bar.Label, bar.Figures, bar.Complete, bar.Rated)
	}
	fmt.Fprintln(&b)
	writeList(&b, "Changed", glance.Changed)
	writeList(&b, "Asks", glance.Asks)
	for _, table := range []report.Table{pack.SummaryTable(w, report.OfThemes), pack.MovementTable(w), pack.FigureChangesTable(w), pack.ChangesTable(w), pack.AgeingTable(w),
		pack.DueTable(w, report.Overdue), pack.DueTable(w, report.DueSoon), pack.SignOffTable(w), pack.OthersTable(w),
		pack.TrendTable(w), pack.WrittenDatesTable(w), pack.QualityTable(w), pack.RulesTable(w), pack.RatingsTable(w)} {
		writeTable(&b, table)
	}
	return b.String()
}

func writeList(b *strings.Builder, title string, sentences []report.Sentence) {
	fmt.Fprintf(b, "%s:\n", title)
	for _, s := range sentences {
		fmt.Fprintf(b, "- %s\n", s.Plain())
	}
}

func writeTable(b *strings.Builder, t report.Table) {
	fmt.Fprintf(b, "\n== %s: %s\n", t.Title, t.Purpose)
	var headings []string
	for _, c := range t.Columns {
		headings = append(headings, c.Heading)
	}
	fmt.Fprintln(b, strings.Join(headings, " | "))
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			text := c.Text
			if c.Missing != report.HasValue {
				text = "[" + string(c.Missing) + "]"
			}
			cells = append(cells, text)
		}
		fmt.Fprintln(b, strings.Join(cells, " | "))
	}
	if len(t.Rows) == 0 {
		fmt.Fprintln(b, t.Empty)
	}
}
