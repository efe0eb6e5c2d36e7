package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestMonthThatCannotBeRead holds that such a folder is an error of that month alone, and that one of an earlier month is named.
func TestMonthThatCannotBeRead(t *testing.T) {
	t.Parallel()
	august, september := report.Month{Year: 2023, Month: 8}, report.Month{Year: 2023, Month: 9}
	o := madeOf(t, map[string]string{"2023-09/m.csv": rows("1:the first")})
	n := newNotes()
	p, err := o.all([]report.Month{august, september}, []report.Month{august, september}, n, newSources(o.Limits)) // August was there when they were listed
	require.NoError(t, err)
	require.Len(t, p.series, 1)
	outcomes := (&run{Options: o, plan: p}).outcomes()
	require.Len(t, outcomes, 1)
	assert.Equal(t, august, outcomes[0].Month)
	assert.ErrorContains(t, outcomes[0].Err, "2023-08: the folder cannot be read: ")

	_, err = o.all([]report.Month{august, september}, []report.Month{september}, n, newSources(o.Limits))
	require.NoError(t, err)
	assert.Equal(t, []string{"month-unreadable at 2023-08"}, codes(n.found, "month-unreadable"))
}

// TestFilesThatAreNoMasters holds which entries of a month's folder are masters, also such as a person would not see.
func TestFilesThatAreNoMasters(t *testing.T) {
	t.Parallel()
	masters := []string{"m.xlsx", "M.XLSX", "m.xlsm", "m.csv", "m.tsv", "m.xls", "m.ods", "m.xlsb", "m.numbers", "a b.c.xlsx"}
	others := []string{"m.xlsx.bak", "m.bak", "m.tmp", "m.txt", "m.md", "m.pdf", "desktop.ini", "Thumbs.db", "m.docx", "m.lnk", "m.url", "m", "m.xlsx~",
		"~$m.xlsx", ".~lock.m.xlsx#", ".DS_Store", "._m.xlsx", ".hidden.xlsx"}
	for _, name := range masters {
		assert.True(t, isSpreadsheet(name), name)
	}
	for _, name := range others {
		assert.False(t, isSpreadsheet(name), name)
	}
}

// TestNotesAreToldOnce holds that a run over several masters and months names each thing once, and nothing when nobody listens.
func TestNotesAreToldOnce(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-08/m.csv": rows("1:the first"), "2023-09/m.csv": rows("1:the first"), "2023-09/notes.txt": "", "2023-7/m.csv": ""})
	require.NoError(t, os.WriteFile(filepath.Join(o.Input, "2023-09", "~$m.csv"), nil, 0o644))
	_, err := Check(context.Background(), *o)
	require.NoError(t, err)
	var told []report.Problem
	o.Note, o.Masters = func(found []report.Problem) { told = append(told, found...) }, []string{"m", filepath.Join(o.Input, "2023-09", "m.csv")}
	_, err = Check(context.Background(), *o)
	require.NoError(t, err)
	assert.Equal(t, []string{"folder-other-form at 2023-7", "open-elsewhere at 2023-09/m.csv", "not-a-spreadsheet at 2023-09"},
		codes(told, "folder-other-form", "open-elsewhere", "not-a-spreadsheet"))
}
