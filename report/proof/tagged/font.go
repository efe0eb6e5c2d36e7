package tagged

// font gives the text of the codes that a font draws, by its ToUnicode map (ISO 32000-1, 9.10.3). Codes are two bytes.
type font struct {
	ranges  []codeRange
	singles map[int]string
	glyphs  []byte      // the glyph of each code, two bytes each
	widths  map[int]int // of each code, in thousandths of the size
	letters [][]byte    // the tables of the font's own file that give each character its glyph
	// blocks keep what was found of a code, by its high byte: a text has few different ones.
	blocks [256]*[256]drawn
}

// drawn is what a code draws: text, and whether the glyph is that of its character.
type drawn struct {
	known, right bool
	width        int
	text         string
}

// codeRange maps the codes from first to last to the characters from to on.
type codeRange struct{ first, last, to int }

// readFont reads a font's map. A font without one gives no text.
func (f *file) readFont(v any) *font {
	out := &font{singles: map[int]string{}}
	out.glyphs, out.letters = f.readGlyphs(v)
	out.widths = f.readWidths(v)
	s, ok := f.resolve(f.dict(v).get("ToUnicode")).(stream)
	if !ok {
		return out
	}
	data, err := f.unpack(s)
	if err != nil {
		return out
	}
	l := f.lexer(data, 0)
	var values list
	for {
		v, err := l.next()
		if err != nil {
			return out
		}
		switch v {
		case operator("beginbfrange"), operator("beginbfchar"):
			values = nil
		case operator("endbfrange"):
			out.addRanges(values)
		case operator("endbfchar"):
			out.addSingles(values)
		default:
			values = append(values, v)
		}
	}
}

// readWidths reads the widths of a font's codes (ISO 32000-1, 9.7.4.3).
func (f *file) readWidths(v any) map[int]int {
	out := map[int]int{}
	descendants := f.list(f.dict(v).get("DescendantFonts"))
	if len(descendants) == 0 {
		return out
	}
	list := f.list(f.dict(descendants[0]).get("W"))
	for i := 0; i+1 < len(list); {
		first := int(amount(list[i]))
		if widths := f.list(list[i+1]); widths != nil {
			for j, w := range widths {
				out[first+j] = int(amount(w))
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return out
		}
		for c := first; c <= int(amount(list[i+1])) && c < 1<<16; c++ {
			out[c] = int(amount(list[i+2]))
		}
		i += 3
	}
	return out
}

func (t *font) addRanges(values list) {
	for i := 0; i+2 < len(values); i += 3 {
		first, ok1 := values[i].(text)
		last, ok2 := values[i+1].(text)
		to, ok3 := values[i+2].(text)
		if ok1 && ok2 && ok3 && len(to) <= 2 {
			t.ranges = append(t.ranges, codeRange{number([]byte(first)), number([]byte(last)), number([]byte(to))})
		}
	}
}

func (t *font) addSingles(values list) {
	for i := 0; i+1 < len(values); i += 2 {
		code, ok1 := values[i].(text)
		to, ok2 := values[i+1].(text)
		if ok1 && ok2 {
			t.singles[number([]byte(code))] = text("\xFE\xFF" + string(to)).String()
		}
	}
}

// code gives what a code draws.
func (t *font) code(high, low byte) *drawn {
	block := t.blocks[high]
	if block == nil {
		block = &[256]drawn{}
		t.blocks[high] = block
	}
	d := &block[low]
	if d.known {
		return d
	}
	code := int(high)<<8 | int(low)
	r := t.rune(code)
	d.known, d.width = true, t.widths[code]
	if text, ok := t.singles[code]; ok {
		d.text = text
	} else if r != 0 {
		d.text = string(r)
	}
	glyph := number16(t.glyphs, 2*code)
	d.right = glyph != 0 && glyph == t.letter(r)
	return d
}

func (t *font) rune(code int) rune {
	if i := code >> 8; i < len(t.ranges) && t.ranges[i].first <= code && code <= t.ranges[i].last {
		return rune(t.ranges[i].to + code - t.ranges[i].first) // maps that list every block in order are read at once
	}
	for _, r := range t.ranges {
		if r.first <= code && code <= r.last {
			return rune(r.to + code - r.first)
		}
	}
	return 0
}
