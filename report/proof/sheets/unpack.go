package sheets

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// unpackers are used again for one part after the other: their tables are larger than most parts.
var unpackers = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// unpacker gives its tables back when it is closed.
type unpacker struct{ io.ReadCloser }

func newUnpacker(r io.Reader) io.ReadCloser {
	u := unpackers.Get().(io.ReadCloser)
	_ = u.(flate.Resetter).Reset(r, nil) // fails for a dictionary alone, and there is none
	return unpacker{u}
}

// Close gives the tables back.
func (u unpacker) Close() error {
	unpackers.Put(u.ReadCloser)
	return nil
}
