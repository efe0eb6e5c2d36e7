package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/golden"
	"boardpack/report/master"
	"boardpack/report/reporttest"
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
	t.Parallel()
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
	front, doc := reporttest.FrontOf(pack, w), content.Of(pack, w, nil)
	fmt.Fprintf(&b, "%s\n%s\n\n", doc.Board.Plain(), doc.Stamp.Plain())
	for _, s := range front.Lead {
		fmt.Fprintln(&b, s)
	}
	fmt.Fprintf(&b, "%s\n\n", front.Warning)
	for _, tile := range front.Tiles {
		fmt.Fprintf(&b, "%s: %s %s; %s\n", tile.Label.Plain(), tile.Number.Plain(), tile.Of.Plain(), tile.Change.Plain())
	}
	for _, bar := range front.Bars {
		fmt.Fprintf(&b, "%s: %s; %s; %s\n", bar.Label.Plain(), bar.Figures.Plain(), bar.Cells[0].Plain(), bar.Rated.Plain())
	}
	fmt.Fprintln(&b)
	writeList(&b, "Asks", front.Asks)
	for _, id := range []string{"summary_themes", "movement", "figure_changes", "changes", "ageing", "overdue", "due_soon", "sign_off", "others", "trend",
		"written_dates", "quality", "rules", "ratings"} {
		table := doc.Table(id)
		writeTable(&b, table)
	}
	return b.String()
}

func writeList(b *strings.Builder, title string, sentences []string) {
	fmt.Fprintf(b, "%s:\n", title)
	for _, s := range sentences {
		fmt.Fprintf(b, "- %s\n", s)
	}
}

func writeTable(b *strings.Builder, t *content.Table) {
	fmt.Fprintf(b, "\n== %s: %s\n", t.Title.Plain(), t.Purpose.Plain())
	var headings []string
	for _, c := range t.Columns {
		headings = append(headings, c.Heading)
	}
	fmt.Fprintln(b, strings.Join(headings, " | "))
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			text := c.Text
			if c.Missing != content.HasValue {
				text = "[" + c.Missing.String() + "]"
			}
			cells = append(cells, text)
		}
		fmt.Fprintln(b, strings.Join(cells, " | "))
	}
	if len(t.Rows) == 0 {
		fmt.Fprintln(b, t.Empty.Plain())
	}
}
