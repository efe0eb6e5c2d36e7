package batch

import (
	"bytes"
	"fmt"
	"os"
	"sync"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/plainfile"
)

// sources are the masters of a run. Each file is read once, however often it is asked for: its hash, its settings and its rows come of
// the same bytes, and the manifest names those. They are kept until the series that have the file are done with it.
type sources struct {
	limits master.Limits

	mu    sync.Mutex
	known map[string]*source // by path
	room  int64              // bytes that may still be kept
	rows  int                // rows of registers that may still be kept
}

// What is kept at most; what is more is read again when it is needed.
const (
	mostKept     = 32 << 20 // bytes
	mostRowsKept = 20_000
)

// source is one file.
type source struct {
	mu   sync.Mutex
	read bool
	sha  string // "" where the file cannot be read
	err  error  // why it cannot be
	data []byte // nil where it is not kept
	// register is what was read to find out whose successor the file is, by the settings of the run; nil where nobody had to.
	register *report.Register
	needed   int // series that have it and are not done with it
}

func newSources(limits master.Limits) *sources {
	return &sources{limits: limits, known: map[string]*source{}, room: mostKept, rows: mostRowsKept}
}

func (s *sources) of(f *masterFile) *source {
	s.mu.Lock()
	defer s.mu.Unlock()
	is := s.known[f.path]
	if is == nil {
		is = &source{}
		s.known[f.path] = is
	}
	return is
}

func (s *sources) fits(size int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return size <= s.room
}

// keep takes room for so many bytes and rows, where there is room for both.
func (s *sources) keep(size int64, rows int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if size > s.room || rows > s.rows {
		return false
	}
	s.room, s.rows = s.room-size, s.rows-rows
	return true
}

// sha is the hash of a file; "" for one that cannot be read.
func (s *sources) sha(f *masterFile) string {
	is := s.of(f)
	is.mu.Lock()
	defer is.mu.Unlock()
	if is.read {
		return is.sha
	}
	if info, err := os.Stat(f.path); err == nil && !s.fits(info.Size()) {
		is.read = true
		is.sha, _ = plainfile.SumFile(f.path)
		return is.sha
	}
	_, _ = s.load(is, f) // reading it will say why
	return is.sha
}

// bytes gives what a file holds. The error is an *Unusable, or tells of a file that is not what it was any more.
func (s *sources) bytes(f *masterFile) ([]byte, error) {
	is := s.of(f)
	is.mu.Lock()
	defer is.mu.Unlock()
	if is.data != nil || is.err != nil {
		return is.data, is.err
	}
	if !is.read {
		return s.load(is, f)
	}
	data, err := master.Bytes(f.path, s.limits)
	if err == nil && plainfile.Sum(data) != is.sha {
		err = fmt.Errorf("%s was saved while it was being read: run again", f.listed)
	}
	return data, err
}

// load reads the file for the first time, and keeps it where there is room.
func (s *sources) load(is *source, f *masterFile) ([]byte, error) {
	is.read = true
	data, err := master.Bytes(f.path, s.limits)
	if err != nil {
		is.sha, _ = plainfile.SumFile(f.path) // of one that is too large, too
		is.err = err
		return nil, err
	}
	is.sha = plainfile.Sum(data)
	if s.keep(int64(len(data)), 0) {
		is.data = data
	}
	return data, nil
}

// mayHaveSettings tells whether a file may have sheets of settings, without reading a large one for it.
func (s *sources) mayHaveSettings(f *masterFile, v *report.Vocabulary) bool {
	is := s.of(f)
	is.mu.Lock()
	data, err := is.data, is.err
	is.mu.Unlock()
	if data != nil || err != nil {
		return err == nil && master.MayHaveSettings(bytes.NewReader(data), int64(len(data)), v)
	}
	file, err := plainfile.Open(f.path)
	if err != nil {
		return false
	}
	defer file.Close()
	info, err := file.Stat()
	return err == nil && master.MayHaveSettings(file, info.Size(), v)
}

// keepRegister keeps what was read of a file before its series is worked on.
func (s *sources) keepRegister(f *masterFile, register *report.Register) {
	is := s.of(f)
	is.mu.Lock()
	defer is.mu.Unlock()
	if is.register == nil && s.keep(0, len(register.Recommendations)) {
		is.register = register
	}
}

// takeRegister gives what was kept so, once; nil where nothing was.
func (s *sources) takeRegister(f *masterFile) *report.Register {
	is := s.of(f)
	is.mu.Lock()
	defer is.mu.Unlock()
	return s.dropRegister(is)
}

func (s *sources) dropRegister(is *source) *report.Register {
	register := is.register
	if is.register = nil; register != nil {
		s.keep(0, -len(register.Recommendations))
	}
	return register
}

// settle lets go of the files that no series of the plan has, and counts the series of each that one has. Masters without a successor
// are read for portfolios alone.
func (s *sources) settle(p *plan, portfolio bool) {
	count := func(files []masterFile) {
		for i := range files {
			s.of(&files[i]).needed++
		}
	}
	for i := range p.series {
		count(p.series[i].files)
	}
	for i := 0; portfolio && i < len(p.gone); i++ {
		count(p.gone[i].series.files)
	}
	for _, is := range s.known {
		s.drop(is)
	}
}

// release tells that one series is done with a file.
func (s *sources) release(f *masterFile) {
	is := s.of(f)
	is.mu.Lock()
	defer is.mu.Unlock()
	is.needed--
	s.drop(is)
}

// drop lets go of what is kept of a file that nobody needs. Its hash stays.
func (s *sources) drop(is *source) {
	if is.needed > 0 {
		return
	}
	s.keep(-int64(len(is.data)), 0)
	is.data = nil
	s.dropRegister(is)
}
