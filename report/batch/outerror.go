package batch

import (
	"errors"
	"fmt"
	"io/fs"

	"boardpack/report/plainfile"
)

// outError tells why nothing can be published in a folder. Everything that was published before is as it was.
type outError struct {
	Dir   string
	cause error
}

// Unwrap gives the system's own error.
func (e *outError) Unwrap() error { return e.cause }

// Error says what is wrong in words that tell what to do.
func (e *outError) Error() string {
	switch why := trouble(e.cause); {
	case why == diskFull:
		return fmt.Sprintf("the disk of %s is full: make room and run again; your existing packs are unchanged", e.Dir)
	case why == readOnly:
		return fmt.Sprintf("%s cannot be written to: ask for the right to write there, or choose another folder with --out", e.Dir)
	case why == openElsewhere:
		return fmt.Sprintf("a file in %s is open in another program: close it and run again", e.Dir)
	case why == vanished || errors.Is(e.cause, fs.ErrNotExist):
		return fmt.Sprintf("%s cannot be reached: check that its drive is connected, and run again (%s)", e.Dir, plainfile.Words(e.cause))
	}
	return fmt.Sprintf("boardpack cannot write to %s: %s", e.Dir, plainfile.Words(e.cause))
}

// problemOfDisk is a kind of trouble with a disk that people can do something about.
type problemOfDisk int

const (
	otherTrouble problemOfDisk = iota
	diskFull
	readOnly
	openElsewhere
	vanished
)

// trouble sorts the errors of the system.
func trouble(err error) problemOfDisk {
	for _, known := range diskTroubles() {
		if errors.Is(err, known.err) {
			return known.is
		}
	}
	if errors.Is(err, fs.ErrPermission) {
		return readOnly
	}
	return otherTrouble
}

type diskTrouble struct {
	err error
	is  problemOfDisk
}

// replaceError says of one file why it could not be published.
func replaceError(path string, err error) error {
	switch trouble(err) {
	case openElsewhere:
		return fmt.Errorf("%s is open in another program, such as Excel: close it and run again; its pack is unchanged", path)
	case readOnly:
		return fmt.Errorf("%s cannot be replaced: it is open in another program, or write-protected; close it and run again", path)
	}
	return fmt.Errorf("%s cannot be replaced: %w", path, err)
}
