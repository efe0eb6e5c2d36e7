package plainfile

import (
	"errors"

	"golang.org/x/sys/windows"
)

// InUse tells of the error of a file that another program has open in such a way that what was asked cannot be done.
func InUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
