package ooxml

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
)

// change puts text in the place of some bytes of a part's text.
type change struct {
	from, to int64
	text     string
}

// spliced gives a text with the changes, which do not overlap; of two at one place the first comes first.
func spliced(r io.Reader, changes []change) io.Reader {
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	const buffer = 64 << 10
	text := bufio.NewReaderSize(r, buffer)
	var pieces []io.Reader
	at := int64(0)
	for _, c := range changes {
		pieces = append(pieces, io.LimitReader(text, c.from-at), strings.NewReader(c.text), &skipped{text, c.to - c.from})
		at = c.to
	}
	return io.MultiReader(append(pieces, text)...)
}

// skipped passes over some bytes of a text, and gives none.
type skipped struct {
	r      *bufio.Reader
	length int64
}

func (s *skipped) Read([]byte) (int, error) {
	if _, err := io.CopyN(io.Discard, s.r, s.length); err != nil && err != io.EOF {
		return 0, err
	}
	return 0, io.EOF
}

// splicedBytes gives the text with the changes whole.
func splicedBytes(data []byte, changes []change) []byte {
	size := len(data)
	for _, c := range changes {
		size += len(c.text)
	}
	var out bytes.Buffer
	out.Grow(size)
	_, _ = out.ReadFrom(spliced(bytes.NewReader(data), changes)) // neither fails
	return out.Bytes()
}
