package master

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"boardpack/report"
)

// Unusable is the error of a file from which no register can be made. Problem has level Failure and says where; Error is
// one English sentence with the place, what is wrong and what to do, for use where there is no wording at hand.
type Unusable struct {
	Problem report.Problem
	cause   error
}

// Error names the place, what is wrong and what to do.
func (u *Unusable) Error() string {
	what, hint := failureWords(u.Problem.Code)
	var names []string
	for name, value := range u.Problem.Args {
		names = append(names, "{{."+name+"}}", value)
	}
	fill := strings.NewReplacer(names...)
	return u.Problem.Where() + ": " + fill.Replace(what) + ": " + fill.Replace(hint)
}

// Unwrap gives the error underneath, nil where there is none.
func (u *Unusable) Unwrap() error { return u.cause }

// unusable makes the error; args are pairs of name and value. The file's name is filled in by ReadBytes.
func unusable(code string, args ...string) *Unusable {
	return &Unusable{Problem: report.Problem{Level: report.Failure, Code: code, Args: named(args)}}
}

// damaged tells that a part of a workbook cannot be trusted, and so neither can its rows.
func damaged(part string, cause error) error {
	var already *Unusable
	if errors.As(cause, &already) {
		return cause
	}
	u := unusable("damaged", "Part", part, "Reason", reason(cause))
	u.cause = cause
	return u
}

// reason says in plain words what the libraries say in theirs.
func reason(err error) string {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, zip.ErrFormat):
		return "it is no whole zip archive, as after a copy that was broken off"
	case errors.Is(err, zip.ErrChecksum):
		return "its checksum is wrong"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "it is not as long as it says"
	case errors.As(err, &syntax):
		return "line " + strconv.Itoa(syntax.Line) + " is not sound XML: " + syntax.Msg
	}
	return err.Error()
}

// at says where in the file it is.
func (u *Unusable) at(sheet, cell string, row int) *Unusable {
	u.Problem.Sheet, u.Problem.Cell, u.Problem.Row = sheet, cell, row
	return u
}

// named turns pairs of name and value into a map.
func named(pairs []string) map[string]string {
	if len(pairs) == 0 {
		return nil
	}
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return args
}
