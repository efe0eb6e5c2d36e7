package figures

import (
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Lazy is a figures file that files are proved against. It is read once, the first time that it is needed, however many files
// of its pack are proved, side by side or one after the other.
type Lazy struct {
	// Bytes gives the content of the file, not to be changed.
	Bytes func() ([]byte, error)
	// Read gives the file, or says what is wrong with it.
	Read func() (*File, error)
}

// New takes the content of figures.json.
func New(data []byte) *Lazy { return Later(func() ([]byte, error) { return data, nil }) }

// Later takes what writes figures.json, and has it do so once.
func Later(write func() ([]byte, error)) *Lazy { return later(write, mostPlain) }

// mostPlain is the number of bytes up to which a file is held as it is. That of a national portfolio is held packed, in a twentieth of the
// room: it is asked for when it is written, attached to a PDF, read and proved.
const mostPlain = 64 << 20

func later(write func() ([]byte, error), plain int) *Lazy {
	held := sync.OnceValues(func() (func() ([]byte, error), error) {
		data, err := write()
		if err != nil || len(data) <= plain {
			return func() ([]byte, error) { return data, nil }, err
		}
		return packed(data)
	})
	content := func() ([]byte, error) {
		data, err := held()
		if err != nil {
			return nil, err
		}
		return data()
	}
	return &Lazy{content, sync.OnceValues(func() (*File, error) {
		b, err := content()
		if err != nil {
			return nil, err
		}
		return readFigures(b)
	})}
}

// packed packs bytes and gives what unpacks them.
func packed(data []byte) (func() ([]byte, error), error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	n := len(data)
	return func() ([]byte, error) {
		out := make([]byte, n)
		_, err := io.ReadFull(flate.NewReader(bytes.NewReader(b.Bytes())), out)
		return out, err
	}, err
}

// Check tells how the file differs from itself.
func (f *Lazy) Check() error {
	_, err := f.Read()
	return err
}
