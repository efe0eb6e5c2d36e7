package tagged

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// unpack gives the data of a stream, in memory of their own.
func (f *file) unpack(s stream) (data []byte, err error) {
	f.other, err = unpack(s, f.other[:0])
	return bytes.Clone(f.other), err
}

// unpack gives the data of a stream in the room that there is.
func unpack(s stream, room []byte) ([]byte, error) {
	switch s.dict.get("Filter") {
	case nil:
		return append(room, s.data...), nil
	case name("FlateDecode"):
	default:
		return nil, errors.New("a stream is packed in a way that is not read here")
	}
	if s.dict.get("DecodeParms") != nil {
		return nil, errors.New("a stream with decode parameters")
	}
	r := unpackers.Get().(*unpacker)
	defer unpackers.Put(r)
	if err := r.open(s.data); err != nil {
		return nil, errDamaged
	}
	for room = slices.Grow(room, 6*len(s.data)+1); ; room = slices.Grow(room, 1) {
		n, err := r.Read(room[len(room):cap(room)])
		switch room = room[:len(room)+n]; {
		case err == io.EOF:
			return room, nil
		case err != nil:
			return nil, errDamaged
		case len(room) > maxStream:
			return nil, errors.New("a stream is too large")
		}
	}
}

// errDamaged tells of a stream that is cut off or changed.
var errDamaged = errors.New("a stream cannot be unpacked: it is damaged")

// unpackers are used again for one stream after the other: their tables are larger than most streams.
var unpackers = sync.Pool{New: func() any { return &unpacker{} }}

type unpacker struct {
	io.ReadCloser
}

// open begins with the data of another stream.
func (u *unpacker) open(data []byte) (err error) {
	if u.ReadCloser == nil {
		u.ReadCloser, err = zlib.NewReader(bytes.NewReader(data))
		return err
	}
	return u.ReadCloser.(zlib.Resetter).Reset(bytes.NewReader(data), nil)
}
