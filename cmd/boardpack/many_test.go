package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/reporttest/pace"
)

// manyVariable says how many masters the measured batch has; without it there are a few, to compare jobs.
const manyVariable = "BOARDPACK_MANY"

// manyMasters writes n masters, of 18 to 400 rows, for a month and those before it. Rows are closed and re-dated as months go by.
func manyMasters(t testing.TB, dir string, n, months, fewest, most int) {
	t.Helper()
	month := report.Month{Year: 2022, Month: 9}
	for m := range months {
		folder := filepath.Join(dir, "input", month.String())
		require.NoError(t, os.MkdirAll(folder, 0o755))
		for i := range n {
			rows := fewest
			if n > 1 {
				rows += (most - fewest) * i / (n - 1)
			}
			writeMaster(t, filepath.Join(folder, fmt.Sprintf("review-%03d.xlsx", i)), month, m, rows)
		}
		month = month.Next()
	}
}

func writeMaster(t testing.TB, path string, month report.Month, age, rows int) {
	t.Helper()
	book := excelize.NewFile()
	require.NoError(t, book.SetSheetName("Sheet1", "Recommendations"))
	stream, err := book.NewStreamWriter("Recommendations")
	require.NoError(t, err)
	headings := []any{"Ref", "Theme", "Recommendation", "Status", "Owner", "Due", "Response", "Progress note", "Updated", "Reason for change"}
	require.NoError(t, stream.SetRow("A1", headings))
	themes := []string{"Resourcing", "Training", "Data", "Perpetrators", "Victims"}
	for r := range rows {
		status := "In progress"
		if r%14 < age {
			status = "Complete"
		}
		due := dates.NewDate(2022, 10, 1).AddDays(r%500 + 30*(age*r%3))
		cells := []any{strconv.Itoa(r + 1), themes[r%len(themes)], fmt.Sprintf("%s: the force should do the thing that number %d of the review asks for, and show the board that it has.", filepath.Base(path), r+1),
			status, fmt.Sprintf("Head of department %d", r%12), due.String(), "The force accepts the recommendation and will put it into practice with its partners.",
			fmt.Sprintf("Work went on in %s.", month), month.LastDay().String(), "Recruitment took longer than planned"}
		require.NoError(t, stream.SetRow(fmt.Sprintf("A%d", r+2), cells))
	}
	require.NoError(t, stream.Flush())
	require.NoError(t, book.SaveAs(path))
	require.NoError(t, book.Close())
}

// TestJobsGiveTheSameBytes builds with one job and with eight, and compares every file and every message.
func TestJobsGiveTheSameBytes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	manyMasters(t, dir, 2, 2, 4, 12)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "input", "2022-10", "broken.csv"), []byte("Ref,Theme\n1,Data\n"), 0o644))
	var files []map[string]string
	var messages []string
	months := "all"
	if pace.Race {
		months = "2022-10"
	}
	for _, jobs := range []string{"1", "8"} {
		status, stdout, stderr := result(t, program(t, dir, "build", "--month", months, "--split", "theme", "--portfolio", "--jobs", jobs))
		require.Equal(t, exitFailed, status, "one master is broken")
		files = append(files, hashes(t, filepath.Join(dir, "out")))
		messages = append(messages, stdout+stderr)
		require.NoError(t, os.RemoveAll(filepath.Join(dir, "out")))
	}
	assert.Equal(t, files[0], files[1])
	assert.Equal(t, messages[0], messages[1])
	assert.Greater(t, len(files[0]), 2*2*3)
}

// TestManyMasters measures a batch: time and peak memory with one job and with two, with half the masters and with all.
func TestManyMasters(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv(manyVariable))
	if err != nil {
		t.Skipf("%s is not set: it says how many masters to measure with", manyVariable)
	}
	dir := t.TempDir()
	for _, size := range []struct{ masters, months int }{{n, 13}, {n / 2, 13}, {n, 7}} {
		require.NoError(t, os.RemoveAll(filepath.Join(dir, "input")))
		manyMasters(t, dir, size.masters, size.months, 18, 400)
		newest := (report.Month{Year: 2022, Month: 9})
		for range size.months - 1 {
			newest = newest.Next()
		}
		for _, jobs := range []string{"1", "2"} {
			for _, extra := range [][]string{nil, {"--portfolio"}} {
				if extra != nil && jobs == "1" {
					continue
				}
				require.NoError(t, os.RemoveAll(filepath.Join(dir, "out")))
				c := program(t, dir, append([]string{"build", "--quiet", "--jobs", jobs, "--month", newest.String()}, extra...)...)
				began := time.Now()
				status, _, stderr := result(t, c)
				require.Equal(t, exitDone, status, stderr)
				t.Logf("%d masters, %d months, %s job(s) %v: %v, CPU %v, %s", size.masters, size.months, jobs, extra, time.Since(began).Round(time.Millisecond),
					(c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Round(time.Millisecond), peakMemory(c.ProcessState))
			}
		}
		began := time.Now()
		succeed(t, dir, "build", "--quiet", "--month", newest.String())
		t.Logf("%d masters, %d months, nothing changed: %v", size.masters, size.months, time.Since(began).Round(time.Millisecond))
	}
}
