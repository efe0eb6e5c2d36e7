package finish

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// compressor packs one stream after the other with the same tables, which cost more to make than most streams to pack.
type compressor struct {
	packed bytes.Buffer
	writer *zlib.Writer
}

// pack gives the packed bytes; they are overwritten by the next call.
func (c *compressor) pack(data []byte) ([]byte, error) {
	c.packed.Reset()
	if c.writer == nil {
		c.writer = zlib.NewWriter(&c.packed)
	} else {
		c.writer.Reset(&c.packed)
	}
	if _, err := c.writer.Write(data); err != nil {
		return nil, fmt.Errorf("compress a stream: %w", err)
	}
	if err := c.writer.Close(); err != nil {
		return nil, fmt.Errorf("compress a stream: %w", err)
	}
	return c.packed.Bytes(), nil
}

// stream makes a compressed stream object out of the entries of its dictionary and its data.
func (f *file) stream(entries string, data []byte) ([]byte, error) {
	packed, err := f.compressor.pack(data)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(len(packed) + len(entries) + 80)
	fmt.Fprintf(&b, "<<%s/Filter/FlateDecode/Length %d>>\nstream\n", entries, len(packed))
	b.Write(packed)
	b.WriteString("\nendstream")
	return b.Bytes(), nil
}

// compressPages packs the content of the pages, which fpdf is told to leave as it is: it would pack faster and larger.
func (f *file) compressPages() error {
	for _, page := range f.pages {
		n := reference(f.objects[page], "Contents")
		if n == 0 || n >= len(f.objects) {
			return errNotFpdf
		}
		dict, data, ok := bytes.Cut(f.objects[n], []byte("stream\n"))
		if !ok || bytes.Contains(dict, []byte("/Filter")) {
			continue
		}
		var err error
		if f.objects[n], err = f.stream("", bytes.TrimSuffix(data, []byte("\nendstream"))); err != nil {
			return err
		}
	}
	return nil
}
