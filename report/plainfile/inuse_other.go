//go:build !windows

package plainfile

import (
	"errors"
	"syscall"
)

// InUse tells of the error of a file that another program has open in such a way that what was asked cannot be done.
func InUse(err error) bool { return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY) }
