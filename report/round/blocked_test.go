package round

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/dates"
	"boardpack/report/ooxml"
	"boardpack/report/round/merge"
)

// workbookOf makes a setting of one master, custody.xlsx, with a row of Estates; change makes it awkward.
func workbookOf(t *testing.T, change func(f *excelize.File)) *Setting {
	t.Helper()
	s := settingOf(t, nil)
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Ref", "Theme", "Recommendation", "Owner", "Status", "Due", "Reason for change", "Completed", "Progress note", "Evidence"}))
	require.NoError(t, f.SetSheetRow("Sheet1", "A2", &[]any{"1", "Data", "Record every check", "Estates", "In progress", "2023-11-30", nil, nil, "Begun", nil}))
	change(f)
	path := filepath.Join(t.TempDir(), "custody.xlsx")
	require.NoError(t, f.SaveAs(path))
	s.Masters = []Master{masterAt(t, s, path)}
	return s
}

// with adds a part to a workbook on the disk.
func with(t *testing.T, path, part, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	before, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var b bytes.Buffer
	after := zip.NewWriter(&b)
	for _, f := range before.File {
		require.NoError(t, after.Copy(f))
	}
	w, err := after.Create(part)
	require.NoError(t, err)
	_, err = io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, after.Close())
	require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
}

// TestCellsThatCannotBeWritten: one case for each reason in the master, with its words in both languages. What else the owner says is taken.
func TestCellsThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	answers := map[column]any{colStatus: "Not started", colProgress: "Half are recorded", colEvidence: "Paper 7"}
	for _, c := range []struct {
		name   string
		change func(f *excelize.File)
		of     column
		why    string
		en, cy string
		taken  int
	}{
		{"a formula", func(f *excelize.File) {
			require.NoError(t, f.SetCellFormula("Sheet1", "E2", `IF(H2="","In progress","Complete")`))
		},
			colStatus, "cell_formula", "has a formula, which is not replaced", "mae fformiwla", 2},
		{"a merge", func(f *excelize.File) { require.NoError(t, f.MergeCell("Sheet1", "I2", "J2")) },
			colEvidence, "cell_merged", "is merged with another one", "wedi'i chyfuno", 2},
		{"a pivot table", func(f *excelize.File) {
			require.NoError(t, f.AddPivotTable(&excelize.PivotTableOptions{DataRange: "Sheet1!A1:J2", PivotTableRange: "Sheet1!I2:J9",
				Rows: []excelize.PivotTableField{{Data: "Ref"}}, Data: []excelize.PivotTableField{{Data: "Theme"}}}))
		}, colProgress, "cell_pivot", "a pivot table fills the cell", "tabl colyn", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := workbookOf(t, c.change)
			ask(t, s, AskOptions{})
			open(t, s, "Estates").fill("1", "", answers).saved("a.xlsx", october26())
			out := collect(t, s, CollectOptions{Write: true})
			assert.Equal(t, c.taken, out.Count(merge.Taken), outcomes(out))
			a := answerIn(t, out, "custody", "1", c.of)
			assert.Equal(t, []any{merge.Refused, c.why}, []any{a.Kind, a.Why})
			assert.Contains(t, out.Line(s.Words[0], a), c.en)
			assert.Contains(t, out.Line(s.Words[1], a), c.cy)
		})
	}
}

// TestSignedWorkbook: nothing can be written, and every answer says so.
func TestSignedWorkbook(t *testing.T) {
	t.Parallel()
	s := workbookOf(t, func(*excelize.File) {})
	with(t, s.Masters[0].Path, "_xmlsignatures/sig1.xml", "<x/>")
	s = again(t, s)
	ask(t, s, AskOptions{})
	open(t, s, "Estates").fill("1", "", map[column]any{colStatus: "Not started", colEvidence: "Paper 7"}).saved("a.xlsx", october26())
	out := collect(t, s, CollectOptions{Write: true})
	assert.Empty(t, out.Written)
	for _, a := range out.Answers {
		assert.Equal(t, []any{merge.Refused, "cell_signed"}, []any{a.Kind, a.Why})
		assert.Contains(t, out.Line(s.Words[0], a), "digital signature")
	}
	require.Len(t, out.Answers, 2)
}

// TestTextsThatDoNotFit: characters that the encoding of a CSV file lacks, and notes of two owners that are too long together.
func TestTextsThatDoNotFit(t *testing.T) {
	t.Parallel()
	s := settingOf(t, map[string]string{"custody": "Ref,Theme,Recommendation,Owner,Status,Progress note\n1,Data,Caf\xe9 in every suite,Estates; Courts,In progress,\n"})
	ask(t, s, AskOptions{})
	open(t, s, "Estates").fill("1", "", map[column]any{colStatus: "Not started", colProgress: "Tŷ"}).saved("a.xlsx", october26())
	out := collect(t, s, CollectOptions{})
	assert.Equal(t, "cell_not_in_csv", answerIn(t, out, "custody", "1", colProgress).Why)
	assert.Equal(t, merge.Taken, answerIn(t, out, "custody", "1", colStatus).Kind)

	s = settingOf(t, map[string]string{"custody": "Ref,Theme,Recommendation,Owner,Status,Progress note\n1,Data,Record every check,Estates; Courts,In progress,\n"})
	ask(t, s, AskOptions{})
	for _, owner := range []string{"Estates", "Courts"} {
		open(t, s, owner).fill("1", "", map[column]any{colStatus: "Not started", colProgress: owner + strings.Repeat(" word", 4000)}).saved(owner+".xlsx", october26())
	}
	out = collect(t, s, CollectOptions{})
	assert.Equal(t, 2, out.Count(merge.Refused), "together they are longer than a cell holds")
	assert.Equal(t, "cell_too_long", answerIn(t, out, "custody", "1", colProgress).Why)
	assert.Contains(t, out.Line(s.Words[0], answerIn(t, out, "custody", "1", colProgress)), "longer than a cell can hold")
	assert.False(t, answerIn(t, out, "custody", "1", colProgress).ours(), "the owner can shorten it")
}

// TestRowsThatAreNotTheirs: rows of another owner, rows that name nothing, returns that nobody can be found for, and a day of completion
// before the report.
func TestRowsThatAreNotTheirs(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	words := func(out *Collected, ref string) string {
		for _, a := range out.Answers {
			if a.Row != nil && a.Row.Ref == ref || a.Row == nil && a.Shown == ref {
				return string(a.Kind) + " " + a.Why + ": " + out.Line(s.Words[0], a)
			}
		}
		return outcomes(out)
	}
	put := func(rows [][]string) *Collected {
		forget(t, s)
		o := open(t, s, "Head of Custody")
		o.replace(rows)
		o.saved("a.xlsx", october26())
		return collect(t, s, CollectOptions{Received: october26()})
	}
	title := []string{"Update on recommendations: Head of Custody"}
	heads := []string{"Ref", "Code", "Report", "Recommendation", "Status", "Progress since then", "Completed on"}
	out := put([][]string{title, heads, {"1", "", "Custody", "Record every check", "No change"}, {"2 (1)", "", "Review", "Train every constable", "Not started"}, {"", "", "", "", "No change"}})
	assert.Contains(t, words(out, "2 (1)"), "refused not_theirs")
	assert.Contains(t, words(out, "2 (1)"), "another owner was asked about this row")
	assert.Contains(t, words(out, "5"), "refused no_row")

	out = put([][]string{heads, {"1", "", "Custody", "Record every check", "No change"}, {"2 (3)", "", "Review", "Train every constable", "Not started"}})
	assert.Contains(t, words(out, "1"), "refused no_owner")
	assert.Contains(t, words(out, "1"), "it is not clear whose answers these are")
}

// TestFormulasWithoutResults: a cell of a return with a formula that no program has worked out says nothing.
func TestFormulasWithoutResults(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	o := open(t, s, "Head of Custody")
	require.NoError(t, o.file.SetCellFormula(o.tab, ooxml.CellName(o.column(colProgress), o.row("1", "Custody")), `"Done on "&TEXT(NOW(),"d mmm")`))
	o.saved("a.xlsx", october26())
	assert.Equal(t, "formula_no_value", answerIn(t, collect(t, s, CollectOptions{}), "custody", "1", colProgress).Why)
}

// TestCompletedBeforeTheReport: a day before the report was published is not the day on which its recommendation was met.
func TestCompletedBeforeTheReport(t *testing.T) {
	t.Parallel()
	s := workbookOf(t, func(f *excelize.File) {
		_, err := f.NewSheet("About")
		require.NoError(t, err)
		require.NoError(t, f.SetSheetCol("About", "A1", &[]any{"Title", "Published"}))
		require.NoError(t, f.SetSheetCol("About", "B1", &[]any{"Custody", "2023-05-10"}))
	})
	ask(t, s, AskOptions{})
	for day, want := range map[int]merge.Kind{9: merge.Refused, 10: merge.Taken} {
		forget(t, s)
		open(t, s, "Estates").fill("1", "", map[column]any{colStatus: "Complete", colCompleted: dates.NewDate(2023, 5, day)}).saved("a.xlsx", october26())
		out := collect(t, s, CollectOptions{})
		assert.Equal(t, want, answerIn(t, out, "custody", "1", colCompleted).Kind, outcomes(out))
	}
}

// TestWhatFilesAreTakenFor: one file of each kind that is not a return, with the words of its note. Names say nothing, and none of these is an
// owner's answer.
func TestWhatFilesAreTakenFor(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	returns := folder{s.Dir, s.Month}.returns()
	var document, spreadsheet bytes.Buffer
	for b, part := range map[*bytes.Buffer][2]string{&document: {"word/document.xml", "<w:document/>"}, &spreadsheet: {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}} {
		z := zip.NewWriter(b)
		w, err := z.Create(part[0])
		require.NoError(t, err)
		_, err = io.WriteString(w, part[1])
		require.NoError(t, err)
		require.NoError(t, z.Close())
	}
	for name, data := range map[string]string{
		"reply.pdf": "%PDF-1.7", "reply.eml": "From: ann@example.org\r\n\r\nNo change, thank you.", "reply.docx": document.String(), "empty.xlsx": "", "notes.csv": "What,When\nCall Ann,Monday\n",
		"reply.ods":    spreadsheet.String(),
		"~$reply.xlsx": "lock", ".~lock.reply.xlsx#": "lock", ".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "x",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(returns, name), []byte(data), 0o644))
	}
	for _, name := range []string{"2023-10-head-of-custody - Copy.xlsx", "2023-10-estates (1).xlsx", "2023-10-estates-ANNS-LAPTOP.xlsx"} {
		open(t, s, "Learning and Development").fill("2 (1)", "", map[column]any{colStatus: "No change", colProgress: name}).saved(name, october12())
	}
	out := collect(t, s, CollectOptions{})
	notes := map[string]string{}
	for i := range out.Returns {
		r := &out.Returns[i]
		notes[r.Name] = r.Owner + ": " + FileNote(s.Words[0], r)
		assert.NotContains(t, FileNote(s.Words[1], r), "«")
	}
	for _, name := range []string{"reply.pdf", "reply.docx", "reply.ods", "empty.xlsx"} {
		assert.Regexp(t, "^: It cannot be read. .* Ask for it as an Excel workbook.$", notes[name], name)
	}
	for _, name := range []string{"reply.eml", "notes.csv"} {
		assert.Equal(t, ": It has no table with Ref and the columns to fill in.", notes[name], name)
	}
	for _, name := range []string{"2023-10-head-of-custody - Copy.xlsx", "2023-10-estates (1).xlsx", "2023-10-estates-ANNS-LAPTOP.xlsx"} {
		assert.Equal(t, "Learning and Development: ", notes[name])
	}
	assert.Len(t, notes, 9, "lock files and files of the system are no returns")
	for _, o := range out.Owners() {
		assert.Equal(t, o.Owner.Name == "Learning and Development", o.How() == Answered)
	}
}
