//go:build !race

// The race detector takes several times the memory, so that bounds mean nothing under it.

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/master"
	"boardpack/report/reporttest/pace"
)

// The bounds of docs/limits.md, in MB: what the program takes by itself, what it takes for each megabyte that a master may unpack to,
// and for each recommendation of a pack.
const (
	ownMemory      = 100
	forAMegabyte   = 4
	forADenseSheet = 350 // of a million cells
	forATemplate   = 250
	forAPack       = 500 // of a thousand recommendations
)

// inputOf writes a master and gives its folder.
func inputOf(t *testing.T, p parts) string {
	t.Helper()
	dir := t.TempDir()
	p.write(t, dir)
	return dir
}

// TestBounds holds the memory that each command takes for masters that are made to take much, and what is said of them. Time is not
// held: the work is bounded by counts.
func TestBounds(t *testing.T) {
	sheet := func(rows func(w text)) parts { return register(rows, nothing) }
	from := []string{"init", "new", "--from", "input/2023-09/m.xlsx"}
	for _, c := range []struct {
		name      string
		parts     parts
		args      []string
		megabytes int
		says      string
		thorough  bool
	}{
		{"media that grow", register(nothing, nothing).with("xl/thumbnail.bmp", zeros(200)), []string{"check"}, ownMemory, "no problems found", false},
		{"large media", register(nothing, nothing).with("xl/media/a.bin", zeros(100)), []string{"check"}, ownMemory + 100, "no problems found", true},
		{"media over the limit", register(nothing, nothing).with("xl/thumbnail.bmp", zeros(30)), []string{"check", "--max-size", "20"}, ownMemory, "larger than 20 MB", false},
		{"a cell without end", sheet(func(w text) {
			w.WriteString(`<row><c t="str"><v>`)
			zeros(1)(text{w.Writer})
			w.times(30<<4, func(int) string { return strings.Repeat("a", 1<<16) })
		}),
			[]string{"check"}, ownMemory, "cannot be used", false},
		{"formulas that double", doubling(60), []string{"check", "--annotate", "marked"}, ownMemory, "so it was not calculated", false},
		{"a text for each byte", texts(1_500_000, 1), []string{"check", "--max-size", "64"}, ownMemory + 64*forAMegabyte, "no problems found", true},
		{"few long texts", texts(600, 90_000), []string{"check", "--annotate", "marked", "--max-size", "64"}, ownMemory + 64*forAMegabyte, "no problems found", false},
		{"more texts than cells", texts(100_001, 0), []string{"check", "--max-rows", "2000"}, ownMemory, "more than 100000 filled cells", false},
		{"sheets of cells without a table", many(20, 50, 300), []string{"check", "--max-rows", "50000"}, ownMemory, "more than 125000 filled cells", false},
		{"merged cells", merged(500_001), []string{"check"}, ownMemory + 64, "more than 500000 areas of merged cells", true},
		{"a dense sheet", dense(20_000), []string{"check"}, forADenseSheet, "46 points", false},
		{"a dense sheet, for a draft", dense(10_000), from, forADenseSheet, "10,001 recommendations", true},
		{"a dense sheet, explained", dense(5_000), []string{"explain", "m", "total"}, forADenseSheet, "Rows behind it: 5001", true},
	} {
		if c.thorough && !pace.IsThorough() {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, printed, megabytes := peak(t, inputOf(t, c.parts), c.args...)
			assert.Contains(t, printed, c.says)
			assert.LessOrEqual(t, megabytes, c.megabytes)
			t.Logf("%d of %d MB", megabytes, c.megabytes)
		})
	}
}

// TestTheBoundsAreWritten: the page says what the program does.
func TestTheBoundsAreWritten(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/limits.md")
	require.NoError(t, err)
	limits := master.Limits{}.OrDefault()
	number := func(n int) string {
		return regexp.MustCompile(`(\d)(\d{3})$`).ReplaceAllString(strconv.Itoa(n), "$1,$2")
	}
	for _, want := range []string{
		fmt.Sprintf("unpack to | %d MB |", limits.Unpacked>>20), fmt.Sprintf("rows | %s |", number(limits.Rows)), fmt.Sprintf("columns | %s |", number(limits.Columns)),
		fmt.Sprintf("a cell | %s |", number(limits.Cell)), fmt.Sprintf("| %d, and %d for each MB", ownMemory, forAMegabyte), "usually " + number(ownMemory+forAMegabyte*int(limits.Unpacked>>20)),
		fmt.Sprintf("| %d for a register of 5,000 rows", forADenseSheet), fmt.Sprintf("| %d for each 1,000 recommendations", forAPack), fmt.Sprintf("template | %d |", forATemplate),
	} {
		assert.Contains(t, string(page), want)
	}
}

// TestBoundOfACopy: a copy takes at most twice what reading the master takes, however large the pictures in it are.
func TestBoundOfACopy(t *testing.T) {
	t.Parallel()
	dir := inputOf(t, dense(5_000).with("xl/media/a.jpeg", pictures(60)))
	status, _, reading := peak(t, dir, "check")
	require.Zero(t, status)
	status, printed, copying := peak(t, dir, "check", "--annotate", "marked")
	require.Zero(t, status, printed)
	require.FileExists(t, filepath.Join(dir, "marked", "m-2023-09-problems.xlsx"))
	t.Logf("%d MB, and %d MB with a copy", reading, copying)
	assert.LessOrEqual(t, copying, 2*reading)
}

// TestBoundOfAPack holds what building a pack takes, and proving it when a workbook in it has become a bomb.
func TestBoundOfAPack(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	putRecommendations(t, dir, 1000)
	status, printed, building := peak(t, dir, "build", "--quiet")
	require.Zero(t, status, printed)
	status, printed, proving := peak(t, dir, "verify", "out")
	require.Zero(t, status, printed)
	t.Logf("build %d MB, verify %d MB", building, proving)
	assert.LessOrEqual(t, building, forAPack)
	assert.LessOrEqual(t, proving, forAPack)

	register(nothing, nothing).with("xl/worksheets/sheet2.xml", zeros(200)).write(t, dir)
	require.NoError(t, os.Rename(filepath.Join(dir, "input/2023-09/m.xlsx"), filepath.Join(dir, "out/2023-09/r-2023-09-en.xlsx")))
	status, printed, proving = peak(t, dir, "verify", "out")
	assert.Equal(t, exitFailed, status)
	assert.Contains(t, printed, "it unpacks to more than a workbook of a pack does")
	t.Logf("verify %d MB", proving)
	assert.LessOrEqual(t, proving, forAPack)
}

// putRecommendations writes a master of so many, each with a paragraph.
func putRecommendations(t *testing.T, dir string, n int) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("Ref,Theme,Recommendation,Status,Owner,Response\n")
	for i := range n {
		b.WriteString(strings.NewReplacer("#", string(rune('A'+i%26))+strings.Repeat("x", i/26%40), "@", string(rune('0'+i%10))).Replace(
			"#@" + ",Data,Review how records of # are kept and checked each month and report,In progress,Head of #,The team has begun the review and will report what it finds\n"))
	}
	path := filepath.Join(dir, "input", "2023-09", "r.csv")
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
}

// TestBoundOfATemplate holds what a template may take, and a logo.
func TestBoundOfATemplate(t *testing.T) {
	for _, c := range []struct{ name, file, content, pack, says string }{
		{"deep lists", "pack.yaml", "themes: " + strings.Repeat("[", 100_000), "", "deep"},
		{"deep groups", "pack.yaml", deepGroups(500), "", "deep"},
		{"many entries", "pack.yaml", "ignored:\n" + strings.Repeat("- x\n", 60_000), "", "no problems found"},
		{"many in brackets", "pack.yaml", "ignored: [" + strings.Repeat("x,", 100_000) + "x]\n", "", "no problems found"},
		{"names that stand for names", "pack.yaml", "a: &a [x, x]\n" + strings.Repeat("b: &b [*a, *a]\n", 10_000), "", "is there twice"},
		{"a large file", "pack.yaml", strings.Repeat("#\n", 1<<20), "", "larger than 256 kB"},
		{"a picture of many points", "logo.png", wideLogo(60_000), "logo: {file: logo.png, alt: {en: A, cy: A}}\n", "60000"},
		{"a picture of many bytes", "logo.png", wideLogo(10) + strings.Repeat("x", 50<<20), "logo: {file: logo.png, alt: {en: A, cy: A}}\n", "kB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := inputOf(t, register(nothing, nothing))
			require.NoError(t, os.MkdirAll(filepath.Join(dir, "template"), 0o755))
			if c.pack != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, "template", "pack.yaml"), []byte(c.pack), 0o644))
			}
			require.NoError(t, os.WriteFile(filepath.Join(dir, "template", c.file), []byte(c.content), 0o644))
			_, printed, megabytes := peak(t, dir, "check", "--templates", "template")
			assert.Contains(t, printed, c.says)
			assert.LessOrEqual(t, megabytes, forATemplate)
			t.Logf("%d MB: %s", megabytes, printed[:min(150, len(printed))])
		})
	}
}

func deepGroups(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// wideLogo gives the beginning of a picture that says that it has so many points across and down.
func wideLogo(points uint32) string {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32([]byte("IHDR"), points), points)
	head = append(head, 8, 2, 0, 0, 0)
	return "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" + string(binary.BigEndian.AppendUint32(head, crc32.ChecksumIEEE(head)))
}
