package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// maxStream is the size in bytes that a stream may unpack to.
const maxStream = 256 << 20

// file is a PDF with its cross-references read.
type file struct {
	data    []byte
	trailer dict
	places  []place
	objects map[reference]any   // that several things ask for, as far as they are read
	packed  map[int]packedFiles // the object streams that were read last
	recent  []int               // their numbers, the oldest first
	store   store
	content []byte // room for what is drawn on a page, one after the other
	other   []byte // room for other streams
}

// keptStreams is how many object streams are kept unpacked: what follows each other mostly lies in the same one.
const keptStreams = 8

// place says where an object lies: kind 1 at an offset, kind 2 in an object stream at an index, 0 nowhere.
type place struct {
	kind  byte
	where int
	index int
}

// packedFiles is an unpacked object stream: what reads it, and the offset of each object in it.
type packedFiles struct {
	lexer   *lexer
	offsets []int
}

func open(data []byte) (*file, error) {
	f := &file{data: data, packed: map[int]packedFiles{}, objects: map[reference]any{}}
	end := bytes.LastIndex(data, []byte("startxref"))
	if end < 0 {
		return nil, errors.New("no startxref: this is no whole PDF")
	}
	l := f.lexer(data, end+len("startxref"))
	at, err := l.next()
	start, ok := at.(int)
	if err != nil || !ok || start >= len(data) {
		return nil, errors.New("startxref points nowhere")
	}
	object, err := f.readAt(start)
	if err != nil {
		return nil, fmt.Errorf("the cross-references: %w", err)
	}
	table, ok := object.(stream)
	if !ok || table.dict.get("Type") != name("XRef") {
		return nil, errors.New("the cross-references are no stream")
	}
	f.trailer = table.dict
	return f, f.readPlaces(table)
}

func (f *file) readPlaces(table stream) error {
	data, err := f.unpack(table)
	if err != nil {
		return fmt.Errorf("the cross-references: %w", err)
	}
	widths, _ := table.dict.get("W").(list)
	if len(widths) != 3 || table.dict.get("Prev") != nil || table.dict.get("Index") != nil {
		return errors.New("the cross-references are of a kind that is not read here")
	}
	var w [3]int
	var ok bool
	for i, v := range widths {
		if w[i], ok = v.(int); !ok || w[i] > 8 {
			return errors.New("the cross-references have a width that is not read here")
		}
	}
	row := w[0] + w[1] + w[2]
	f.places = make([]place, 0, len(data)/max(1, row))
	for ; row > 0 && len(data) >= row; data = data[row:] {
		f.places = append(f.places, place{byte(number(data[:w[0]])), number(data[w[0] : w[0]+w[1]]), number(data[w[0]+w[1] : row])})
	}
	return nil
}

func number(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// readAt reads the object that begins at an offset.
func (f *file) readAt(at int) (any, error) {
	if at < 0 || at >= len(f.data) {
		return nil, fmt.Errorf("no object at byte %d", at)
	}
	l := f.lexer(f.data, at)
	for _, want := range []any{nil, nil, operator("obj")} {
		v, err := l.next()
		if err != nil || want != nil && v != want {
			return nil, fmt.Errorf("no object at byte %d", at)
		}
	}
	v, err := l.next()
	if err != nil {
		return nil, err
	}
	entries, ok := v.(dict)
	if !ok {
		return v, nil
	}
	l.skipSpace()
	if !bytes.HasPrefix(f.data[l.at:], []byte("stream")) {
		return v, nil
	}
	start := l.at + len("stream")
	if start < len(f.data) && f.data[start] == '\r' {
		start++
	}
	start++
	length, ok := f.resolve(entries.get("Length")).(int)
	if !ok || start+length > len(f.data) {
		return nil, fmt.Errorf("the stream at byte %d has no length that fits", at)
	}
	return stream{entries, f.data[start : start+length]}, nil
}

// resolve follows a reference. What cannot be read is null, as the standard has it for objects that are not there.
func (f *file) resolve(v any) any {
	n, ok := v.(reference)
	if !ok {
		return v
	}
	value, read := f.objects[n]
	if !read {
		f.objects[n] = nil // a reference that leads back to itself is null
		value = f.once(v)
		f.objects[n] = value
	}
	return value
}

// once follows a reference to an object that nothing else asks for, and does not keep it.
func (f *file) once(v any) any {
	r, ok := v.(reference)
	if !ok {
		return v
	}
	n := int(r)
	if n < 0 || n >= len(f.places) {
		return nil
	}
	var value any
	var err error
	switch p := f.places[n]; p.kind {
	case 1:
		value, err = f.readAt(p.where)
	case 2:
		value, err = f.readPacked(p.where, p.index)
	}
	if err != nil {
		return nil
	}
	return value
}

func (f *file) dict(v any) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (f *file) list(v any) list {
	out, _ := f.resolve(v).(list)
	return out
}

// readPacked reads an object out of an object stream.
func (f *file) readPacked(holder, index int) (any, error) {
	p, ok := f.packed[holder]
	if !ok {
		var err error
		if p, err = f.unpackObjects(holder); err != nil {
			return nil, err
		}
		f.packed[holder] = p
		if f.recent = append(f.recent, holder); len(f.recent) > keptStreams {
			delete(f.packed, f.recent[0])
			f.recent = f.recent[1:]
		}
	}
	if index < 0 || index >= len(p.offsets) {
		return nil, errors.New("an object stream without the object")
	}
	return p.lexer.readAt(p.offsets[index])
}

func (f *file) unpackObjects(holder int) (packedFiles, error) {
	s, ok := f.resolve(reference(holder)).(stream)
	if !ok {
		return packedFiles{}, errors.New("no object stream " + strconv.Itoa(holder))
	}
	data, err := f.unpack(s)
	if err != nil {
		return packedFiles{}, err
	}
	count, _ := s.dict.get("N").(int)
	first, _ := s.dict.get("First").(int)
	l := f.lexer(data, 0)
	p := packedFiles{l, make([]int, 0, min(count, len(data)))}
	for range count {
		l.skipSpace()
		l.bare()
		l.skipSpace()
		at, ok := whole(l.bare())
		if !ok || first+at > len(data) {
			return p, errors.New("an object stream's own list cannot be read")
		}
		p.offsets = append(p.offsets, first+at)
	}
	return p, nil
}
