package sheets

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// unpackers are used again for one part after the other: their tables are larger than most parts.
var unpackers = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// read unpacks a part and compares it with its checksum. It is unpacked from the bytes of the workbook, which is quicker than through the
// readers of package zip.
func (p parts) read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, fmt.Errorf("the workbook lacks the part %s", name)
	}
	start, err := f.DataOffset()
	if err != nil || start > int64(len(p.data)) || f.CompressedSize64 > uint64(int64(len(p.data))-start) {
		return nil, fmt.Errorf("the part %s cannot be unpacked", name)
	}
	packed := p.data[start:][:f.CompressedSize64]
	if f.Method == zip.Deflate {
		r := unpackers.Get().(io.ReadCloser)
		defer unpackers.Put(r)
		_ = r.(flate.Resetter).Reset(bytes.NewReader(packed), nil) // fails for a dictionary alone, and there is none
		packed = make([]byte, f.UncompressedSize64)
		if _, err := io.ReadFull(r, packed); err != nil {
			return nil, fmt.Errorf("the part %s cannot be unpacked", name)
		}
		if _, err := r.Read(make([]byte, 1)); err != io.EOF {
			return nil, fmt.Errorf("the part %s does not end where it should", name)
		}
	}
	if crc32.ChecksumIEEE(packed) != f.CRC32 {
		return nil, fmt.Errorf("the part %s is not what was packed", name)
	}
	return packed, nil
}
