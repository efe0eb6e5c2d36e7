package proof_test

import (
	"bytes"
	"flag"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/reporttest/pace"
)

var everywhere = flag.Bool("everywhere", false, "plant a wrong digit in every place of the sample's files, not in some: takes minutes")

// someDigits is how many places of the sample are tried where not all are.
const someDigits = 200

// digit is one digit that a reader of a file meets.
type digit struct {
	kind string // of the place: "shown", "alternative text"
	was  string // what stands there
	file func() []byte
}

// TestEveryDigitIsProved changes one digit after the other that a reader meets in the files of the sample: in what pages show, at their
// edges, in charts and in what is told of them and of links, in bookmarks, cells, lines, headings, heads and feet. Each must be caught. The
// files' own properties, their title and version, are not proved.
func TestEveryDigitIsProved(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	files := sampleFiles(t)
	for _, f := range files {
		t.Run(f.name, func(t *testing.T) {
			step := 1
			if !*everywhere {
				step = max(1, len(f.digits)*len(files)/someDigits)
			}
			kinds, missed := map[string]int{}, []string{}
			for i := 0; i < len(f.digits); i += step {
				d := f.digits[i]
				if kinds[d.kind]++; f.proves(d.file()) == nil {
					missed = append(missed, d.kind+": a digit of "+d.was)
				}
			}
			t.Logf("%d digits, of which were changed: %v", len(f.digits), kinds)
			assert.Empty(t, missed, "not caught")
		})
	}
}

// written is a file with the places of its digits and what proves it.
type written struct {
	name   string
	digits []digit
	proves func([]byte) error
}

// sampleFiles gives the packs of both masters in both languages.
func sampleFiles(t *testing.T) []written {
	var out []written
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		en, cy, proves := both(t, name)
		out = append(out, written{name + "/html", digitsOfPage(en.page(t, en.doc, cy.doc)), proves})
		for _, lang := range []string{"en", "cy"} {
			s := load(t, name, lang, "")
			check := s.check()
			out = append(out,
				written{name + "/" + lang + "/pdf", digitsOfPaper(t, s.paper(t, s.doc)), func(data []byte) error { return check.Paper(data, s.doc) }},
				written{name + "/" + lang + "/xlsx", digitsOfBook(t, s.book(t, s.doc)), func(data []byte) error { return check.Workbook(data, s.doc) }})
		}
	}
	return out
}

// toldIn are the texts in the objects of a PDF that a reader meets: what is told of a drawing, of a link, and the bookmarks.
var toldIn = map[string]*regexp.Regexp{
	"alternative text": regexp.MustCompile(`(?s)/Alt ?(\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)`),
	"link":             regexp.MustCompile(`(?s)/Contents ?(\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)`),
	"bookmark":         regexp.MustCompile(`(?s)/Title ?(\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)`),
	"meant":            regexp.MustCompile(`(?s)/ActualText ?(\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)`),
}

// shownText is a text that a page shows, as codes of two bytes.
var shownText = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) Tj`)

func digitsOfPaper(t *testing.T, data []byte) []digit {
	p := openPaper(t, data)
	var out []digit
	for _, s := range p.streams {
		place := func(kind, was string, at int) {
			out = append(out, digit{kind, was, func() []byte {
				changed := bytes.Clone(s.data)
				changed[at] = otherDigit(changed[at])
				return p.with(s, changed)
			}})
		}
		if isPage(s) {
			eachShownDigit(s.data, place)
			continue
		}
		for kind, pattern := range toldIn {
			for _, m := range pattern.FindAllSubmatchIndex(s.data, -1) {
				eachToldDigit(s.data[m[2]:m[3]], func(was string, at int) { place(kind, was, m[2]+at) })
			}
		}
	}
	slices.SortStableFunc(out, func(a, b digit) int { return strings.Compare(a.kind, b.kind) })
	return out
}

// isPage tells of the contents of pages.
func isPage(s pdfStream) bool {
	return bytes.Contains(s.data, []byte(" Tj")) && bytes.Contains(s.data, []byte("BDC"))
}

func eachShownDigit(page []byte, do func(kind, was string, at int)) {
	for _, m := range shownText.FindAllSubmatchIndex(page, -1) {
		shown := strings.ReplaceAll(string(page[m[2]:m[3]]), "\x00", "")
		kind := "shown"
		if around := page[:m[2]]; bytes.LastIndex(around, []byte("/Artifact")) > bytes.LastIndex(around, []byte("/MCID")) {
			kind = "at the edge"
		}
		for i := m[2] + 1; i < m[3]; i++ {
			if c := page[i]; '0' <= c && c <= '9' && page[i-1] == 0 {
				do(kind, shown, i)
			}
		}
	}
}

// eachToldDigit finds the digits of a text as the objects of a PDF have it: in brackets, or as codes of UTF-16 in hexadecimal.
func eachToldDigit(told []byte, do func(was string, at int)) {
	if told[0] == '(' {
		for i, c := range told {
			if '0' <= c && c <= '9' {
				do(string(told), i)
			}
		}
		return
	}
	for i := 1; i+4 < len(told); i += 4 {
		if code := told[i : i+4]; bytes.HasPrefix(code, []byte("003")) && code[3] <= '9' {
			do(string(told), i+3)
		}
	}
}

// toldBy are the texts of a workbook's parts that a reader meets, by what the part's name holds.
var toldBy = []struct {
	part, kind string
	pattern    *regexp.Regexp
}{
	{"worksheets/sheet", "cell", regexp.MustCompile(`<c (?:[^>]*)>(?:<f>[^<]*</f>)?<v>([^<]*)</v>`)},
	{"worksheets/sheet", "cell", regexp.MustCompile(`<t(?: [^>]*)?>([^<]*)</t>`)},
	{"worksheets/sheet", "head or foot", regexp.MustCompile(`<odd(?:Header|Footer)>([^<]*)<`)},
	{"sharedStrings", "cell", regexp.MustCompile(`<t(?: [^>]*)?>([^<]*)</t>`)},
	{"tables/table", "heading", regexp.MustCompile(`<tableColumn [^>]*name="([^"]*)"`)},
	{"tables/table", "alternative text", regexp.MustCompile(`altText(?:Summary)?="([^"]*)"`)},
	{"drawings/drawing", "alternative text", regexp.MustCompile(`descr="([^"]*)"`)},
	{"charts/chart", "chart", regexp.MustCompile(`<(?:c:)?v>([^<]*)</`)},
	{"charts/chart", "chart", regexp.MustCompile(`<a:t>([^<]*)</`)},
	{"xl/workbook.xml", "name of a sheet", regexp.MustCompile(`<sheet name="([^"]*)"`)},
}

func digitsOfBook(t *testing.T, data []byte) []digit {
	a := unzip(t, data)
	var out []digit
	for _, name := range a.names {
		part := a.parts[name]
		for _, told := range toldBy {
			if !strings.Contains(name, told.part) || strings.Contains(name, "_rels") {
				continue
			}
			for _, m := range told.pattern.FindAllSubmatchIndex(part, -1) {
				if bytes.Contains(part[m[0]:m[2]], []byte(`t="s"`)) {
					continue // the number of a text
				}
				was := fmt.Sprintf("%s: %s", name, part[m[2]:m[3]])
				eachDigit(part[m[2]:m[3]], func(at int) {
					out = append(out, digit{told.kind, was, func() []byte {
						changed := bytes.Clone(part)
						changed[m[2]+at] = otherDigit(changed[m[2]+at])
						return a.with(t, name, changed)
					}})
				})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b digit) int { return strings.Compare(a.kind, b.kind) })
	return out
}

// eachDigit finds the digits of a text of XML, but for those of characters that stand by their number.
func eachDigit(text []byte, do func(at int)) {
	entity := false
	for i, c := range text {
		switch {
		case c == '&':
			entity = true
		case c == ';':
			entity = false
		case !entity && '0' <= c && c <= '9':
			do(i)
		}
	}
}
