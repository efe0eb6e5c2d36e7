package tagged

import (
	"fmt"
)

// marks is the text of a page's marked content, by its number; artifact has the rest, which nobody hears.
type marks map[int]string

const artifact = -1

// readMarks reads what is drawn on a page.
func (f *file) readMarks(page dict, fonts map[any]*font) (marks, error) {
	s, ok := f.resolve(page.get("Contents")).(stream)
	if !ok {
		return nil, fmt.Errorf("a page's content is no stream")
	}
	data, err := unpack(s)
	if err != nil {
		return nil, err
	}
	r := contentReader{file: f, fonts: fonts, names: f.dict(f.dict(page.get("Resources")).get("Font")), out: marks{}, mark: artifact}
	l := f.lexer(data, 0)
	var operands list
	for {
		l.skipNumbers() // places, widths and colours: most of what a page holds, and none of it is read
		v, err := l.next()
		if err == errEnd {
			r.close()
			return r.out, nil
		}
		if err != nil {
			return nil, err
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
	file  *file
	fonts map[any]*font // by reference, shared by all pages
	names dict
	font  *font
	mark  int   // the number of the marked content that is open, or artifact
	open  []int // the numbers of those around it
	text  []byte
	out   marks
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
		if len(operands) == 1 {
			r.useFont(operands[0])
		}
	case "Tj", "'", `"`:
		r.show(last())
	case "TJ":
		parts, _ := last().(list)
		for _, p := range parts {
			r.show(p)
		}
	case "BMC", "BDC":
		r.close()
		r.open = append(r.open, r.mark)
		r.mark = artifact
		if id, ok := r.properties(last()).get("MCID").(float64); ok {
			r.mark = int(id)
		}
	case "EMC":
		r.close()
		if n := len(r.open); n > 0 {
			r.mark, r.open = r.open[n-1], r.open[:n-1]
		}
	}
}

func (r *contentReader) properties(v any) dict {
	d, _ := v.(dict)
	return d
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
	if drawn, ok := v.(text); ok && r.font != nil {
		if r.mark == artifact && len(r.text) > 0 {
			r.text = append(r.text, ' ') // lines of the head and the foot follow each other without a mark between
		}
		r.text = r.font.append(r.text, drawn)
	}
}

// close ends the text that belongs to the open mark.
func (r *contentReader) close() {
	if len(r.text) > 0 {
		if r.mark == artifact {
			r.text = append(r.text, ' ')
		}
		r.out[r.mark] += string(r.text)
		r.text = r.text[:0]
	}
}
