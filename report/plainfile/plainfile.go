// Package plainfile opens the files that people and other programs leave where boardpack reads: only ordinary ones, because a pipe
// or a device can keep a run waiting for ever or never end, and only up to a size, because what is read is held in memory. It says
// in plain words why a file cannot be read.
package plainfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// ErrNotPlain tells that what has the file's name is no ordinary file: a folder, a pipe, a device, a socket.
var ErrNotPlain = errors.New("it is not an ordinary file")

// TooLarge is the error of a file that has more bytes than a caller takes.
type TooLarge struct{ Size, Most int64 }

// Error says both sizes in kB.
func (e *TooLarge) Error() string {
	return fmt.Sprintf("it has %d kB, and the limit is %d kB", (e.Size+1023)>>10, e.Most>>10)
}

// Open opens an ordinary file. The error is ErrNotPlain, or that of the system.
func Open(path string) (*os.File, error) {
	if err := plain(os.Stat(path)); err != nil {
		return nil, err
	}
	return os.Open(path)
}

func plain(info fs.FileInfo, err error) error {
	if err == nil && !info.Mode().IsRegular() {
		return ErrNotPlain
	}
	return err
}

// Read reads an ordinary file of at most so many bytes. The error is ErrNotPlain, a *TooLarge, or that of the system.
func Read(path string, most int64) ([]byte, error) {
	file, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readAll(file, most)
}

// ReadFS reads a file of a folder that need not be on a disk, as Read does.
func ReadFS(fsys fs.FS, name string, most int64) ([]byte, error) {
	if err := plain(fs.Stat(fsys, name)); err != nil {
		return nil, err
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readAll(file, most)
}

func readAll(file fs.File, most int64) ([]byte, error) {
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, ErrNotPlain
	case info.Size() > most:
		return nil, &TooLarge{info.Size(), most}
	}
	var data bytes.Buffer // of the right size from the start: one that grows takes three times as much
	data.Grow(int(info.Size()) + bytes.MinRead)
	_, err = data.ReadFrom(io.LimitReader(file, most+1))
	if err == nil && int64(data.Len()) > most { // it grew
		return nil, &TooLarge{int64(data.Len()), most}
	}
	return data.Bytes(), err
}
