package plainfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// Say gives the reason why a file cannot be read or written, as a clause: "you do not have permission".
func Say(err error) string {
	var tooLarge *TooLarge
	if errors.Is(err, ErrNotPlain) || errors.As(err, &tooLarge) {
		return err.Error()
	}
	if InUse(err) {
		return "another program has it open"
	}
	for _, reason := range reasons() {
		if errors.Is(err, reason.err) {
			return reason.says
		}
	}
	var of *fs.PathError
	var between *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &of):
		return "the system says: " + of.Err.Error()
	case errors.As(err, &between):
		return "the system says: " + between.Err.Error()
	case errors.As(err, &call):
		return "the system says: " + call.Err.Error()
	}
	return err.Error()
}

type reason struct {
	err  error
	says string
}

// reasons are what systems other than Windows say in a programmer's words. What Windows says is for everybody, in the language of
// its user.
func reasons() []reason {
	return []reason{
		{fs.ErrNotExist, "it does not exist"},
		{fs.ErrPermission, "you do not have permission"},
		{fs.ErrExist, "it is there already"},
		{syscall.ENOTDIR, "part of its path is a file, not a folder"},
		{syscall.EISDIR, "it is a folder"},
		{syscall.ENOTEMPTY, "the folder is not empty"},
		{syscall.ENAMETOOLONG, "its name is too long for the system"},
		{syscall.ELOOP, "it is a link to itself"},
		{syscall.EINVAL, "the system does not allow that name"},
		{syscall.EIO, "its drive cannot be read"},
		{syscall.EROFS, "its drive cannot be written to"},
		{syscall.ENOSPC, "there is no room left on its drive"},
		{syscall.EMFILE, "too many files are open"},
		{syscall.ENFILE, "too many files are open"},
		{syscall.ENXIO, "its drive is not connected"},
		{syscall.ENODEV, "its drive is not connected"},
		{syscall.EPIPE, "the program that was reading it has ended"},
	}
}

// Words gives what an error says, with what the system says of files in it put into words: "out: it does not exist" in place of
// "open out: no such file or directory".
func Words(err error) string {
	text := err.Error()
	for _, said := range saidBySystem(err) {
		text = strings.Replace(text, said.Error(), pathOf(said)+Say(said), 1)
	}
	return text
}

// saidBySystem finds the errors of the system that an error is made of.
func saidBySystem(err error) []error {
	switch e := err.(type) {
	case nil:
		return nil
	case *fs.PathError, *os.LinkError, *os.SyscallError, syscall.Errno:
		return []error{err}
	case interface{ Unwrap() error }:
		return saidBySystem(e.Unwrap())
	case interface{ Unwrap() []error }:
		var out []error
		for _, part := range e.Unwrap() {
			out = append(out, saidBySystem(part)...)
		}
		return out
	}
	return nil
}

// pathOf names the file that an error of the system is about, with what parts it from the reason.
func pathOf(err error) string {
	path := ""
	switch e := err.(type) {
	case *fs.PathError:
		path = e.Path
	case *os.LinkError:
		path = e.New
	}
	if path == "" {
		return ""
	}
	return path + ": "
}

// SayJSON gives the reason why the content of a JSON file cannot be understood, as a clause.
func SayJSON(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("it has the wrong kind of value under %s", kind.Field)
	case errors.As(err, &kind):
		return "it does not have the right content"
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is cut off or was changed: after %d bytes it is not JSON", syntax.Offset)
	}
	return "it is cut off, or has a wrong value"
}
