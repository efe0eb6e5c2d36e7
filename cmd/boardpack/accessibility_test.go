package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wcag lists the criteria of WCAG 2.2 of the levels A and AA; 4.1.1 is no longer one.
const wcag = "1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 " +
	"2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 " +
	"3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3"

// pdfa lists the clauses of ISO 19005-3 that veraPDF has rules for, and those of level A that it has none for, as the page groups them.
const pdfa = "6.1.2 6.1.3 6.1.4 6.1.6 6.1.7 6.1.8 6.1.9 6.1.10 6.1.12 6.1.13 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.8 6.2.9 6.2.10 6.2.11 " +
	"6.3 6.4 6.5 6.6.2 6.6.4 6.7.2 6.7.3 6.7.4 6.7.5 6.7.6 6.7.7 6.7.8 6.8 6.9 6.10 6.11"

// TestConformanceIsStatedClauseByClause: every checkpoint, clause and criterion is there once, in its order, with what is said of it.
func TestConformanceIsStatedClauseByClause(t *testing.T) {
	text := page(t, "docs/accessibility.md")
	var checkpoints, clauses []string
	for n := 1; n <= 31; n++ {
		checkpoints = append(checkpoints, fmt.Sprintf("%02d", n))
	}
	for n := 1; n <= 21; n++ {
		clauses = append(clauses, fmt.Sprintf("7.%d", n))
	}
	ua := rowsOf(t, text, "PDF/UA-1")
	assert.Equal(t, checkpoints, numbers(column(ua, 0)))
	named := strings.Join(column(ua, 1), " ")
	for _, clause := range clauses {
		assert.Regexp(t, `(^|[ ,])`+regexp.QuoteMeta(clause)+`($|[ ,])`, named, "clause of ISO 14289-1")
	}
	assert.Equal(t, strings.Fields(pdfa), numbers(column(rowsOf(t, text, "PDF/A-3A"), 0)))
	assert.Equal(t, strings.Fields(wcag), numbers(column(rowsOf(t, text, "WCAG 2.2 AA"), 0)))
	points := map[string]int{}
	for _, row := range rowsOf(t, text, "The workbook: the Analysis Function's list") {
		points[row[2]]++
	}
	assert.Contains(t, text, fmt.Sprintf("36 points | %d met, %d met in part, %d not met on purpose (filters, several tables on a sheet, printed heads), %d for the team, %d that do not apply",
		points["met"], points["in part"], points["not met"], points["the team"], points["n/a"]), "the summary says how many")
	for _, section := range []string{"PDF/UA-1", "PDF/A-3A", "WCAG 2.2 AA", "The workbook: the Analysis Function's list"} {
		for _, row := range rowsOf(t, text, section) {
			state := row[len(row)-3]
			assert.Contains(t, []string{"met", "not met", "in part", "n/a", "the team"}, state, "%s: %s", section, row[0])
			assert.NotEmpty(t, row[len(row)-2], "%s: how %s is so", section, row[0])
			assert.True(t, state != "met" || row[len(row)-1] != "", "%s: what holds %s", section, row[0])
		}
	}
}

// rowsOf gives the cells of each row of the first table below a heading, without its head.
func rowsOf(t *testing.T, text, heading string) [][]string {
	_, below, found := strings.Cut(text, "\n## "+heading+"\n")
	require.True(t, found, heading)
	below, _, _ = strings.Cut(below, "\n## ")
	var rows [][]string
	for line := range strings.Lines(below) {
		if !strings.HasPrefix(line, "|") {
			if len(rows) > 0 {
				break
			}
			continue
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	require.Greater(t, len(rows), 2, heading)
	return rows[2:]
}

func column(rows [][]string, i int) []string {
	var out []string
	for _, row := range rows {
		out = append(out, row[i])
	}
	return out
}

// numbers gives the numbers with which cells begin, one by one: a cell may have several, with commas between them.
func numbers(cells []string) []string {
	var out []string
	for _, cell := range cells {
		for part := range strings.SplitSeq(cell, ",") {
			number, _, _ := strings.Cut(strings.TrimSpace(part), " ")
			out = append(out, number)
		}
	}
	return out
}

// TestWhatTheConformanceRestsOnIsThere: a test, a step in the browser, a target and a file that the page of accessibility names exist.
func TestWhatTheConformanceRestsOnIsThere(t *testing.T) {
	source := testSources(t)
	steps, makefile := page(t, "report/html/browser/check.js"), page(t, "Makefile")
	count := 0
	for _, m := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(page(t, "docs/accessibility.md"), -1) {
		name := m[1]
		target, isTarget := strings.CutPrefix(name, "make ")
		step, isStep := strings.CutPrefix(name, "browser:")
		switch {
		case isTarget:
			assert.Contains(t, makefile, "\n"+target+":", name)
		case isStep:
			assert.Contains(t, steps, "const "+step+" = async", name)
			assert.Regexp(t, `const steps = \{[^}]*\b`+step+`\b`, steps, "the step is run")
		case strings.HasPrefix(name, "Test"):
			assert.Contains(t, source, "func "+name+"(t *testing.T)", name)
		case strings.Contains(name, "/"):
			found, err := filepath.Glob(filepath.Join(root, name))
			require.NoError(t, err)
			assert.NotEmpty(t, found, name)
		default:
			continue
		}
		count++
	}
	assert.Greater(t, count, 80)
}

// testSources gives the text of all tests.
func testSources(t *testing.T) string {
	var b strings.Builder
	for _, top := range []string{"cmd", "report", "templates"} {
		require.NoError(t, filepath.WalkDir(filepath.Join(root, top), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			name, err := filepath.Rel(root, path)
			if err == nil {
				b.WriteString(page(t, name))
			}
			return err
		}))
	}
	return b.String()
}
