package finish

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// errNotFpdf says that the bytes do not look like what fpdf writes: a plain cross-reference table, one revision.
var errNotFpdf = errors.New("not a file as fpdf writes it")

// file is a document being finished: numbered objects, each without its "obj" and "endobj".
type file struct {
	objects    [][]byte // those that stand by themselves, by number; nil for those in object streams, and for number 0, which is unused
	small      packing
	root, info int
	pages      []int        // object numbers of the pages, in order
	packed     bytes.Buffer // used again for each stream
}

// read takes a file of fpdf apart by its cross-reference table.
func read(raw []byte) (*file, error) {
	table, err := crossReference(raw)
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([][]byte, len(table))}
	for n := 1; n < len(table); n++ {
		if f.objects[n], err = objectAt(raw, n, table[n]); err != nil {
			return nil, err
		}
	}
	trailer := raw[max(0, bytes.LastIndex(raw, []byte("trailer"))):]
	f.root, f.info = reference(trailer, "Root"), reference(trailer, "Info")
	if max(f.root, f.info) >= len(f.objects) || len(f.objects) < 2 {
		return nil, errNotFpdf
	}
	f.pages = kids(f.objects[1])
	if f.root == 0 || f.info == 0 || len(f.pages) == 0 || slices.Max(f.pages) >= len(f.objects) {
		return nil, errNotFpdf
	}
	return f, nil
}

// crossReference gives the offset of every object, by number.
func crossReference(raw []byte) ([]int, error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, errNotFpdf
	}
	var start, count int
	if _, err := fmt.Sscanf(string(raw[at:]), "startxref\n%d", &start); err != nil || start >= len(raw) {
		return nil, errNotFpdf
	}
	if _, err := fmt.Sscanf(string(raw[start:min(start+40, len(raw))]), "xref\n0 %d\n", &count); err != nil {
		return nil, errNotFpdf
	}
	const entry = 20
	head := start + len("xref\n0 \n") + len(strconv.Itoa(count))
	if head+count*entry > len(raw) {
		return nil, errNotFpdf
	}
	offsets := make([]int, count)
	for n := range offsets {
		offset, err := strconv.Atoi(string(raw[head+n*entry : head+n*entry+10]))
		if err != nil || offset >= len(raw) {
			return nil, errNotFpdf
		}
		offsets[n] = offset
	}
	return offsets, nil
}

// objectAt cuts out one object. A stream may hold the word "endobj", so its length is taken from its dictionary.
func objectAt(raw []byte, number, offset int) ([]byte, error) {
	head := fmt.Appendf(nil, "%d 0 obj\n", number)
	body := raw[offset:]
	if !bytes.HasPrefix(body, head) {
		return nil, fmt.Errorf("object %d: %w", number, errNotFpdf)
	}
	body = body[len(head):]
	end := bytes.Index(body, []byte("endobj"))
	if stream := bytes.Index(body, []byte("stream\n")); stream >= 0 && stream < end {
		length := integer(body[:stream], "Length")
		from := stream + len("stream\n") + length
		if length < 0 || from > len(body) {
			return nil, fmt.Errorf("stream of object %d: %w", number, errNotFpdf)
		}
		end = from + bytes.Index(body[from:], []byte("endobj"))
	}
	if end < 0 {
		return nil, fmt.Errorf("end of object %d: %w", number, errNotFpdf)
	}
	return bytes.TrimRight(body[:end], "\n"), nil
}

// reference gives the object number in "/Name n 0 R", 0 if there is none.
func reference(dict []byte, name string) int {
	n := integer(dict, name)
	if n < 0 || !bytes.Contains(dict, fmt.Appendf(nil, "/%s %d 0 R", name, n)) {
		return 0
	}
	return n
}

// integer gives the number in "/Name n", -1 if there is none.
func integer(dict []byte, name string) int {
	_, digits, _ := bytes.Cut(dict, []byte("/"+name+" "))
	end := 0
	for end < len(digits) && '0' <= digits[end] && digits[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(digits[:end]))
	if err != nil {
		return -1
	}
	return n
}

// kids reads the list of pages.
func kids(pages []byte) []int {
	_, list, _ := bytes.Cut(pages, []byte("/Kids ["))
	list, _, found := bytes.Cut(list, []byte("]"))
	if !found {
		return nil
	}
	var numbers []int
	fields := bytes.Fields(list)
	for i := 0; i+2 < len(fields); i += 3 {
		n, err := strconv.Atoi(string(fields[i]))
		if err != nil {
			return nil
		}
		numbers = append(numbers, n)
	}
	return numbers
}
