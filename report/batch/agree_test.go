package batch_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"boardpack/report"
	"boardpack/report/reporttest/pace"
)

// samplePacks are the packs of the sample, as month and name.
func samplePacks() [][2]string {
	return [][2]string{{"2023-07", "stalking-harassment"}, {"2023-08", "stalking-harassment"}, {"2023-09", "stalking-harassment"},
		{"2023-08", "custody-inspection"}, {"2023-09", "custody-inspection"}}
}

// TestOutputsAgree reads the written files back and compares their numbers with those of the figures file.
func TestOutputsAgree(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	out := sample(t)
	_, words := samplePack(t, "stalking-harassment", "2023-07")
	for _, pack := range samplePacks() {
		month, name := pack[0], pack[1]
		t.Run(month+"/"+name, func(t *testing.T) {
			figures := figuresOf(t, out, month, name)
			stem := filepath.Join(out, month, name+"-"+month+"-en")
			assertWorkbookAgrees(t, stem+".xlsx", figures, words)
			assertPaperAgrees(t, goText(t, stem+".pdf"), figures)
			if text, ok := popplerText(t, stem+".pdf"); ok {
				assertPaperAgrees(t, text, figures)
			}
			assertPaperAgrees(t, pageText(t, filepath.Join(out, month, name+"-"+month+".html")), figures)
		})
	}
}

// assertWorkbookAgrees compares every figure of every theme, and of the whole, with the cells of the summary sheet.
func assertWorkbookAgrees(t *testing.T, path string, figures map[string]any, w report.Words) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer book.Close()
	rows, err := book.GetRows(w.Say("workbook.sheet.summary"))
	require.NoError(t, err)
	var headings []string
	for _, row := range rows { // the widest of the tables
		if len(row) > len(headings) {
			headings = row
		}
	}
	require.NotNil(t, headings, "the summary has no table")
	cells := map[string][]string{}
	for _, row := range rows {
		if len(row) == len(headings) {
			cells[row[0]] = row
		}
	}
	compare := func(name string, group map[string]any) {
		row := cells[name]
		require.NotNil(t, row, "no row for %s", name)
		for _, f := range report.Figures() {
			column := indexOf(headings, w.Say("figure."+string(f.Name), "Days", 60))
			require.GreaterOrEqual(t, column, 0, "no column for %s", f.Name)
			assert.Equal(t, fmt.Sprint(group[string(f.Name)]), row[column], "%s of %s", f.Name, name)
		}
		percent := row[indexOf(headings, w.Say("figure.percent_complete"))]
		if group["percent_complete"] != nil {
			assert.Equal(t, fmt.Sprint(group["percent_complete"])+"%", percent, "percent of %s", name)
		}
		assert.Equal(t, fmt.Sprint(group["rag"]), strings.ToLower(row[indexOf(headings, w.Say("figure.rag"))]), "rating of %s", name)
	}
	for _, theme := range figures["themes"].([]any) {
		group := theme.(map[string]any)
		compare(group["name"].(map[string]any)["en"].(string), group)
	}
	compare(w.Say("group.all"), figures["all"].(map[string]any))
}

// pageText is the English text of a page for browsers, its parts with spaces between.
func pageText(t *testing.T, path string) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(read(t, path)))
	require.NoError(t, err)
	var parts []string
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for _, a := range n.Attr {
			if a.Key == "lang" && a.Val == "cy" || a.Key == "class" && a.Val == "hidden" { // a drawing in words
				return
			}
		}
		if n.Type == html.TextNode {
			parts = append(parts, strings.Fields(n.Data)...)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(root)
	return strings.NewReplacer(" ,", ",", " (", " (", "( ", "(", " )", ")").Replace(strings.Join(parts, " "))
}

func indexOf(headings []string, heading string) int {
	for i, h := range headings {
		if h == heading {
			return i
		}
	}
	return -1
}

// assertPaperAgrees looks for the sentences, tiles and rows of the page at a glance, built here from the figures file alone.
func assertPaperAgrees(t *testing.T, text string, figures map[string]any) {
	t.Helper()
	n := func(group map[string]any, f report.Figure) int { return int(group[string(f)].(float64)) }
	all := figures["all"].(map[string]any)
	says := func(format string, args ...any) {
		t.Helper()
		want := fmt.Sprintf(format, args...)
		assert.True(t, strings.Contains(text, want), "it does not say %q", want)
	}
	complete := counted(n(all, report.FigComplete), "is complete", "are complete")
	if n(all, report.FigComplete) == 0 {
		complete = "none is complete"
	}
	says("Of the %d recommendations in scope, %s (%v%%)", n(all, report.InScope), complete, all["percent_complete"])
	says("Complete %d of %d · %v%%", n(all, report.FigComplete), n(all, report.InScope), all["percent_complete"])
	if figures["register"] == "custody-inspection" { // whose issuer signs nothing off
		says("Outstanding %d of %d", n(all, report.Outstanding), n(all, report.InScope))
	} else {
		says("Awaiting sign-off %d of %d", n(all, report.AwaitingSignOff), n(all, report.InScope))
	}
	says("Overdue %d of %d with a date", n(all, report.Overdue), n(all, report.Dated))
	says("Due within 60 days %d of %d with a date", n(all, report.DueSoon), n(all, report.Dated))
	for _, theme := range figures["themes"].([]any) {
		group := theme.(map[string]any)
		row := group["name"].(map[string]any)["en"].(string) + " "
		for _, f := range []report.Figure{report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised} {
			if k := n(group, f); k > 0 {
				row += strconv.Itoa(k) + " "
			}
		}
		rating := group["rag"].(string)
		rating = strings.ToUpper(rating[:1]) + rating[1:]
		if group["percent_complete"] == nil {
			says("%sNothing in scope", row)
			continue
		}
		says("%s%d of %d", row, n(group, report.FigComplete), n(group, report.InScope))
		says("%d %s", n(group, report.Overdue), rating)
	}
}

func counted(n int, one, other string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, other)
}

// goText reads the whole text of a PDF, one space between words.
func goText(t *testing.T, path string) string {
	t.Helper()
	file, reader, err := pdf.Open(path)
	require.NoError(t, err)
	defer file.Close()
	var b strings.Builder
	for p := 1; p <= reader.NumPage(); p++ {
		text, err := reader.Page(p).GetPlainText(nil)
		require.NoError(t, err)
		b.WriteString(text + " ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// popplerText reads it with pdftotext, where that is installed.
func popplerText(t *testing.T, path string) (string, bool) {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not installed: the PDF is read with the Go reader alone")
		return "", false
	}
	var out, errs bytes.Buffer
	command := exec.Command(program, "-raw", path, "-")
	command.Stdout, command.Stderr = &out, &errs
	require.NoError(t, command.Run(), errs.String())
	return strings.Join(strings.Fields(out.String()), " "), true
}

// TestSameInputSameBytes builds twice, with other numbers of jobs and into other folders, and compares every byte.
func TestSameInputSameBytes(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	second := options(t)
	second.Jobs = 5
	require.NoError(t, buildSample(second))
	first := sample(t)
	var compared int
	require.NoError(t, filepath.WalkDir(first, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(first, path)
		require.NoError(t, err)
		a, err := os.ReadFile(path)
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(second.Out, name))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(a, b), name)
		compared++
		return nil
	}))
	assert.Equal(t, 5*10+3, compared, "five packs of ten files, three manifests")
}
