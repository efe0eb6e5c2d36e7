package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// recalcAlways makes LibreOffice recalculate a file when it opens it. Without it the values in the file are shown as they
// are, and a check of them passes on anything.
const recalcAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// needsLibreOffice skips the test where LibreOffice is not asked for, or not installed.
func needsLibreOffice(t *testing.T) (soffice string) {
	if os.Getenv("CONFORMANCE") == "" {
		t.Skip("set CONFORMANCE to a folder of workbooks, or to 1, to recalculate with LibreOffice")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: nothing recalculated")
	}
	return soffice
}

// cached finds the value that stands behind a formula.
var cached = regexp.MustCompile(`</f><v>[^<]*</v>`)

// recalculated gives the workbook as LibreOffice saves it after working out every formula.
func recalculated(t *testing.T, book []byte) []byte {
	return allRecalculated(t, map[string][]byte{"book": book})["book"]
}

// atOnce is how many workbooks LibreOffice is given at once: to start takes longer than most do, and at some 250 it gave up.
const atOnce = 40

// allRecalculated does so for many workbooks. The values that the files hold are taken out before, so that none can be left as
// it was.
func allRecalculated(t *testing.T, books map[string][]byte) map[string][]byte {
	saved := map[string][]byte{}
	for names := range slices.Chunk(slices.Sorted(maps.Keys(books)), atOnce) {
		recalculateSome(t, books, names, saved)
	}
	return saved
}

func recalculateSome(t *testing.T, books map[string][]byte, names []string, saved map[string][]byte) {
	soffice, dir := needsLibreOffice(t), t.TempDir()
	profile := filepath.Join(dir, "profile", "user")
	require.NoError(t, os.MkdirAll(profile, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(profile, "registrymodifications.xcu"), []byte(recalcAlways), 0o644))
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	file := func(i int) string { return fmt.Sprintf("book-%d.xlsx", i) } // whatever the name is
	for i, name := range names {
		bare := changeParts(t, books[name], func(part string, data []byte) []byte { return cached.ReplaceAll(data, []byte("</f>")) })
		require.NoError(t, os.WriteFile(filepath.Join(dir, file(i)), bare, 0o644))
		args = append(args, filepath.Join(dir, file(i)))
	}
	output, err := exec.Command(soffice, args...).CombinedOutput()
	require.NoError(t, err, string(output))
	for i, name := range names {
		saved[name], err = os.ReadFile(filepath.Join(dir, "out", file(i)))
		require.NoError(t, err, string(output))
	}
}

// rawCells reads every cell of a workbook as stored.
func rawCells(t *testing.T, book []byte) map[string]string {
	f, err := excelize.OpenReader(bytes.NewReader(book))
	require.NoError(t, err)
	defer f.Close()
	cells := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		for r, row := range rows {
			for c, text := range row {
				if text != "" {
					cells[sheet+"!"+cellName(c+1, r+1)] = text
				}
			}
		}
	}
	return cells
}

// differences lists the cells that two workbooks do not agree on.
func differences(before, after map[string]string) []string {
	var out []string
	for place, was := range before {
		if is := after[place]; is != was {
			out = append(out, place+": "+was+" became "+is)
		}
	}
	for place, is := range after {
		if _, ok := before[place]; !ok {
			out = append(out, place+": nothing became "+is)
		}
	}
	return out
}

func TestLibreOfficeFindsTheSameNumbers(t *testing.T) {
	t.Parallel()
	needsLibreOffice(t)
	books := conformanceBooks(t)
	maps.Copy(books, partBooks(t))
	for name, saved := range allRecalculated(t, books) {
		t.Run(name, func(t *testing.T) {
			before, after := rawCells(t, books[name]), rawCells(t, saved)
			assert.Empty(t, differences(before, after))
			for place, value := range after {
				assert.NotRegexp(t, `^#(REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!)`, value, place)
			}
		})
	}
}

// TestPlantedNumberIsFound proves that the check above would see a wrong number.
func TestPlantedNumberIsFound(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	planted := replaceInPart(t, written(t, pack, words), "xl/worksheets/sheet1.xml", "</f><v>1</v>", "</f><v>77</v>")
	found := differences(rawCells(t, planted), rawCells(t, recalculated(t, planted)))
	require.Len(t, found, 1)
	assert.Contains(t, found[0], "77 became 1")
}

// replaceInPart changes the first such text in one part of a workbook.
func replaceInPart(t *testing.T, book []byte, part, old, new string) []byte {
	return changeParts(t, book, func(name string, data []byte) []byte {
		if name != part {
			return data
		}
		require.Contains(t, string(data), old)
		return []byte(strings.Replace(string(data), old, new, 1))
	})
}

// changeParts gives the workbook with each of its parts changed.
func changeParts(t *testing.T, book []byte, change func(part string, data []byte) []byte) []byte {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, entry := range in.File {
		r, err := entry.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := zw.Create(entry.Name)
		require.NoError(t, err)
		_, err = w.Write(change(entry.Name, data))
		require.NoError(t, err)
	}
	require.NoError(t, zw.Close())
	return out.Bytes()
}

func conformanceBooks(t *testing.T) map[string][]byte {
	books := map[string][]byte{}
	for name, pack := range packsToTest() {
		made, words := pack(t)
		books[name] = written(t, made, words)
		if dir := os.Getenv("KEEP"); dir != "" { // to look at them, or to give them to another validator
			require.NoError(t, os.WriteFile(filepath.Join(dir, name+".xlsx"), books[name], 0o644))
		}
	}
	_, template := testWords(t)
	welsh, err := template.Words("cy")
	require.NoError(t, err)
	pack, _ := samplePack(t)
	books["welsh"] = written(t, pack, welsh)
	addBooks(t, books, os.Getenv("CONFORMANCE"))
	return books
}

// partBooks are those of every kind in every language, the parts of each owner and theme with them, and those that a run made.
func partBooks(t *testing.T) map[string][]byte {
	books := map[string][]byte{}
	_, template := testWords(t)
	for _, lang := range template.WordingLanguages() {
		words, err := template.Words(lang)
		require.NoError(t, err)
		sample, _ := samplePack(t)
		for name, pack := range signOffPacks(t, sample) {
			books[name+" "+lang] = written(t, pack, words)
		}
	}
	addBooks(t, books, filepath.Join(os.Getenv("CONFORMANCE"), "parts"))
	return books
}

// addBooks adds the workbooks of a folder, if there are any to look at.
func addBooks(t *testing.T, books map[string][]byte, dir string) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	require.NoError(t, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		books[filepath.Base(path)] = data
	}
}
