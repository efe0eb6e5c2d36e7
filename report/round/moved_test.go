package round

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/round/merge"
)

// TestRefsThatChange between asking and collecting: a row whose ref the team has changed is found by its text, and one whose text it has
// changed by its ref; one that has changed in both is gone.
func TestRefsThatChange(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before, after string
		kind          merge.Kind
	}{
		"the ref":  {"1,Data,Record every check", "C1,Data,Record every check", merge.Taken},
		"the text": {"1,Data,Record every check", "1,Data,Record each check", merge.Taken},
		"both":     {"1,Data,Record every check", "C1,Data,Record each check", merge.Refused},
	} {
		s := settingOf(t, twoMasters())
		ask(t, s, AskOptions{})
		s = editMaster(t, s, "custody", c.before, c.after)
		filled(t, s).saved("a.xlsx", october26())
		got := answerIn(t, collect(t, s, CollectOptions{Write: true}), "custody", "1", colStatus)
		assert.Equal(t, c.kind, got.Kind, name)
		assert.Equal(t, c.kind == merge.Taken, strings.Contains(masterText(t, s, "custody"), "All checks are recorded"), name)
	}
}

// TestAReviewThatIsClosed: its spreadsheet is no longer in the month, and what comes back about it is listed.
func TestAReviewThatIsClosed(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	filled(t, s).saved("a.xlsx", october26())
	s.Masters = s.Masters[:1] // custody alone
	got := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, merge.Taken, answerIn(t, got, "custody", "1", colStatus).Kind)
	assert.Equal(t, "row_gone", answerIn(t, got, "review", "1", colProgress).Why)
}

// TestAnOwnerWhoLeft: a row that moves to another owner, and is asked about again, still takes what the first one answered.
func TestAnOwnerWhoLeft(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Learning and Development").fill("2 (1)", "Review", map[column]any{colStatus: "In progress", colProgress: "Half are trained"}).saved("a.xlsx", october12())
	s = editMaster(t, s, "review", "Learning and Development", "People Services")
	ask(t, s, AskOptions{Again: true})
	got := collect(t, s, CollectOptions{})
	assert.Equal(t, "Learning and Development", got.Returns[0].Owner)
	a := answerIn(t, got, "review", "2 (1)", colProgress)
	assert.Equal(t, merge.Taken, a.Kind, a.Why)
	for _, o := range got.Owners() {
		if o.Owner.Name == "People Services" {
			assert.Equal(t, NotAnswered, o.How(), "the new owner is still asked")
		}
	}
	open(t, s, "Estates").fill("2 (3)", "Review", map[column]any{colStatus: "Complete"}).saved("b.xlsx", october12())
	for _, o := range collect(t, s, CollectOptions{}).Answers {
		assert.NotEqual(t, "not_theirs", o.Why)
	}
}

// TestSomebodyElsesRow is refused.
func TestSomebodyElsesRow(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	o := filled(t, s)
	estates := open(t, s, "Estates").asValues()
	rows := o.asValues()
	theirs := make([]string, len(givenColumns())+1)
	copy(theirs, estates[estatesRow(estates)][:len(givenColumns())-1])
	theirs[len(givenColumns())] = "In progress"
	o.replace(append(rows, theirs))
	o.saved("a.xlsx", october26())
	got := collect(t, s, CollectOptions{})
	assert.Equal(t, "Head of Custody", got.Returns[0].Owner)
	assert.Equal(t, "not_theirs", answerIn(t, got, "review", "2 (3)", colStatus).Why)
}

// estatesRow finds the row of the third action.
func estatesRow(rows [][]string) int {
	for i, row := range rows {
		if len(row) > 0 && row[0] == "2 (3)" {
			return i
		}
	}
	return 0
}

// TestNewRowsAreQuoted whole on the sheet for what has no place in the table, and what of a row is not as it was sent is named.
func TestNewRowsAreQuoted(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	o := filled(t, s)
	rows := o.asValues()
	rows[headRow][0] = "1a"
	o.replace(append(rows, []string{"99", "", "Custody", "Light the yard", "", "", "", "", "", ""}))
	o.saved("a.xlsx", october26())
	got := collect(t, s, CollectOptions{})
	assert.Equal(t, []Else{{Ref: "99", Text: "Report: Custody\nRecommendation: Light the yard", Cell: "Sheet1!A9"}}, got.Returns[0].Else)
	a := answerIn(t, got, "custody", "1", colStatus)
	assert.Equal(t, "ref", a.Odd)
	assert.Contains(t, got.Line(s.Words[0], a), "taken (the ref in the return is not the one that was sent)")
	f, err := excelize.OpenFile(filepath.Join(s.Dir, "2023-10", "results", resultsName))
	require.NoError(t, err)
	defer f.Close()
	cell, err := f.GetCellValue("Something else", "C4")
	require.NoError(t, err)
	assert.Contains(t, cell, "Light the yard")
}

// TestOwnersOfOneFileName: two owners whose names make the same file name have a workbook each, and one owner written in two ways has one.
func TestOwnersOfOneFileName(t *testing.T) {
	t.Parallel()
	s := settingOf(t, map[string]string{"a": heading + "1,Data,One,,A & B,,In progress,,,,,,\n2,Data,Two,,A - B,,In progress,,,,,,\n3,Data,Three,,a & b,,In progress,,,,,,\n"})
	out := ask(t, s, AskOptions{})
	files := map[string]int{}
	for i := range out.Round.Owners {
		o := &out.Round.Owners[i]
		files[o.File] = len(out.Round.rowsOf(o.Name))
		assert.FileExists(t, filepath.Join(s.Dir, "2023-10", "to-send", o.File+".xlsx"))
	}
	assert.Len(t, files, len(out.Round.Owners))
	total := 0
	for _, n := range files {
		total += n
	}
	assert.Equal(t, 3, total)
}
