package disk

import (
	"errors"
	"time"

	"golang.org/x/sys/windows"
)

// Patiently tries for a second. Programs that look at every new file, such as virus scanners, have it open for a moment, in which Windows
// refuses what is done to it; the go command waits for them too (cmd/internal/robustio).
func Patiently(try func() error) error {
	const tries, pause = 10, 100 * time.Millisecond
	err := try()
	for n := 1; n < tries && isHeld(err); n++ {
		time.Sleep(pause)
		err = try()
	}
	return err
}

func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}
