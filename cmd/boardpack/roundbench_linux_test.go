package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// BenchmarkRound measures each command of the round, as a process, with a workbook of 2,000 recommendations and 40 owners of whom all answer
// about every row: its time, and the most memory that it takes.
func BenchmarkRound(b *testing.B) {
	dir := b.TempDir()
	path := filepath.Join(dir, "input", "2023-10", "large.xlsx")
	putLarge(b, path)
	before, err := os.ReadFile(path)
	require.NoError(b, err)
	measure := func(name string, prepare func(), args ...string) {
		b.Run(name, func(b *testing.B) {
			most := 0
			for range b.N {
				b.StopTimer()
				prepare()
				b.StartTimer()
				status, printed, megabytes := peak(b, dir, append(args, "--quiet")...)
				require.Equal(b, exitDone, status, printed)
				most = max(most, megabytes)
			}
			b.ReportMetric(float64(most), "MB")
		})
	}
	again := func() {
		require.NoError(b, os.WriteFile(path, before, 0o644))
		require.NoError(b, os.RemoveAll(filepath.Join(dir, "rounds", "2023-10", "journal.json")))
	}
	measure("ask", func() { require.NoError(b, os.RemoveAll(filepath.Join(dir, "rounds"))) }, "ask", "--reply-by", "2023-10-20")
	answerAll(b, filepath.Join(dir, "rounds", "2023-10"))
	measure("collect", again, "collect", "--received", "2023-10-18")
	measure("write", again, "collect", "--write", "--received", "2023-10-18")
	after, err := os.ReadFile(path)
	require.NoError(b, err)
	require.NotEqual(b, before, after, "the answers are taken")
	measure("chase", func() {}, "chase", "--on", "2023-10-19")
}

func putLarge(b *testing.B, path string) {
	b.Helper()
	book := excelize.NewFile()
	defer book.Close()
	rows, err := book.NewStreamWriter("Sheet1")
	require.NoError(b, err)
	require.NoError(b, rows.SetRow("A1", []any{"Ref", "Theme", "Recommendation", "Response", "Owner", "Status", "Due", "Completed", "Updated", "Progress note"}))
	for i := range 2000 {
		require.NoError(b, rows.SetRow(fmt.Sprintf("A%d", i+2), []any{fmt.Sprintf("R%d", i+1), "Data",
			fmt.Sprintf("Make sure that check %d of the review is recorded every week, and show the board that it is", i+1), "We accept this and will put it into practice with our partners",
			fmt.Sprintf("Owner %d", i%40+1), "In progress", "2024-03-31", "", "2023-09-20", fmt.Sprintf("Part %d of the work began in September", i)}))
	}
	require.NoError(b, rows.Flush())
	require.NoError(b, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(b, book.SaveAs(path))
}

// answerAll answers about every row of every workbook that was to be sent: a third is complete, and every row has a note.
func answerAll(b *testing.B, round string) {
	b.Helper()
	paths, err := filepath.Glob(filepath.Join(round, "to-send", "2023-10-owner-*.xlsx"))
	require.NoError(b, err)
	require.Len(b, paths, 40)
	for _, path := range paths {
		book, err := excelize.OpenFile(path)
		require.NoError(b, err)
		for row := 6; row < 6+50; row++ {
			answers := []any{"No change", fmt.Sprintf("Part %d is done", row)}
			if row%3 == 0 {
				answers = []any{"Complete", answers[1], nil, nil, time.Date(2023, 10, 10, 0, 0, 0, 0, time.UTC)}
			}
			require.NoError(b, book.SetSheetRow(book.GetSheetName(0), fmt.Sprintf("I%d", row), &answers))
		}
		require.NoError(b, book.SaveAs(strings.Replace(path, "to-send", "returns", 1)))
		require.NoError(b, book.Close())
	}
}
