package finish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
)

// perStream is how many objects share one object stream: enough to compress well, few enough to be read one stream at a time.
const perStream = 200

// place says where an object lies, as a cross-reference stream puts it: type 1 with an offset, or type 2 with the number of an object
// stream and an index in it.
type place struct {
	kind  byte
	where uint32
	index uint16
}

// holder is an object stream: the numbers of the objects in it, and itself.
type holder struct {
	numbers []uint32
	body    []byte
}

// packing gathers small objects until they fill an object stream.
type packing struct {
	numbers []uint32
	bodies  []byte
	full    []holder
	fault   error // the first
}

// add numbers a new object.
func (f *file) add(body []byte) int {
	n := f.reserve()
	f.put(n, body)
	return n
}

// reserve gives a number to an object whose body follows later, so that objects can point at each other.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	return len(f.objects) - 1
}

// put gives a new object its body, for good: a stream is kept, and anything else goes into an object stream.
func (f *file) put(n int, body []byte) {
	if isStream(body) {
		f.objects[n] = body
		return
	}
	p := &f.small
	p.numbers = append(p.numbers, uint32(n), uint32(len(p.bodies)))
	p.bodies = append(append(p.bodies, body...), '\n')
	if len(p.numbers) == 2*perStream {
		f.fill()
	}
}

// fill ends an object stream.
func (f *file) fill() {
	p := &f.small
	if len(p.numbers) == 0 {
		return
	}
	var head []byte
	for _, n := range p.numbers {
		head = append(strconv.AppendUint(head, uint64(n), 10), ' ')
	}
	h := holder{numbers: make([]uint32, 0, len(p.numbers)/2)}
	for i := 0; i < len(p.numbers); i += 2 {
		h.numbers = append(h.numbers, p.numbers[i])
	}
	var err error
	if h.body, err = f.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(h.numbers), len(head)), append(head, p.bodies...)); err != nil && p.fault == nil {
		p.fault = err
	}
	p.full = append(p.full, h)
	p.numbers, p.bodies = p.numbers[:0], p.bodies[:0]
}

// write lays out the file: the objects that are there whole, the object streams, and a cross-reference stream.
func (f *file) write(w io.Writer) error {
	f.fill()
	if f.small.fault != nil {
		return f.small.fault
	}
	var out bytes.Buffer
	// A comment of four bytes above 127 tells transfer programs that the file is binary (ISO 19005-3, 6.1.2).
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]place, len(f.objects), len(f.objects)+len(f.small.full)+1)
	for n, body := range f.objects {
		if body != nil {
			places[n] = place{kind: 1, where: uint32(out.Len())}
			writeObject(&out, n, body)
		}
	}
	for _, h := range f.small.full {
		for i, n := range h.numbers {
			places[n] = place{kind: 2, where: uint32(len(places)), index: uint16(i)}
		}
		places = append(places, place{kind: 1, where: uint32(out.Len())})
		writeObject(&out, len(places)-1, h.body)
	}
	if err := f.writeCrossReference(&out, places); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

func isStream(body []byte) bool { return bytes.HasSuffix(body, []byte("endstream")) }

func writeObject(out *bytes.Buffer, n int, body []byte) {
	out.Write(strconv.AppendInt(out.AvailableBuffer(), int64(n), 10))
	out.WriteString(" 0 obj\n")
	out.Write(body)
	out.WriteString("\nendobj\n")
}

func (f *file) writeCrossReference(out *bytes.Buffer, places []place) error {
	start := out.Len()
	places = append(places, place{kind: 1, where: uint32(start)})
	table := make([]byte, 0, len(places)*7)
	for n, p := range places {
		if n == 0 {
			p = place{index: 65535}
		}
		table = append(table, p.kind)
		table = binary.BigEndian.AppendUint32(table, p.where)
		table = binary.BigEndian.AppendUint16(table, p.index)
	}
	// The identifier is a hash of what the file holds, not of the time, so that the same input gives the same file.
	id := sha256.Sum256(out.Bytes())
	body, err := f.stream(fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]",
		len(places), f.root, f.info, id[:16], id[:16]), table)
	if err != nil {
		return err
	}
	writeObject(out, len(places)-1, body)
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}
