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

// add numbers a new object.
func (f *file) add(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects) - 1
}

// reserve gives a number to an object whose body follows later, so that objects can point at each other.
func (f *file) reserve() int { return f.add(nil) }

// write lays out the file: the objects of fpdf as they are, all that was added in object streams, and a cross-reference stream.
func (f *file) write(w io.Writer) error {
	var out bytes.Buffer
	// A comment of four bytes above 127 tells transfer programs that the file is binary (ISO 19005-3, 6.1.2).
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := make([]place, len(f.objects), len(f.objects)+len(f.objects)/perStream+2)
	var packed []int
	for n := 1; n < len(f.objects); n++ {
		if n >= f.fixed && !isStream(f.objects[n]) {
			packed = append(packed, n)
			continue
		}
		places[n] = place{kind: 1, where: uint32(out.Len())}
		writeObject(&out, n, f.objects[n])
	}
	for len(packed) > 0 {
		part := packed[:min(perStream, len(packed))]
		packed = packed[len(part):]
		body, err := f.objectStream(part)
		if err != nil {
			return err
		}
		holder := len(places)
		for i, n := range part {
			places[n] = place{kind: 2, where: uint32(holder), index: uint16(i)}
		}
		places = append(places, place{kind: 1, where: uint32(out.Len())})
		writeObject(&out, holder, body)
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

func (f *file) objectStream(numbers []int) ([]byte, error) {
	var head, bodies []byte
	for _, n := range numbers {
		head = append(strconv.AppendInt(head, int64(n), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(bodies)), 10), ' ')
		bodies = append(append(bodies, f.objects[n]...), '\n')
	}
	return f.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(numbers), len(head)), append(head, bodies...))
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
