package tagged

import (
	"fmt"
	"strings"
	"unicode"
)

// marks is the text of a page's marked content: that of each number behind that of artifact, which nobody hears.
type marks []string

const artifact = -1

// of is the text of a number, "" where there is none.
func (m marks) of(id int) string {
	if at := id - artifact; at >= 0 && at < len(m) {
		return m[at]
	}
	return ""
}

// readMarks reads what is drawn on a page.
func (f *file) readMarks(page dict, fonts map[any]*font) (marks, []Placed, error) {
	s, ok := f.once(page.get("Contents")).(stream)
	if !ok {
		return nil, nil, fmt.Errorf("a page's content is no stream")
	}
	var err error
	if f.content, err = unpack(s, f.content[:0]); err != nil {
		return nil, nil, err
	}
	l := f.lexer(f.content, 0)
	r := contentReader{lexer: l, file: f, fonts: fonts, names: f.dict(f.dict(page.get("Resources")).get("Font")), out: make(marks, 1, 64), mark: artifact}
	var operands list
	for {
		if !r.inText {
			l.skipNumbers() // places, widths and colours of what is no text, which are not read
		}
		if l.begins("(") {
			if err := l.literal(); err != nil {
				return nil, nil, err
			}
			operands = append(operands, readLast{})
			continue
		}
		v, err := l.next()
		if err == errEnd {
			r.close()
			return r.out, r.placed, r.fault
		}
		if err != nil {
			return nil, nil, err
		}
		if op, ok := v.(operator); ok {
			r.do(string(op), operands)
			operands = operands[:0]
			continue
		}
		operands = append(operands, v)
	}
}

// contentReader follows the operators of a page that show text or mark content.
type contentReader struct {
	lexer *lexer
	file  *file
	fonts map[any]*font // by reference, shared by all pages
	names dict
	font  *font
	mark  int      // the number of the marked content that is open, or artifact
	open  []opened // what is open around the text
	text  []byte
	out   marks
	fault error // the first character that is drawn as something else

	inText bool // between BT and ET
	placed []Placed
	at     Placed // the text that is being shown
	size   float64
}

// Placed is one text as it stands on its page: the width of its characters from its beginning, and its baseline from the lower edge.
type Placed struct {
	Text              string
	X, Y, Width, Size float64
}

// amount is a number, whole or not.
func amount(v any) float64 {
	switch n := v.(type) {
	case int:
		return float64(n)
	case float64:
		return n
	}
	return 0
}

// readLast stands for the string that the lexer read last, which is most of what is shown, and is shown at once.
type readLast struct{}

// opened is marked content that is open: the mark of what is around it, and what its text stands for, "" where that is itself.
type opened struct {
	around int
	meant  string
	from   int // where what is drawn begins in the text that is being shown
}

func (r *contentReader) do(op string, operands list) {
	last := func() any {
		if len(operands) == 0 {
			return nil
		}
		return operands[len(operands)-1]
	}
	switch op {
	case "Tf":
		if len(operands) > 0 {
			r.useFont(operands[0])
		}
		if len(operands) > 1 { // within a text, where numbers are read
			r.size = amount(operands[1])
		}
	case "BT":
		if r.mark == artifact && (len(r.text) > 0 || r.out.of(artifact) != "") {
			r.text = append(r.text, ' ') // lines of the head and the foot follow each other without a mark between
		}
		r.inText, r.at = true, Placed{}
	case "Td":
		if len(operands) == 2 {
			r.at.X, r.at.Y = r.at.X+amount(operands[0]), r.at.Y+amount(operands[1])
		}
	case "ET":
		r.inText, r.at.Size = false, r.size
		r.placed = append(r.placed, r.at)
	case "Tj", "'", `"`:
		r.show(last())
	case "TJ":
		parts, _ := last().(list)
		for _, p := range parts {
			r.show(p)
		}
	case "BMC", "BDC":
		r.begin(operands)
	case "EMC":
		r.end()
	}
}

// begin opens marked content. A span without a number belongs to what is around it.
func (r *contentReader) begin(operands list) {
	r.close()
	var properties dict
	if len(operands) > 0 {
		properties, _ = operands[len(operands)-1].(dict)
	}
	meant, _ := properties.get("ActualText").(text)
	r.open = append(r.open, opened{r.mark, meant.String(), len(r.at.Text)})
	if id, ok := properties.get("MCID").(int); ok && id < len(r.lexer.data) { // a page has room for no more
		r.mark = id
	} else if len(operands) > 0 && operands[0] == name("Artifact") {
		r.mark = artifact
	}
}

// end closes marked content. What stands for something else is taken for that, if it can stand for it.
func (r *contentReader) end() {
	n := len(r.open) - 1
	if n < 0 {
		return
	}
	if meant := r.open[n].meant; meant != "" {
		if drawn := string(r.text); !standsFor(drawn, meant) {
			r.fail(fmt.Errorf("\"%s\" is drawn for \"%s\"", drawn, meant))
		}
		r.text = append(r.text[:0], meant...)
		r.at.Text = r.at.Text[:min(r.open[n].from, len(r.at.Text))] + meant
	}
	r.close()
	r.mark, r.open = r.open[n].around, r.open[:n]
}

// standsFor tells whether what is drawn has every character that is meant, in any order, or its code point in its place.
func standsFor(drawn, meant string) bool {
	for _, r := range meant {
		code := fmt.Sprintf("‹U+%04X›", r)
		switch {
		case unicode.IsSpace(r), strings.ContainsRune(drawn, r), strings.Contains(drawn, code), isBracket(r):
		default:
			return false
		}
	}
	return true
}

// isBracket tells of characters that are turned round in text from right to left.
func isBracket(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf, unicode.Sm)
}

func (r *contentReader) fail(err error) {
	if r.fault == nil {
		r.fault = err
	}
}

func (r *contentReader) useFont(v any) {
	n, _ := v.(name)
	key := r.names.get(n)
	if r.fonts[key] == nil {
		r.fonts[key] = r.file.readFont(key)
	}
	r.font = r.fonts[key]
}

func (r *contentReader) show(v any) {
	var drawn []byte
	switch v := v.(type) {
	case readLast:
		drawn = r.lexer.text
	case text:
		drawn = []byte(v)
	}
	if r.font == nil {
		return
	}
	begins := len(r.text)
	for i := 0; i+1 < len(drawn); i += 2 {
		code := r.font.code(drawn[i], drawn[i+1])
		r.text = append(r.text, code.text...)
		r.at.Width += float64(code.width) * r.size / 1000
		if !code.right {
			r.fail(fmt.Errorf("the character U+%04X is drawn as an empty box, or as another", r.font.rune(int(drawn[i])<<8|int(drawn[i+1]))))
		}
	}
	r.at.Text += string(r.text[begins:])
}

// close ends the text that belongs to the open mark.
func (r *contentReader) close() {
	if len(r.text) == 0 {
		return
	}
	at := r.mark - artifact
	for at >= len(r.out) {
		r.out = append(r.out, "")
	}
	r.out[at] += string(r.text)
	r.text = r.text[:0]
}
