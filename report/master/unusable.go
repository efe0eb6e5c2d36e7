package master

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

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

// isUnusable tells whether an error is one of the code.
func isUnusable(err error, code string) bool {
	var u *Unusable
	return errors.As(err, &u) && u.Problem.Code == code
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

// fault is a reason in plain words why a file cannot be trusted. No other error's words reach a person: those of libraries
// are for programmers, and may quote what is in the file.
type fault string

func (f fault) Error() string { return string(f) }

func faultf(format string, args ...any) error { return fault(fmt.Sprintf(format, args...)) }

// quoted puts a name or number out of the file in quotation marks, cut short and without what cannot be printed.
func quoted(s string) string {
	return "“" + short(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))) + "”"
}

// reason says in plain words what the libraries say in theirs.
func reason(err error) string {
	var plain fault
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &plain):
		return string(plain)
	case errors.Is(err, zip.ErrFormat):
		return "it is not packed as it says"
	case errors.Is(err, zip.ErrChecksum):
		return "its checksum is wrong"
	case errors.Is(err, zip.ErrAlgorithm):
		return "it is packed in a way that is not known"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "it is not as long as it says"
	case errors.As(err, &syntax):
		return "line " + strconv.Itoa(syntax.Line) + " is broken: " + syntaxFault(syntax.Msg)
	}
	return "it cannot be read"
}

// syntaxFault says what the XML reader found.
func syntaxFault(message string) string {
	for _, known := range []struct{ begins, says string }{
		{"unexpected EOF", "it breaks off"},
		{"invalid UTF-8", "it holds bytes that are no text"},
		{"illegal character code", "it holds a character that no XML may hold"},
		{"invalid character entity", "it names a character that is not known"},
	} {
		if strings.HasPrefix(message, known.begins) {
			return known.says
		}
	}
	return "it is not sound XML"
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
