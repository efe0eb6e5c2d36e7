package tagged

// The values of a PDF file. Whole numbers are int and others float64, strings are text, and null is nil.
type (
	name string
	list []any
	text string
	// reference points at an indirect object by its number.
	reference int
	// operator is a word that is no value: "obj", "BDC", "Tj".
	operator string
	// dict is a dictionary as it stands in the file: its last entry, which leads to those before it. Most have a handful: looking through
	// them is quicker than a map.
	dict = *entry
)

type entry struct {
	key    name
	value  any
	before dict
}

// get gives the value of a key, nil when it is not there. Of a key that is there twice, the last one counts.
func (d *entry) get(key name) any {
	for ; d != nil; d = d.before {
		if d.key == key {
			return d.value
		}
	}
	return nil
}

// stream is a dictionary with data, still compressed.
type stream struct {
	dict dict
	data []byte
}

// passedOver tells of entries that nobody here asks for, and which are most of a structure: what an element lies in, how it is laid out,
// where on a page something is. Their values are read over.
func passedOver(key name) bool {
	switch key {
	case "P", "A", "Parent", "Rect", "Border", "Dest", "StructParent":
		return true
	}
	return false
}

// store keeps what is read of one file.
type store struct {
	words   [512]word
	entries []entry // room for those to come: they are made by the hundred
	values  list    // of the arrays that are open
	text    []byte  // of the string that was read last
}

// word is a name or an operator, made once for wherever it stands.
type word struct {
	source string
	value  any
	passed bool
}

// word gives what a word is. Where two fall on one place, the later one is kept.
func (s *store) word(source []byte) *word {
	h := uint32(len(source))
	for _, c := range source {
		h = h*31 + uint32(c)
	}
	w := &s.words[h%uint32(len(s.words))]
	if w.source != string(source) {
		w.source = string(source)
		if source[0] == '/' {
			key := name(unescapeName(source[1:]))
			w.value, w.passed = key, passedOver(key)
		} else {
			w.value, w.passed = operator(source), false
		}
	}
	return w
}

// add puts an entry behind those of a dictionary.
func (s *store) add(d dict, key name, value any) dict {
	const together = 256
	if len(s.entries) == cap(s.entries) {
		s.entries = make([]entry, 0, together)
	}
	s.entries = append(s.entries, entry{key, value, d})
	return &s.entries[len(s.entries)-1]
}
