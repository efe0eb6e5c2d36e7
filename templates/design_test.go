package templates_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/figurerule"
	"boardpack/report/golden"
	"boardpack/report/reporttest"
	"boardpack/templates"
)

const designPage = "../docs/design.md"

// TestDesignPage writes the lists of docs/design.md from the code.
func TestDesignPage(t *testing.T) {
	t.Parallel()
	tpl, err := templates.Load("")
	require.NoError(t, err)
	words, err := tpl.Words("en")
	require.NoError(t, err)
	for _, s := range []struct{ name, from, text string }{
		{"values", "from the lists of package report", designValues()},
		{"figures", "from report.Figures", designFigures(words, &tpl.Rules)},
		{"sums", "tried on made-up registers", designSums()},
		{"ratings", "from templates/pack.yaml", designRatings(&tpl.Rules)},
		{"movement", "from report.Bridge", designMovement()},
		{"readings", "from dates.ReadingKinds and the wording", designReadings(words, &tpl.Rules)},
	} {
		golden.Section(t, designPage, "<!-- "+s.name+": "+s.from+" -->", "<!-- end of "+s.name+" -->", "\n"+s.text+"\n")
	}
}

// list gives the words of a list as code.
func list[T ~string](words []T) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = "`" + string(w) + "`"
	}
	return strings.Join(out, ", ")
}

func designValues() string {
	return "- State: " + list(report.States()) + ".\n" +
		"- Standing: " + list(report.Standings()) + ".\n" +
		"- Scope: " + list(report.Scopes()) + ".\n" +
		"- Sign-off: " + list(report.SignOffs()) + "; empty where the master has no such column.\n" +
		"- Rating: " + list(report.Ratings()) + ".\n" +
		"- Change of a row since the month before: " + list(report.ChangeKinds()) + ".\n" +
		"- Level of a problem: " + list([]report.Level{report.Failure, report.Warning, report.Note}) + ".\n"
}

func designFigures(w report.Words, rules *report.Rules) string {
	var b strings.Builder
	b.WriteString("| figure | rule |\n|---|---|\n")
	for _, rule := range report.Figures() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", rule.Name, figurerule.Sentence(w, rule, rules))
	}
	share := report.CompleteShare()
	fmt.Fprintf(&b, "| `%s` | %s |\n", share.Name, figurerule.ShareSentence(w, share, rules))
	fmt.Fprintf(&b, "| `%s` | %s |\n", report.FigRating, w.Say("figure.rag.rule"))
	return b.String()
}

// sum is a figure that is others together.
type sum struct {
	whole report.Figure
	parts []report.Figure
}

func sums() []sum {
	return []sum{
		{report.Total, []report.Figure{report.InScope, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal}},
		{report.InScope, []report.Figure{report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised}},
		{report.Open, []report.Figure{report.FigInProgress, report.FigNotStarted, report.FigUnrecognised}},
		{report.Open, []report.Figure{report.Dated, report.NoDate}},
		{report.Dated, []report.Figure{report.Overdue, report.DueSoon, report.DueLater}},
		{report.Outstanding, []report.Figure{report.Open, report.AwaitingSignOff}},
		{report.InScope, []report.Figure{report.Outstanding, report.FigComplete}},
	}
}

func designSums() string {
	var b strings.Builder
	for _, s := range sums() {
		fmt.Fprintf(&b, "- `%s` = %s\n", s.whole, strings.ReplaceAll(list(s.parts), ", ", " + "))
	}
	return b.String()
}

// TestDesignPageSums holds the sums that the page gives for every group of any register.
func TestDesignPageSums(t *testing.T) {
	t.Parallel()
	tpl, err := templates.Load("")
	require.NoError(t, err)
	rapid.Check(t, func(rt *rapid.T) {
		pack, err := report.Build(reporttest.DrawRegister(rt, report.Month{Year: 2024, Month: 5}), nil, &tpl.Rules)
		require.NoError(rt, err)
		for _, kind := range []report.GroupKind{report.OfAll, report.OfThemes, report.OfHeadings, report.OfSources, report.OfOwners} {
			for _, g := range pack.Groups(kind) {
				for _, s := range sums() {
					n := 0
					for _, part := range s.parts {
						n += g.N(part)
					}
					assert.Equal(rt, g.N(s.whole), n, "%s of %s", s.whole, g.ID)
				}
			}
		}
	})
}

func designRatings(rules *report.Rules) string {
	var b strings.Builder
	b.WriteString("| of | rating | when |\n|---|---|---|\n")
	for _, of := range []struct {
		name  string
		rules []report.RatingRule
	}{{"a recommendation", rules.PositionRatings}, {"a group", rules.GroupRatings}} {
		for _, r := range of.rules {
			fmt.Fprintf(&b, "| %s | %s | `%s` |\n", of.name, r.Rating, r.When)
		}
	}
	return b.String()
}

func designMovement() string {
	text := "    opening"
	for _, step := range (report.Bridge{}).Steps() {
		sign := " + "
		if step.Sign < 0 {
			sign = " − "
		}
		text += sign + step.ID
	}
	return text + " = closing\n"
}

func designReadings(w report.Words, rules *report.Rules) string {
	var b strings.Builder
	for _, kind := range dates.ReadingKinds() {
		end := dates.NewDate(2024, rules.FinancialYearEnd.Month(), rules.FinancialYearEnd.Day())
		fmt.Fprintf(&b, "- `%s`: %s\n", kind, w.Say("reading."+string(kind), "YearEnd", w.Say("date.day_month", "Day", end.Day(), "Month", w.MonthAlone(report.Month{Year: 2024, Month: end.Month()}))))
	}
	return b.String()
}

// layers gives each package of the page's drawing its layer: it imports only those of layers below its own.
func layers() map[string]int {
	return map[string]int{"report": 0, "report/named": 1, "report/figurename": 1, "report/figurerule": 2, "report/figuresjson": 2, "report/opendata": 2,
		"report/portfolio": 2, "report/content": 3, "report/explain": 4, "report/master": 4, "report/workbook": 4, "report/pdf": 4, "report/proof": 4,
		"report/batch": 5, "cmd/boardpack": 6}
}

// TestImportsPointInwards holds the packages to their layers.
func TestImportsPointInwards(t *testing.T) {
	t.Parallel()
	for dir, layer := range layers() {
		files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(dir), "*.go"))
		require.NoError(t, err)
		require.NotEmpty(t, files, dir)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			require.NoError(t, err)
			for _, spec := range file.Imports {
				path := strings.TrimPrefix(strings.Trim(spec.Path.Value, `"`), "boardpack/")
				if other, ours := layers()[path]; ours {
					assert.Less(t, other, layer, "%s imports %s", name, path)
				}
			}
		}
	}
}

// TestCommentsCiteTheDesignPage: a source that cites docs/design.md names one of its sections in quotes, and none cites another design.
func TestCommentsCiteTheDesignPage(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(designPage)
	require.NoError(t, err)
	sections := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^## (.+)$`).FindAllStringSubmatch(string(page), -1) {
		sections[m[1]] = true
	}
	cited, citing := regexp.MustCompile(`docs/design\.md`), regexp.MustCompile(`docs/design\.md, "([^"]+)"`)
	lines, uses := regexp.MustCompile(`\n\s*// `), 0
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != "..":
			return filepath.SkipDir
		case d.IsDir() || d.Name() == "design_test.go" || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".md"):
			return nil
		}
		source, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.NotContains(t, string(source), "DESIGN", path)
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		text := lines.ReplaceAllString(string(source), " ")
		named := citing.FindAllStringSubmatch(text, -1)
		assert.Len(t, named, len(cited.FindAllString(text, -1)), "%s cites the page without a section in quotes", path)
		for _, m := range named {
			assert.True(t, sections[m[1]], "%s cites the section %q, which docs/design.md does not have", path, m[1])
		}
		uses += len(named)
		return nil
	})
	require.NoError(t, err)
	assert.Greater(t, uses, 8, "the sources were found")
}
