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

// unpackers are used again for one part after the other: their tables and windows are larger than most parts.
var unpackers = sync.Pool{New: func() any { return &unpacker{inflate: flate.NewReader(bytes.NewReader(nil))} }}

// unpacker unpacks a part piece by piece, and sums what comes of it.
type unpacker struct {
	packed  bytes.Reader
	inflate io.ReadCloser
	from    io.Reader // one of the two: what is not packed is read as it is
	sum     uint32    // of what was unpacked
	size    uint64    // of what was unpacked
	window  []byte    // room for a scanner
}

// Read unpacks the next piece.
func (u *unpacker) Read(piece []byte) (int, error) {
	n, err := u.from.Read(piece)
	u.sum = crc32.Update(u.sum, crc32.IEEETable, piece[:n])
	u.size += uint64(n)
	return n, err
}

// open begins with another part. It is unpacked from the bytes of the workbook, which is quicker than through the readers of package zip.
func (u *unpacker) open(f *zip.File, workbook []byte) bool {
	start, err := f.DataOffset()
	if err != nil || start > int64(len(workbook)) || f.CompressedSize64 > uint64(int64(len(workbook))-start) {
		return false
	}
	u.packed.Reset(workbook[start:][:f.CompressedSize64])
	u.from, u.sum, u.size = &u.packed, 0, 0
	if f.Method == zip.Deflate {
		u.from = u.inflate
		_ = u.inflate.(flate.Resetter).Reset(&u.packed, nil) // fails for a dictionary alone, and there is none
	}
	return true
}

// close is ready for another part, and holds on to nothing of this workbook.
func (u *unpacker) close() {
	u.packed.Reset(nil)
	unpackers.Put(u)
}

// scan goes through the tags of a part, each with the text before it, both good until the next, and compares the part with its length and its
// checksum: all of it, also after a tag that was refused. Of a damaged part it says that, whatever its tags are.
func (p parts) scan(name string, tag func(before []byte, e element) error) error {
	f := p.files[name]
	if f == nil {
		return fmt.Errorf("the workbook lacks the part %s", name)
	}
	u := unpackers.Get().(*unpacker)
	defer u.close()
	if !u.open(f, p.data) {
		return fmt.Errorf("the part %s cannot be unpacked", name)
	}
	most := io.LimitReader(u, int64(f.UncompressedSize64)+1)
	s := scanner{from: most, window: u.window[:0]}
	var wrong error
	for wrong == nil {
		before, e, ok := s.next()
		if !ok {
			break
		}
		wrong = tag(before, e)
	}
	u.window = s.window
	switch _, err := io.Copy(io.Discard, most); {
	case err != nil || u.size < f.UncompressedSize64:
		return fmt.Errorf("the part %s cannot be unpacked", name)
	case u.size > f.UncompressedSize64:
		return fmt.Errorf("the part %s does not end where it should", name)
	case u.sum != f.CRC32:
		return fmt.Errorf("the part %s is not what was packed", name)
	}
	return wrong
}
