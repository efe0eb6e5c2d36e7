package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/excelrules"
	"boardpack/report/round/merge"
)

// again works the masters out again from the disk, as the next run of the program does.
func again(t testing.TB, s *Setting) *Setting {
	t.Helper()
	next := *s
	next.Masters = nil
	for _, m := range s.Masters {
		next.Masters = append(next.Masters, masterAt(t, s, m.Path))
	}
	return &next
}

func masterText(t testing.TB, s *Setting, name string) string {
	t.Helper()
	for _, m := range s.Masters {
		if m.Pack.Register.Name == name {
			data, err := os.ReadFile(m.Path)
			require.NoError(t, err)
			return string(data)
		}
	}
	t.Fatal("no master " + name)
	return ""
}

// editMaster is the team at work in a master.
func editMaster(t testing.TB, s *Setting, name, before, after string) *Setting {
	t.Helper()
	text := masterText(t, s, name)
	require.Contains(t, text, before)
	for _, m := range s.Masters {
		if m.Pack.Register.Name == name {
			require.NoError(t, os.WriteFile(m.Path, []byte(strings.Replace(text, before, after, 1)), 0o644))
		}
	}
	return again(t, s)
}

func october26() report.Date { return dates.NewDate(2023, 10, 26) }

// TestNothingFilledInChangesNothing: asked and collected back unchanged, the masters are the same to the byte.
func TestNothingFilledInChangesNothing(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	out := ask(t, s, AskOptions{})
	before := masterText(t, s, "custody") + masterText(t, s, "review")
	for _, owner := range out.Round.Owners {
		open(t, s, owner.Name).saved(owner.File+".xlsx", october12())
	}
	got := collect(t, s, CollectOptions{Write: true})
	assert.Empty(t, got.Answers)
	assert.Empty(t, got.Written)
	assert.Equal(t, before, masterText(t, s, "custody")+masterText(t, s, "review"))
	assert.NoDirExists(t, filepath.Join(s.Dir, "2023-10", "kept"))
	asked, answered := got.AnsweredRows()
	assert.Equal(t, []int{5, 0}, []int{asked, answered})
}

// TestWrittenAndUndone: what is taken is in the master with the day of the answer, in the master's own words, and goes when the return goes.
func TestWrittenAndUndone(t *testing.T) {
	t.Parallel()
	masters := twoMasters()
	masters["custody"] = strings.Replace(masters["custody"], "Force,Complete,", "Force,Done,", 1)
	s := settingOf(t, masters)
	ask(t, s, AskOptions{})
	before := masterText(t, s, "custody")
	filled(t, s).saved("a.xlsx", october26())

	shown := collect(t, s, CollectOptions{})
	assert.Equal(t, before, masterText(t, s, "custody"), "without Write nothing is written")
	got := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, shown.Results(), got.Results())
	require.Len(t, got.Written, 2)
	lines := strings.Split(masterText(t, s, "custody"), "\n")
	assert.Equal(t, "1,Data,Record every check,We will,Head of Custody,Force,Done,2023-11-30,,2023-10-25,2023-10-26,All checks are recorded,Paper 7", lines[1])
	assert.Equal(t, "2,Data,Record every visit,We will,Head of Custody; Estates,Force,Not started,,,,2023-10-26,,", lines[2])
	kept, err := os.ReadFile(got.Written[0].Kept)
	require.NoError(t, err)
	assert.Equal(t, before, string(kept))

	s = again(t, s)
	twice := collect(t, s, CollectOptions{Write: true})
	assert.Empty(t, twice.Written, "a second run writes nothing")
	assert.Equal(t, got.Results(), twice.Results())

	require.NoError(t, os.Remove(filepath.Join(s.Dir, "2023-10", "returns", "a.xlsx")))
	collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, before, masterText(t, s, "custody"), "a return that is taken away is undone")
}

// TestTheTeamsChangesStay, before and after a run, and both sides of a conflict are listed.
func TestTheTeamsChangesStay(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	s = editMaster(t, s, "custody", ",Begun,", ",Nearly done,")
	filled(t, s).saved("a.xlsx", october26())
	got := collect(t, s, CollectOptions{Write: true})
	note := answerIn(t, got, "custody", "1", colProgress)
	assert.Equal(t, merge.Conflict, note.Kind)
	assert.Contains(t, masterText(t, s, "custody"), "Nearly done")
	assert.Equal(t, 1, got.Waits())

	s = editMaster(t, again(t, s), "custody", "2023-10-25", "2023-10-24")
	got = collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.ChangedSince, answerIn(t, got, "custody", "1", colCompleted).Kind)
	assert.Contains(t, masterText(t, s, "custody"), "2023-10-24")
	require.NoError(t, os.Remove(filepath.Join(s.Dir, "2023-10", "returns", "a.xlsx")))
	collect(t, again(t, s), CollectOptions{Write: true})
	assert.Contains(t, masterText(t, s, "custody"), "2023-10-24", "it stays when the return goes, too")
}

// TestDecisions are read from the workbook of the run before, and can be changed.
func TestDecisions(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	s = editMaster(t, s, "custody", ",Begun,", ",Nearly done,")
	filled(t, s).saved("a.xlsx", october26())
	collect(t, s, CollectOptions{Write: true})
	decide(t, s, "Take the answer")
	got := collect(t, again(t, s), CollectOptions{Write: true})
	assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colProgress).Kind)
	assert.Contains(t, masterText(t, s, "custody"), "All checks are recorded")
	got = collect(t, again(t, s), CollectOptions{Write: true})
	assert.Empty(t, got.Written)
	decide(t, s, "Keep the spreadsheet")
	got = collect(t, again(t, s), CollectOptions{Write: true})
	assert.Equal(t, merge.Kept, answerIn(t, got, "custody", "1", colProgress).Kind)
	assert.Contains(t, masterText(t, s, "custody"), "Nearly done")
	decide(t, s, "")
	got = collect(t, again(t, s), CollectOptions{Write: true})
	assert.Equal(t, merge.Conflict, answerIn(t, got, "custody", "1", colProgress).Kind)
}

// decide chooses in the first row of what waits.
func decide(t testing.TB, s *Setting, choice string) {
	t.Helper()
	path := filepath.Join(s.Dir, "2023-10", "results", "results.xlsx")
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer f.Close()
	heading, err := f.GetCellValue("To decide", "J4")
	require.NoError(t, err)
	require.Equal(t, "Decision", heading)
	require.NoError(t, f.SetCellValue("To decide", "J5", choice))
	require.NoError(t, f.Save())
}

func answerIn(t testing.TB, out *Collected, register, ref string, c column) *Answer {
	t.Helper()
	var found *Answer
	for _, a := range out.Answers {
		if a.Row != nil && a.Row.Register == register && a.Row.Ref == ref && a.Column == c {
			found = a
		}
	}
	require.NotNil(t, found, outcomes(out))
	return found
}

// TestSeveralReturns: the same bytes count once, a later one wins cell by cell, and names say nothing.
func TestSeveralReturns(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "In progress", colProgress: "First"}).saved("z newest.xlsx", october12())
	data, err := os.ReadFile(filepath.Join(s.Dir, "2023-10", "returns", "z newest.xlsx"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "2023-10", "returns", "z newest (1).xlsx"), data, 0o644))
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colProgress: "Second"}).saved("a.xlsx", october26())
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "2023-10", "returns", "~$a.xlsx"), []byte("lock"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "2023-10", "returns", "b.pdf"), []byte("%PDF-1.7"), 0o644))
	got := collect(t, s, CollectOptions{})
	var notes []string
	for i := range got.Returns {
		notes = append(notes, got.Returns[i].Name+" "+got.Returns[i].note())
	}
	assert.ElementsMatch(t, []string{"b.pdf unreadable", "z newest.xlsx same_as", "z newest (1).xlsx ", "a.xlsx "}, notes)
	var kinds []string
	for _, a := range got.Answers {
		kinds = append(kinds, a.Text+": "+string(a.Kind))
	}
	assert.Equal(t, []string{"In progress: same", "First: superseded", "Second: taken"}, kinds)
	assert.True(t, got.Returns[len(got.Returns)-1].Late)
}

// TestOwnersOfARow: both are heard, and where they differ nothing is written.
func TestOwnersOfARow(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("2", "Custody", map[column]any{colStatus: "In progress", colProgress: "Doors ordered"}).saved("a.xlsx", october12())
	open(t, s, "Estates").fill("2", "Custody", map[column]any{colStatus: "No change", colProgress: "Nothing yet"}).
		fill("2 (3)", "", map[column]any{colStatus: "In progress"}).saved("b.xlsx", october12())
	got := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.OwnersDiffer, answerIn(t, got, "custody", "2", colStatus).Kind)
	assert.Contains(t, masterText(t, s, "custody"), "Estates: Nothing yet\nHead of Custody: Doors ordered")
	assert.Equal(t, merge.Same, answerIn(t, got, "review", "2 (3)", colStatus).Kind)
}

// TestRowsThatMoved: the masters are found by ref and text, wherever a row is by then.
func TestRowsThatMoved(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	row := "1,Data,Record every check,We will,Head of Custody,Force,In progress,2023-11-30,,,2023-09-20,Begun,\n"
	s = editMaster(t, s, "custody", row, "")
	s = editMaster(t, s, "custody", "5,Data,Count", row+"5,Data,Count")
	s = editMaster(t, s, "review", "1,Training,Train every sergeant,Yes,Head of Custody,Force,In progress,,,,,,\n", "")
	filled(t, s).saved("a.xlsx", october26())
	got := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colStatus).Kind)
	assert.Equal(t, "row_gone", answerIn(t, got, "review", "1", colStatus).Why)
	assert.Contains(t, masterText(t, s, "custody"), "1,Data,Record every check,We will,Head of Custody,Force,Complete,2023-11-30,,2023-10-25,2023-10-26,All checks")
}

func TestClosed(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "No change"}).saved("a.xlsx", october12())
	collect(t, s, CollectOptions{Close: true})
	open(t, s, "Estates").fill("2", "Custody", map[column]any{colProgress: "Late"}).saved("b.xlsx", october26())
	got := collect(t, s, CollectOptions{})
	assert.Equal(t, merge.Unchanged, answerIn(t, got, "custody", "1", colStatus).Kind)
	assert.Equal(t, "round_closed", answerIn(t, got, "custody", "2", colProgress).Why)
}

// TestEarlierRound: its answers are named and not taken, unless the team asks for them and decides.
func TestEarlierRound(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "No change"}).saved("a.xlsx", october12())
	next := again(t, s)
	next.Month = report.Month{Year: 2023, Month: 11}
	for i := range next.Masters {
		next.Masters[i] = masterAt(t, next, next.Masters[i].Path)
	}
	ask(t, next, AskOptions{ReplyBy: dates.NewDate(2023, 11, 20)})
	data, err := os.ReadFile(filepath.Join(s.Dir, "2023-10", "returns", "a.xlsx"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "2023-11", "returns", "a.xlsx"), data, 0o644))
	got := collect(t, next, CollectOptions{Received: dates.NewDate(2023, 11, 12)})
	assert.Equal(t, "2023-10", got.Returns[0].OtherRound)
	assert.Equal(t, 1, got.Count(merge.Refused))
	got = collect(t, next, CollectOptions{Received: dates.NewDate(2023, 11, 12), TakeOld: true})
	assert.Equal(t, "old_round", answerIn(t, got, "custody", "1", colStatus).Why)
	assert.Equal(t, merge.Waiting, answerIn(t, got, "custody", "1", colStatus).Kind)
}

// TestResultsKeepExcelsRules and receipts quote no text.
func TestResultsKeepExcelsRules(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{Contacts: []Contact{{Owner: "Head of Custody", Language: "cy"}}})
	o := open(t, s, "Head of Custody").fill("1", "", map[column]any{colStatus: "Wedi'i gwblhau", colProgress: "All checks are recorded"}).
		fill("2", "", map[column]any{colStatus: "Dim newid"})
	require.NoError(t, o.file.SetCellValue("Rhywbeth arall", "B5", "Please call me"))
	o.saved("a.xlsx", october26())
	got := collect(t, s, CollectOptions{})
	for _, path := range got.Files {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		if strings.HasSuffix(path, ".xlsx") {
			broken, err := excelrules.Broken(path, data)
			require.NoError(t, err)
			assert.Empty(t, broken)
		}
	}
	assert.Equal(t, []Else{{"", "Please call me", "Rhywbeth arall!B5"}}, got.Returns[0].Else)
	receipt, err := os.ReadFile(filepath.Join(s.Dir, "2023-10", "results", "receipts", "2023-10-head-of-custody.txt"))
	require.NoError(t, err)
	assert.Contains(t, string(receipt), "wedi'i gwblhau yw'r statws ac mae diwrnod y cwblhau ar goll")
	assert.Contains(t, string(receipt), "testun o 4 gair")
	assert.NotContains(t, string(receipt), "All checks are recorded")
	assert.NotContains(t, string(receipt), "«")
}
