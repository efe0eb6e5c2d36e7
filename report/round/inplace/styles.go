package inplace

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/nfp"

	"boardpack/report/ooxml"
)

// styles are the formats of cells, and those that are to be added for dates.
type styles struct {
	part  string
	text  *ooxml.Text
	codes map[int]string // of number formats that are the workbook's own
	list  stretch        // <cellXfs>
	looks []look
	added map[int]int // the format for dates that was made of a format
	order []int       // the formats of which one was made, in order
}

// look is one format: where it is, and whether its numbers show as days.
type look struct {
	from, to int
	isDay    bool
}

// readStyles finds the formats. Nil without an error is a part that has none to which one could be added.
func readStyles(parts *ooxml.Parts, name string) (*styles, error) {
	raw, err := parts.ReadRaw(name)
	if err != nil {
		return nil, err
	}
	out := &styles{part: name, codes: map[int]string{}, added: map[int]int{}}
	if out.text, err = ooxml.ReadText(raw); err != nil {
		return nil, err
	}
	if err := out.walk(); err != nil {
		return nil, err
	}
	if len(out.looks) == 0 {
		return nil, nil
	}
	return out, nil
}

func (s *styles) walk() error {
	t := ooxml.NewTokens(bytes.NewReader(s.text.UTF8), len(s.text.UTF8), nil)
	for depth := 0; ; {
		before := int(t.Offset())
		token, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			s.start(token, t, before, depth)
		case xml.EndElement:
			after := int(t.Offset())
			switch {
			case depth == partDepth && s.list.inside > 0 && s.list.to == 0:
				s.list.end, s.list.to = before, after
			case depth == rowDepth && s.inList():
				s.looks[len(s.looks)-1].to = after
			}
			depth--
		}
	}
}

func (s *styles) inList() bool { return s.list.inside > 0 && s.list.to == 0 }

func (s *styles) start(e xml.StartElement, t *ooxml.Tokens, before, depth int) {
	switch {
	case e.Name.Local == "numFmt" && t.Within(1) == "numFmts" && depth == rowDepth:
		if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
			s.codes[id] = attribute(e, "formatCode")
		}
	case e.Name.Local == "cellXfs" && depth == partDepth:
		s.list.from, s.list.inside = before, int(t.Offset())
	case depth == rowDepth && s.inList():
		id, _ := strconv.Atoi(attribute(e, "numFmtId"))
		s.looks = append(s.looks, look{from: before, isDay: showsDay(id, s.codes[id])})
	}
}

// isDay tells whether numbers in a format show as days.
func (s *styles) isDay(style int) bool {
	return s != nil && style >= 0 && style < len(s.looks) && s.looks[style].isDay
}

// dated gives the format that shows days and is otherwise as another, which it adds where it has not done so yet.
func (s *styles) dated(style int) int {
	if style < 0 || style >= len(s.looks) {
		style = 0
	}
	if made, ok := s.added[style]; ok {
		return made
	}
	s.added[style] = len(s.looks) + len(s.order)
	s.order = append(s.order, style)
	return s.added[style]
}

// rewritten gives the text of the part with the formats that were added.
func (s *styles) rewritten() []byte {
	var added strings.Builder
	for _, style := range s.order {
		xf := s.text.UTF8[s.looks[style].from:s.looks[style].to]
		tag := startTag(xf)
		const shortDate = "14" // in the order of the reader's country: ECMA-376, part 1, 18.8.30
		added.Write(withAttribute(withAttribute(tag, "numFmtId", shortDate), "applyNumberFormat", "1"))
		added.Write(xf[len(tag):])
	}
	tag := startTag(s.text.UTF8[s.list.from:])
	counted := tag
	if valueOf(tag, "count") != "" {
		counted = withAttribute(tag, "count", strconv.Itoa(len(s.looks)+len(s.order)))
	}
	return splice(s.text.UTF8, []splicing{{s.list.from, s.list.inside, string(counted)}, {s.list.end, s.list.end, added.String()}})
}

// showsDay tells whether a number format shows the day of a date: not the month alone, and not the time of day. The built-in ones are
// in ECMA-376, part 1, 18.8.30.
func showsDay(id int, code string) (shows bool) {
	if code == "" {
		return id >= 14 && id <= 16 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58
	}
	const longest = 255 // characters that Excel keeps
	if len(code) > longest {
		return false
	}
	defer func() {
		if recover() != nil {
			shows = false // the parser does not read every code that a file can hold
		}
	}()
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 {
		return false
	}
	day, month := false, false
	for _, token := range sections[0].Items { // the other sections are those of negative numbers, zero and texts
		if token.TType == nfp.TokenTypeDateTimes {
			first := strings.ToLower(token.TValue[:min(1, len(token.TValue))])
			day, month = day || first == "d", month || first == "m"
		}
	}
	return day && month
}
