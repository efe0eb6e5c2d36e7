package master

import (
	"errors"
	"maps"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/ooxml"
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

// isTooLarge tells whether an error is that of a package which unpacks to more than it may.
func isTooLarge(err error) bool {
	var tooLarge *ooxml.TooLarge
	return errors.As(err, &tooLarge)
}

// damaged tells that a part of a workbook cannot be trusted, and so neither can its rows.
func damaged(part string, cause error) error {
	var already *Unusable
	if errors.As(cause, &already) {
		return cause
	}
	if u := ofPackage(cause); u != nil {
		return u
	}
	u := unusable("damaged", "Part", part).because(ooxml.Reason(cause))
	u.cause = cause
	return u
}

// ofPackage makes the error of one that the reader of packages gave; nil for any other.
func ofPackage(err error) *Unusable {
	var damage *ooxml.Damage
	var missing *ooxml.Missing
	var tooLarge *ooxml.TooLarge
	var u *Unusable
	switch {
	case errors.As(err, &tooLarge):
		return unusable("over-size", "Limit", strconv.FormatInt(tooLarge.Most>>20, 10), "Flag", flagUnpacked)
	case errors.As(err, &missing):
		u = unusable("missing-part", "Part", missing.Part)
	case errors.As(err, &damage) && damage.Part == "":
		u = unusable("damaged", "Part", "the whole file").because(ooxml.Reason(damage))
		u.Problem.Said["Part"] = "fault.whole_file"
	case errors.As(err, &damage):
		u = unusable("damaged", "Part", damage.Part).because(ooxml.Reason(damage))
	default:
		return nil
	}
	u.cause = err
	return u
}

// because says why, in the language of whoever reads it.
func (u *Unusable) because(why *ooxml.Fault) *Unusable {
	if u.Problem.Args == nil {
		u.Problem.Args = map[string]string{}
	}
	maps.Copy(u.Problem.Args, named(why.Args))
	u.Problem.Args["Reason"] = why.Error()
	if why.ID != "" {
		u.Problem.Said = map[string]string{"Reason": why.ID}
	}
	return u
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
