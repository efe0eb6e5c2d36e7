package batch_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/excerpt"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/proof"
	"boardpack/report/proof/sheets"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
	"boardpack/report/workbook"
	"boardpack/templates"
)

// TestLanguagesHaveEqualFigures: the packs of the sample in both languages agree with one figures file, and every number in
// the workbook of one stands in the same place of the other.
func TestLanguagesHaveEqualFigures(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	template := reporttest.Shipped(t)
	out := sample(t)
	for _, pack := range samplePacks() {
		month, name := pack[0], pack[1]
		stem := filepath.Join(out, month, name+"-"+month+"-")
		figures := read(t, stem+"figures.json")
		numbers := map[string][]string{}
		for _, lang := range []string{"en", "cy"} {
			words, err := template.Words(lang)
			require.NoError(t, err)
			book := read(t, stem+lang+".xlsx")
			doc, err := content.Read(read(t, stem+lang+".document.json"))
			require.NoError(t, err)
			check := proof.Check{Figures: proof.NewFigures(figures), Words: words}
			assert.NoError(t, check.Document(doc))
			assert.NoError(t, check.Workbook(book, doc))
			assert.NoError(t, check.Paper(read(t, stem+lang+".pdf"), doc))
			numbers[lang] = numbersOf(t, book)
		}
		assert.NotEmpty(t, numbers["en"])
		assert.Equal(t, numbers["en"], numbers["cy"], "%s %s", month, name)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// numbersOf lists every cell of a table that is a number, with its table and place. Owners are in the order of each
// language's alphabet, so that theirs have no place. The contents count the rows of each sheet, and that of the status words
// has the language's own beside those of the master.
func numbersOf(t *testing.T, data []byte) []string {
	t.Helper()
	book, err := sheets.Read(data)
	require.NoError(t, err)
	number := regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	var out []string
	for name, table := range book.Tables {
		if name == "Contents" {
			continue
		}
		for r, row := range table.Rows {
			for c, text := range row {
				if number.MatchString(text) {
					place := fmt.Sprint(r)
					if name == "Summary_by_owner" {
						place = "any row"
					}
					out = append(out, fmt.Sprintf("%s, row %s, column %d: %s", name, place, c+1, text))
				}
			}
		}
	}
	sort.Strings(out)
	return out
}

// strangeMaster is a master whose own words are of no language, with as much as possible to point out, so that every other
// word in the packs is the program's.
func strangeMaster(t *testing.T, month string, rows ...string) *report.Register {
	t.Helper()
	template := reporttest.Shipped(t)
	m, err := dates.ParseMonth(month)
	require.NoError(t, err)
	text := "Cyf,Thema,Argymhelliad,Ymateb,Perchennog,Cwmpas,Statws,Cymeradwyaeth,Dyddiad fel y'i hysgrifennwyd,Dyddiad cyflawni gwreiddiol,Dyddiad cyflawni,Cwblhawyd,Diweddarwyd,Qvk\n" + strings.Join(rows, "\n") + "\n"
	r, err := master.ReadBytes("qvx.csv", []byte(text), master.Options{Month: m, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
	require.NoError(t, err)
	r.About = report.About{Title: report.Text{"cy": "Zqv", "en": "Zqv"}, Organisation: report.Text{"cy": "Xqz", "en": "Xqz"}, Issuer: report.Text{"en": "Vzx"}, Board: report.Text{"en": "Wqx"},
		Published: dates.NewDate(2023, 6, 15), ResponseIssued: dates.NewDate(2023, 7, 14), MeetingDate: dates.NewDate(2023, 10, 12), Marking: "QVZ", Version: "1.0", Illustrative: true, Draft: true, Contact: report.Text{"en": "zzq"}}
	return r
}

// TestNoEnglishInWelshPacks: no word of the English wording that is none of the Welsh one stands in a Welsh pack.
func TestNoEnglishInWelshPacks(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	template := reporttest.Shipped(t)
	words, err := template.Words("cy")
	require.NoError(t, err)
	july := strangeMaster(t, "2023-07", "1,Data,Qzv xvq,Vqz,Zzx,,Ar y gweill,,2023,2023-09-30,2023-09-30,,2023-07-10,qv",
		"2,Data,Xvq zqv,Vqz,Zzx,,Heb ddechrau,,,,2023-12-31,,2023-07-10,", "3,Hyfforddiant,Zqv vvx,,Zzx,,Wedi'i gwblhau,Cytunwyd,,2023-06-30,2023-06-30,2023-06-20,2023-07-10,",
		"7,Hyfforddiant,Zqvx vvx,Qqz,Zzx,,Ar y gweill,,,2023-08-15,2023-08-15,,2023-07-10,", "8,Data,Vvqq xz,Qqz,,,Ar y gweill,,,2023-08-15,2023-08-15,,2023-07-10,")
	august := strangeMaster(t, "2023-08", "1,Data,Qzv xvq,Vqz,Zzx,,Ar y gweill,,2023,2023-09-30,2023-10-31,,2023-08-10,qv",
		"2,Data,Xvq zqv,Vqz,Zzx,,Ar y gweill,,,,2023-12-31,,2023-07-10,", "3,Hyfforddiant,Zqv vvx,,Zzx,,Wedi'i gwblhau,Cytunwyd,,2023-06-30,2023-06-30,2023-06-20,2023-07-10,",
		"7,Hyfforddiant,Zqvx vvx,Qqz,Zzx,,Ar y gweill,,,2023-08-15,2023-08-15,,2023-07-10,", "8,Data,Vvqq xz,Qqz,,,Ar y gweill,,,2023-08-15,2023-08-15,,2023-07-10,")
	now := strangeMaster(t, "2023-09",
		"1,Data,Qzv xvq,Vqz,Zzx,,Ar y gweill,,2023,2023-09-30,2023-11-30,,2023-09-10,qv", // moved, no reason
		"1,Data,Vvz zzq,,,,Ar y gweill,,yn y man,,,,2023-07-10,",                         // ref twice, no owner, no response, not understood
		"2,Qqqx,Xvq zqv,Gweler 9,Zzx,Ar y cyd,Qvqv,,,,2023-12-31,,2023-10-10,",           // unknown theme and status, updated in future
		"3,Hyfforddiant,Zqv vvx,,Zzx,,Ar y gweill,Cytunwyd,,2023-06-30,2023-06-30,2023-06-20,2023-09-01,",
		"4,Dioddefwyr,Xqzz,Vqz,Zzx,Allanol,Wedi'i gwblhau,,,2023-09-30,2023-08-30,,2023-09-01,",
		"5,Adnoddau,Qxxz,Vqz,Zzx,,Wedi'i gwblhau,Gofynnwyd,Hydref 2023,2023-09-30,2023-09-30,2023-12-01,2023-09-01,",
		"6,Cyflawnwyr,Zxxq,Vqz,Zzx,,Wedi'i dynnu'n ôl,,o fewn 12 mis,,,,qvqv,",
		"7,Data,Zqvx vvx,Qqz,Zzx,,Wedi'i gwblhau,Cytunwyd,,2023-08-15,2023-08-15,2023-09-15,2023-09-20,",
		"9,Cyflawnwyr,Gxxq zz,Vqz,Qvzz,Xvxv,Heb ddechrau,Qqz,bob chwe mis,,2023-10-15,,2023-09-20,")
	pack, err := report.Build(now, []*report.Register{july, august}, &template.Rules)
	require.NoError(t, err)
	assert.Greater(t, len(report.GroupProblems(pack.Problems)), 14, "as much as possible is pointed out")
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	english := englishAlone(t)

	var paper, book bytes.Buffer
	require.NoError(t, pdf.Write(&paper, content.Of(pack, words, nil), words, pdf.Options{AsAt: pack.AsAt, Fonts: fonts}))
	require.NoError(t, workbook.Write(&book, pack, content.Of(pack, words, nil), words, workbook.Options{}))
	assertNoEnglish(t, paperTexts(t, paper.Bytes()), english, "PDF")
	assertNoEnglish(t, bookTexts(t, book.Bytes()), english, "workbook")

	// The test would see English where there is some.
	en, err := template.Words("en")
	require.NoError(t, err)
	paper.Reset()
	require.NoError(t, pdf.Write(&paper, content.Of(pack, en, nil), en, pdf.Options{AsAt: pack.AsAt, Fonts: fonts}))
	found := 0
	for _, text := range paperTexts(t, paper.Bytes()) {
		for _, word := range wordsIn(text) {
			found += len(word) * btoi(english[word])
		}
	}
	assert.Greater(t, found, 2000)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// englishAlone gives the words of the English wording that the Welsh one has not, and that are no part of a name.
func englishAlone(t *testing.T) map[string]bool {
	t.Helper()
	wordings, err := templates.ShippedWordings()
	require.NoError(t, err)
	said := func(lang string) map[string]bool {
		out := map[string]bool{}
		for line := range strings.Lines(string(wordings[lang])) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			_, text, _ := strings.Cut(line, ":")
			for _, word := range wordsIn(regexp.MustCompile(`\{\{[^}]*\}\}`).ReplaceAllString(text, " ")) {
				out[word] = true
			}
		}
		return out
	}
	out := said("en")
	for word := range said("cy") {
		delete(out, word)
	}
	assert.Greater(t, len(out), 500)
	return out
}

// wordsIn gives the words of a text in small letters; single letters are none.
func wordsIn(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < 2 })
}

// What is quoted comes from the master, or is a word of the template, which has words of both languages. The code of a check
// is the same in every language, as in figures.json.
var (
	quotedWords  = regexp.MustCompile(`“[^”]*”`)
	codeOfACheck = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
)

func assertNoEnglish(t *testing.T, texts []string, english map[string]bool, what string) {
	t.Helper()
	assert.NotEmpty(t, texts)
	told := map[string]bool{}
	for _, text := range texts {
		if codeOfACheck.MatchString(text) {
			continue
		}
		text = quotedWords.ReplaceAllString(text, " ")
		for _, word := range wordsIn(text) {
			if english[word] && !told[word] {
				told[word] = true
				assert.Fail(t, "English in the Welsh "+what, "%q in %q", word, excerpt.Short(text, 120))
			}
		}
	}
}

// paperTexts gives all that is read out of a PDF, and what stands at the edges of its pages.
func paperTexts(t *testing.T, data []byte) []string {
	t.Helper()
	doc, err := tagged.Read(data)
	require.NoError(t, err)
	out := append([]string(nil), doc.Around...)
	for _, e := range doc.Root.All("H1", "H2", "H3", "P", "Note", "LI", "TH", "TD", "Figure", "TOCI", "Link") {
		out = append(out, e.Text(), e.Alt)
	}
	return out
}

// bookTexts gives every text of a workbook that a person can see: of cells, charts, drop-downs, alternative texts and
// properties, and not formulas.
func bookTexts(t *testing.T, data []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	seen := []string{"descr", "title", "prompt", "promptTitle", "error", "errorTitle", "caption", "comment", "name"}
	hidden := []string{"f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula", "definedName", "Application", "creator", "lastModifiedBy", "Company"}
	var out []string
	for _, part := range archive.File {
		if !strings.HasSuffix(part.Name, ".xml") || strings.Contains(part.Name, "theme") || strings.Contains(part.Name, "styles") || part.Name == "[Content_Types].xml" {
			continue
		}
		file, err := part.Open()
		require.NoError(t, err)
		decoder := xml.NewDecoder(file)
		var open []string
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			switch v := token.(type) {
			case xml.StartElement:
				open = append(open, v.Name.Local)
				for _, a := range v.Attr {
					if slices.Contains(seen, a.Name.Local) && (a.Name.Local != "name" || v.Name.Local == "sheet" || v.Name.Local == "tableColumn") {
						out = append(out, a.Value)
					}
				}
			case xml.EndElement:
				open = open[:len(open)-1]
			case xml.CharData:
				if len(open) > 0 && !slices.Contains(hidden, open[len(open)-1]) {
					out = append(out, string(v))
				}
			}
		}
		require.NoError(t, file.Close())
	}
	return out
}
