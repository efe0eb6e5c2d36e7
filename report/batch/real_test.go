package batch_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/content"
	"boardpack/report/master"
	"boardpack/report/reporttest/pace"
	"boardpack/templates"
)

// realRegister is the environment variable that names a real register of 2,192 rows, which another organisation
// published and which does not lie in this repository. .ci/run sets it.
const realRegister = "BOARDPACK_REAL_REGISTER"

// realOptions lays the real register out as a month's input, with a template of its own.
func realOptions(t testing.TB) batch.Options {
	t.Helper()
	path := os.Getenv(realRegister)
	if path == "" {
		t.Skipf("%s is not set: it names a real register to read", realRegister)
	}
	o := options(t)
	loaded, err := templates.Load(filepath.Join("testdata", "real-register"))
	require.NoError(t, err)
	o.Rules, o.Vocabulary = &loaded.Rules, &loaded.Vocabulary
	o.Input = t.TempDir()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.Mkdir(filepath.Join(o.Input, "2024-04"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(o.Input, "2024-04", "real-register.xlsx"), data, 0o644))
	return o
}

func TestRealRegisterIsReadWhole(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := realOptions(t)
	o.Rules.SameRef = report.SameRefSeparate
	register, err := master.Read(filepath.Join(o.Input, "2024-04", "real-register.xlsx"),
		master.Options{Month: report.Month{Year: 2024, Month: 4}, Vocabulary: o.Vocabulary, Rules: o.Rules})
	require.NoError(t, err)
	require.Len(t, register.Recommendations, 2192)
	statuses, longest := map[string]int{}, 0
	for _, r := range register.Recommendations {
		statuses[r.Status]++
		longest = max(longest, len([]rune(r.Response["en"])))
	}
	assert.Equal(t, map[string]int{"Closed acceptable": 1178, "Unconfirmed": 343, "Closed cancelled": 269, "Open": 267,
		"Withdrawn": 110, "Closed superseded": 25}, statuses)
	assert.Equal(t, 11112, longest)
}

// TestRealRegisterMakesBothPacks builds it both ways, with the record edition: each row for itself, and the five pairs of the same ref and
// text as one. Every recommendation and reply is whole in the workbook and in the record, however long it is.
func TestRealRegisterMakesBothPacks(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	t.Run("separate", func(t *testing.T) {
		buildReal(t, report.SameRefSeparate, map[string]int{"duplicate-ref": 7, "no-owner": 31, "empty-theme": 2036, "completed-no-date": 5},
			map[string]any{"total": 2192, "withdrawn": 379, "superseded": 25, "in_scope": 1788, "complete": 1178, "in_progress": 267,
				"not_started": 343, "open": 610, "outstanding": 610, "no_date": 610, "percent_complete": 66, "rag": "amber"}, nil)
	})
	t.Run("actions", func(t *testing.T) {
		buildReal(t, report.SameRefActions, map[string]int{"duplicate-ref": 2, "no-owner": 31, "empty-theme": 2036, "completed-no-date": 5},
			map[string]any{"total": 2187, "withdrawn": 379, "superseded": 25, "in_scope": 1783, "complete": 1178, "in_progress": 265,
				"not_started": 340, "open": 605, "outstanding": 605, "no_date": 605, "percent_complete": 66, "rag": "amber"},
			[]content.Edition{content.ThePaper, content.TheRecord})
	})
}

// buildReal builds the register in English, or in both languages where all is to be tried. With the record among the editions, every text is
// looked for.
func buildReal(t *testing.T, how report.SameRef, problems map[string]int, figures map[string]any, editions []content.Edition) {
	o := realOptions(t)
	o.Rules.SameRef, o.Editions = how, editions
	if !pace.IsThorough() {
		o.Words = o.Words[:1]
	}
	outcomes, err := batch.Build(context.Background(), o)
	require.NoError(t, err)
	require.Len(t, outcomes, 1)
	require.NoError(t, outcomes[0].Err)

	codes := map[string]int{}
	for _, p := range outcomes[0].Problems {
		codes[p.Code]++
	}
	assert.Equal(t, problems, map[string]int{
		"duplicate-ref": codes["duplicate-ref"], "no-owner": codes["no-owner"], "empty-theme": codes["empty-theme"], "completed-no-date": codes["completed-no-date"]})

	all := figuresOf(t, o.Out, "2024-04", "real-register")["all"].(map[string]any)
	figures["no_response"] = all["no_response"]
	assertFigures(t, figures, all)
	if len(editions) > 0 {
		holdsEveryText(t, o)
	}
}

// holdsEveryText looks for the texts of the register in the workbook, and in the record where pdftotext is installed.
func holdsEveryText(t *testing.T, o batch.Options) {
	t.Helper()
	stem := filepath.Join(o.Out, "2024-04", "real-register-2024-04-en")
	register, err := master.Read(filepath.Join(o.Input, "2024-04", "real-register.xlsx"),
		master.Options{Month: report.Month{Year: 2024, Month: 4}, Vocabulary: o.Vocabulary, Rules: o.Rules})
	require.NoError(t, err)

	inBook := map[string]bool{}
	book, err := excelize.OpenFile(stem + ".xlsx")
	require.NoError(t, err)
	defer book.Close()
	rows, err := book.GetRows("Recommendations")
	require.NoError(t, err)
	for _, row := range rows {
		for _, cell := range row {
			inBook[squeezed(cell)] = true
		}
	}
	paper, hasPoppler := wholePaper(t, stem+"-record.pdf")
	missingInBook, missingInPaper := 0, 0
	for _, r := range register.Recommendations {
		texts := []string{squeezed(r.Text["en"])}
		for row := range r.Lines() {
			texts = append(texts, squeezed(row.Response["en"]))
		}
		for _, text := range texts {
			if !inBook[text] && text != "" {
				missingInBook++
			}
			if hasPoppler && !strings.Contains(paper, text) {
				missingInPaper++
			}
		}
	}
	assert.Zero(t, missingInBook, "texts that are not whole in the workbook")
	assert.Zero(t, missingInPaper, "texts that are not whole in the record edition")
}

// squeezed takes out white space and what has no shape: control characters, and the signs that stand for them in the packs.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\uFFFD' || r == '□' {
			return -1
		}
		return r
	}, text)
}

// wholePaper is the text of a PDF without white space and without the lines that every page repeats.
func wholePaper(t *testing.T, path string) (string, bool) {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not installed: the texts of the PDF are not compared")
		return "", false
	}
	text, err := exec.Command(program, "-raw", path, "-").Output()
	require.NoError(t, err)
	repeated := regexp.MustCompile(`^(OFFICIAL|Real register|Position at .*|Page \d+ of \d+|Recommendation .{1,20}, continued)$`)
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(string(text), "\f", "")) {
		if !repeated.MatchString(strings.TrimSpace(line)) {
			b.WriteString(squeezed(line))
		}
	}
	return b.String(), true
}
