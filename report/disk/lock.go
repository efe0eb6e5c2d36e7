// Package disk puts files in their places safely: one run at a time in a folder, and no file half written.
package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// LockName is the file by which two runs that publish in one folder see each other.
const LockName = ".boardpack-lock"

// errBusy tells that another run is publishing in the same folder.
var errBusy = errors.New("boardpack is already running")

// Lock keeps other runs from publishing in a folder. The system lets go of it when the process ends, however it ends: the file
// alone locks nothing, so that a crash leaves no lock behind.
type Lock struct{ file *flock.Flock }

// TakeLock locks the folder, which must exist. It does not wait.
func TakeLock(dir string) (*Lock, error) {
	path := filepath.Join(dir, LockName)
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not the file that it should be: delete it, and run again", path)
	}
	for {
		file := flock.New(path)
		got, err := file.TryLock()
		if err != nil {
			return nil, err
		}
		if !got {
			return nil, fmt.Errorf("%w and writes to %s: wait until it has ended, and run again", errBusy, dir)
		}
		if stillThere(file, path) {
			return &Lock{file}, nil
		}
		file.Close() // the run that had it took the file away between opening and locking
	}
}

func stillThere(file *flock.Flock, path string) bool {
	held, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(held, there)
}

// Held tells whether the lock's file is still in its place.
func (l *Lock) Held() bool { return stillThere(l.file, l.file.Path()) }

// Release lets other runs in and takes the file away. Windows takes no file away that is open, so there it goes afterwards, and
// stays where another run has opened it by then.
func (l *Lock) Release() {
	path := l.file.Path()
	early := os.Remove(path)
	l.file.Close()
	if early != nil {
		os.Remove(path)
	}
}
