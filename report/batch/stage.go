package batch

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"boardpack/report/disk"
	"boardpack/report/plainfile"
)

// unfinished is the folder, beside the files of a month, in which a run gathers what it makes. It is there only while a run is
// under way, or after one that was killed.
const unfinished = ".boardpack-unfinished"

// stage holds the files of a run on the disk beside their places, synced, until all are made: what is published is then a matter
// of renames, which need no room and cannot be half done. Memory holds one pack of each job at most.
type stage struct {
	out  string
	mu   sync.Mutex
	made map[string]bool // folders
}

func newStage(out string) *stage { return &stage{out: out, made: map[string]bool{}} }

// sweep takes away what runs that were killed left behind.
func (s *stage) sweep() {
	left, err := filepath.Glob(filepath.Join(s.out, "*", unfinished))
	if err != nil {
		return // only a malformed pattern is an error
	}
	for _, dir := range left {
		os.RemoveAll(dir)
	}
}

// place is where a file is published, path where it waits.
func (s *stage) place(month, name string) string { return filepath.Join(s.out, month, name) }
func (s *stage) path(month, name string) string {
	return filepath.Join(s.out, month, unfinished, name)
}

// begin begins a file beside its place.
func (s *stage) begin(month, name string) *staged {
	return &staged{stage: s, month: month, name: name, sum: plainfile.NewDigest()}
}

// staged is a file that waits beside its place. It is there from the first byte on that is written to it.
type staged struct {
	stage       *stage
	month, name string
	file        disk.File
	sum         plainfile.Digest
	err         error // of the folder: there is no use in writing more
}

// Write writes more of the file.
func (f *staged) Write(data []byte) (n int, err error) {
	if f.open(); f.err != nil {
		return 0, f.err
	}
	f.sum.Write(data)
	n, f.err = f.file.Write(data)
	return n, f.err
}

func (f *staged) open() {
	if f.file.File != nil || f.err != nil {
		return
	}
	if f.err = f.stage.folder(filepath.Join(f.stage.out, f.month, unfinished)); f.err == nil {
		f.file, f.err = disk.Start(f.stage.path(f.month, f.name), 0o644)
	}
}

// sha is the hash of what was written.
func (f *staged) sha() string { return f.sum.String() }

// settle waits until the file is on the disk. It must be called, or drop.
func (f *staged) settle() error {
	if f.open(); f.file.File == nil {
		return f.err
	}
	return cmp.Or(f.err, f.file.Settle())
}

// drop leaves a file that is not wanted any more to the sweep of the folder.
func (f *staged) drop() {
	if f.file.File != nil {
		f.file.Close()
	}
}

// folder makes the folder the first time it is asked for. One that vanishes later is not made again: it was on a drive that is gone.
func (s *stage) folder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made[dir] {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		month := filepath.Dir(dir)
		if to, link := os.Readlink(month); link == nil && isGone(month) {
			return fmt.Errorf("%s is a link to %s, which is not there: make that folder, or take the link away", month, to)
		}
		return err
	}
	s.made[dir] = true
	return nil
}

// publish renames a file into its place. A file that is there already with the same bytes stays as it is, so that it keeps its date and
// may be open in another program.
func (s *stage) publish(month, name, sha string) error {
	if there, err := plainfile.SumFile(s.place(month, name)); err == nil && there == sha {
		return os.Remove(s.path(month, name))
	}
	return disk.Patiently(func() error { return disk.Replace(s.path(month, name), s.place(month, name)) })
}

func isGone(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// discard takes away all that waits, and the folders of months that have nothing in them. A month's folder that is a link, or a junction of
// Windows, stays: somebody made it so.
func (s *stage) discard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for dir := range s.made {
		os.RemoveAll(dir)
		if month, err := os.Lstat(filepath.Dir(dir)); err == nil && month.IsDir() {
			os.Remove(filepath.Dir(dir)) // only when it is empty
		}
	}
}

// settle makes the renames of a month last through a power cut, where the system can be asked to.
func (s *stage) settle(month string) {
	if dir, err := os.Open(filepath.Join(s.out, month)); err == nil {
		dir.Sync() // Windows cannot; renames are in its journal
		dir.Close()
	}
}
