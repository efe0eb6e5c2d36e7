package content_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/content"
)

// layoutWords are the messages that a renderer may say itself, by how they begin: what belongs to a page, a sheet or a program, and says
// nothing of the figures.
func layoutWords() map[string][]string {
	return map[string][]string{
		"pdf": {
			"pdf.page",            // the number of a page is known when it is drawn
			"pdf.missing.",        // how a cell without a value looks
			"pdf.see",             // what is said of a link to a recommendation
			"pdf.list",            // and to the list behind a figure
			"pdf.figures_file",    // of the attached file
			"pdf.continued",       // what goes on on another page
			"pdf.units", "month.", // words that stay with the number before them at the end of a line
		},
		"html": {
			"pdf.missing.", // how a cell without a value looks
		},
		"workbook": {
			"workbook.page", "workbook.property.", "workbook.name.", // what Excel calls things
			"workbook.chart.themes", "workbook.chart.trend", "workbook.chart.movement", // titles of charts, which hold no number
			"workbook.list.",                          // what it says when it is used
			"workbook.annotate.", "column.", "level.", // the sheet of problems in a copy of the master, which is no pack
			"date.long", "value.yes", "value.no", "sign_off.none", // words that formulas compare or put together again
		},
	}
}

// TestRenderersWriteNoSentence holds that the PDF, the workbook and the page draw what the Document says: they ask the wording for nothing but the
// words of their own layout.
func TestRenderersWriteNoSentence(t *testing.T) {
	t.Parallel()
	for dir, allowed := range layoutWords() {
		met := map[string]bool{}
		eachFile(t, dir, func(name string, file *ast.File) {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) == 0 {
					return true
				}
				called := calledName(call)
				if f, ok := call.Fun.(*ast.SelectorExpr); ok && called == "Count" && fmt.Sprint(f.X) == "strings" {
					return true
				}
				if !slices.Contains([]string{"Say", "say", "Count", "Pieces", "Plain"}, called) {
					return true
				}
				at := 0
				if called == "Plain" && len(call.Args) > 1 {
					at = 1 // content.Plain takes the words first
				}
				id, isLiteral := beginning(call.Args[at])
				if !isLiteral {
					// The method that passes ids on, and texts that are no messages.
					assert.True(t, called == "Plain" || passesOn(call), "%s says a message that is not written there", name)
					return true
				}
				i := slices.IndexFunc(allowed, func(a string) bool { return id == a || strings.HasSuffix(a, ".") && strings.HasPrefix(id, a) })
				if assert.GreaterOrEqual(t, i, 0, "%s says %q: let the Document say it", name, id) {
					met[allowed[i]] = true
				}
				return true
			})
		})
		for _, a := range allowed {
			assert.True(t, met[a] || strings.HasPrefix(a, "workbook.chart."), "report/%s does not say %s any more: take it off the list", dir, a)
		}
	}
}

func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// beginning gives the literal that an expression begins with.
func beginning(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		return beginning(e.X)
	}
	return "", false
}

// passesOn tells of a call with the id that the function itself was given.
func passesOn(call *ast.CallExpr) bool {
	id, ok := call.Args[0].(*ast.Ident)
	return ok && id.Name == "id"
}

// eachFile gives the files of a package of report, without its tests.
func eachFile(t *testing.T, dir string, do func(name string, file *ast.File)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", dir, "*.go"))
	require.NoError(t, err)
	require.NotEmpty(t, files, dir)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		do(name, file)
	}
}

// known are the names and messages that the proof may write down, with why.
func known() []string {
	return []string{
		"overdue", "due_soon", "recommendations", "sign_off", "ageing", // names of the figures file, which tables are called after
		"pdf.page",            // the number of a page is known to the drawn file alone
		"pdf.missing.",        // how a cell without a value looks
		"pdf.see", "pdf.list", // what is said of links
		"pdf.continued",                                       // what goes on on another page
		"number.", "date.day_month", "month.", "month.short.", // how numbers, days and months are written within a text
		"value.percent",                 // how a share stands in a cell
		"value.none", "value.no_reason", // what stands for no value
		"value.yes", "value.no", "cover.draft.yes", "cover.draft.no", // what the figures file has as true or false
		"group.", "figure.", // the words for what the figures file names
		"workbook.",    // beginnings of messages for headings that are not called after their column
		"figures.json", // the file itself
	}
}

// message is how messages look, or their beginnings.
var message = regexp.MustCompile(`^[a-z_]+\.([a-z_.]+)?$`)

// TestTheProofKnowsNoTable holds that the proof takes everything from the Document and the figures file: it makes no Document, imports no
// renderer, and names no section, sheet, table or message but those listed.
func TestTheProofKnowsNoTable(t *testing.T) {
	t.Parallel()
	doc, met := namesOf(t), map[string]bool{}
	for _, dir := range []string{"proof", "proof/figures", "proof/difference", "proof/tagged", "proof/sheets", "proof/webpage"} {
		eachFile(t, dir, func(name string, file *ast.File) {
			for _, spec := range file.Imports {
				path, _ := strconv.Unquote(spec.Path.Value)
				for _, not := range []string{"pdf", "workbook", "html", "batch", "master", "figuresjson"} {
					assert.NotEqual(t, "boardpack/report/"+not, path, name)
				}
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := sel.X.(*ast.Ident); ok && x.Name == "content" {
						assert.NotEqual(t, "Of", sel.Sel.Name, "%s makes a Document", name)
					}
				}
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				s, _ := strconv.Unquote(lit.Value)
				if met[s] = true; doc[s] || message.MatchString(s) {
					assert.Contains(t, known(), s, "%s names %q", name, s)
				}
				return true
			})
		})
	}
	for _, s := range known() {
		assert.True(t, met[s], "the proof does not name %q any more: take it off the list", s)
	}
}

// namesOf gives the names of the sample's sections, sheets, tables and messages.
func namesOf(t *testing.T) map[string]bool {
	doc := content.Of(sample(t, "stalking-harassment"), words(t, "en"), nil)
	out := map[string]bool{}
	for _, s := range doc.Sections {
		out[s.ID] = true
	}
	for _, s := range doc.Sheets {
		out[s.ID] = true
	}
	for table := range doc.EachTable {
		out[table.ID] = true
	}
	doc.EachText(func(_ string, text content.Text) {
		for _, r := range text {
			out[r.Said.ID] = true
		}
	})
	delete(out, "")
	return out
}
