package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Write puts a file into its place with its folders: beside it first and synced, then by a rename, so that it is the old or the new file and
// never a part of one. A file that has the same bytes already stays as it is. The error is that of the system.
func Write(path string, data []byte) error {
	err := put(path, data, func(made string) error { return WriteSynced(made, data, 0o644) })
	if err == nil {
		Settle(filepath.Dir(path))
	}
	return err
}

// WriteLoose is Write for a file that can be made again: it does not wait until the file is on the disk, and a power cut may cost it.
func WriteLoose(path string, data []byte) error {
	return put(path, data, func(made string) error { return os.WriteFile(made, data, 0o644) })
}

// put writes a file beside its place and renames it, unless it is there with the same bytes.
func put(path string, data []byte, write func(made string) error) error {
	if there, err := os.ReadFile(path); err == nil && bytes.Equal(there, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	made := path + unfinished
	err := write(made)
	if err == nil {
		err = Patiently(func() error { return Replace(made, path) })
	}
	if err != nil {
		os.Remove(made)
	}
	return err
}

// Settle makes the renames in a folder last through a power cut, where the system can be asked to: Windows cannot, and has them in its
// journal.
func Settle(dir string) {
	if file, err := os.Open(dir); err == nil {
		file.Sync()
		file.Close()
	}
}

// unfinished is the ending of a file that is still being written.
const unfinished = ".boardpack-unfinished"

// IsUnfinished tells whether a name is that of a file which a run was ended while writing.
func IsUnfinished(name string) bool { return strings.HasSuffix(name, unfinished) }

// WriteSynced puts bytes into a file under a name that nobody reads yet, and waits until they are on the disk.
func WriteSynced(path string, data []byte, mode fs.FileMode) error {
	file, err := Start(path, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Settle())
}

// File is a file under a name that nobody reads yet.
type File struct{ *os.File }

// Start begins one. Settle must be called.
func Start(path string, mode fs.FileMode) (File, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	return File{file}, err
}

// Settle waits until all that was written is on the disk, and closes the file.
func (f File) Settle() error {
	err := f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// Replace renames a file into a place. Windows gives up no name of a file that is open, not even where the program that has it open lets it
// be moved, as virus scanners and backups do: such a file is moved aside, among what waits, and goes with that.
func Replace(made, place string) error {
	err := os.Rename(made, place)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	aside := made + ".old"
	if os.Rename(place, aside) != nil {
		return err
	}
	if err = os.Rename(made, place); err != nil {
		_ = os.Rename(aside, place) // or else the next run makes it again
	}
	return err
}
