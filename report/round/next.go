package round

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/disk"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/round/inplace"
)

// NextOptions say which month is begun from which.
type NextOptions struct {
	Input      string // folder of the months
	From, To   report.Month
	Paths      []string // of the masters of the month before
	Vocabulary *report.Vocabulary
	Rules      *report.Rules
	Limits     master.Limits
	Words      []report.Words // of the template's languages, the main one first
}

// Begun is a master of the new month.
type Begun struct {
	From, To string // paths
	Set      []string
	ByHand   []ByHand
	data     []byte
}

// ByHand is an entry of the About sheet that a person must see to.
type ByHand struct {
	Key   string // "meeting_date"
	Where string // "About!B13"
	Why   string // why the program did not change it; "" where it emptied it
}

// errBegun tells that the month is begun already.
var errBegun = errors.New("the month is begun already")

// Next copies the masters of a month into the month after it, under the same name but for its month, and changes their About sheets alone:
// the day of the figures, what a new meeting makes empty, and that it is a draft. Nothing is overwritten. What a run that was ended has left to
// do is done.
func Next(o NextOptions) ([]Begun, error) {
	begun, err := o.make()
	if err != nil {
		return nil, err
	}
	found := o.howFar(begun)
	for i, holds := range found {
		if holds == isOther || holds == isMade && !slices.Contains(found, isMissing) {
			return nil, fmt.Errorf("%w: %s is there, and nothing was copied", errBegun, begun[i].To)
		}
	}
	for _, b := range begun {
		if err := written(b.To, disk.Write(b.To, b.data)); err != nil {
			return nil, err
		}
	}
	return begun, nil
}

// Extent is how far a month is begun.
type Extent string

// The extents.
const (
	Unbegun   Extent = "unbegun"   // none of the masters is as Next makes it, or some were worked in since
	Partly    Extent = "partly"    // those that are there are as Next makes them, and some are missing: a run was ended before it had done
	Untouched Extent = "untouched" // all are there and just as Next makes them: nobody has worked in them yet
)

// HowFar tells how far Next has begun the new month.
func HowFar(o NextOptions) Extent {
	begun, err := o.make()
	if err != nil || len(begun) == 0 {
		return Unbegun
	}
	found := o.howFar(begun)
	switch {
	case slices.Contains(found, isOther):
		return Unbegun
	case !slices.Contains(found, isMissing):
		return Untouched
	case slices.Contains(found, isMade), o.isEmpty():
		return Partly
	}
	return Unbegun
}

// placeHolds is what is in the place of a master of the new month.
type placeHolds int

const (
	isMissing placeHolds = iota
	isMade               // what Next makes
	isOther
)

// howFar looks at the place of each master.
func (o *NextOptions) howFar(begun []Begun) []placeHolds {
	var out []placeHolds
	for _, b := range begun {
		there, err := master.Bytes(b.To, o.Limits)
		switch {
		case !exists(b.To):
			out = append(out, isMissing)
		case err == nil && plainfile.Sum(there) == plainfile.Sum(b.data):
			out = append(out, isMade)
		default:
			out = append(out, isOther)
		}
	}
	return out
}

// isEmpty tells whether the folder of the new month is there and has nothing in it but what a run has not finished.
func (o *NextOptions) isEmpty() bool {
	entries, err := os.ReadDir(filepath.Join(o.Input, o.To.String()))
	return err == nil && !slices.ContainsFunc(entries, func(e os.DirEntry) bool { return !disk.IsUnfinished(e.Name()) })
}

// make makes the masters of the new month in memory.
func (o *NextOptions) make() ([]Begun, error) {
	var out []Begun
	for _, path := range o.Paths {
		data, err := master.Bytes(path, o.Limits)
		if err != nil {
			return nil, err
		}
		b := Begun{From: path, To: filepath.Join(o.Input, o.To.String(), o.rename(filepath.Base(path))), data: data}
		if err := o.moveOn(&b); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// moveOn changes the entries of a master's About sheet.
func (o *NextOptions) moveOn(b *Begun) error {
	name := filepath.Base(b.From)
	options := master.Options{Month: o.To, Vocabulary: o.Vocabulary, Rules: o.Rules, Limits: o.Limits}
	places, err := master.AboutPlaces(name, b.data, options)
	if err != nil || len(places) == 0 {
		return err
	}
	file, err := inplace.Open(name, b.data, options)
	if err != nil {
		return err
	}
	for _, change := range []struct {
		key    string
		to     inplace.Value
		byHand bool
	}{
		{"as_at", inplace.Day(o.To.LastDay()), false},
		{"meeting_date", inplace.Empty(), true},
		{"version", inplace.Empty(), true},
		{"draft", inplace.Text(o.Words[0].Say("value.yes")), false},
	} {
		at, there := places[change.key]
		if !there {
			continue
		}
		err := file.Set(at.Sheet, at.Cell, change.to)
		var refused *inplace.Refused
		switch {
		case errors.As(err, &refused):
			b.ByHand = append(b.ByHand, ByHand{change.key, placed(at.Sheet, at.Cell), refused.Error()})
		case err != nil:
			return err
		case change.byHand:
			b.ByHand = append(b.ByHand, ByHand{change.key, placed(at.Sheet, at.Cell), ""})
		default:
			b.Set = append(b.Set, change.key)
		}
	}
	made, err := file.Write()
	if err != nil {
		return err
	}
	b.data = made.Data
	return nil
}

// rename moves the month in a file's name on: "custody-2023-09.xlsx" is "custody-2023-10.xlsx" next.
func (o *NextOptions) rename(name string) string {
	for _, named := range dates.MonthsNamed(name) {
		if named.Month.Month == o.From.Month && (named.Year == 0 || named.Month == o.From) {
			if moved, ok := o.inForm(named.Text); ok {
				name = strings.Replace(name, named.Text, moved, 1)
			}
		}
	}
	return name
}

// inForm writes the new month as a text writes the old one; false for a form that is not known.
func (o *NextOptions) inForm(text string) (string, bool) {
	from, to := o.From.LastDay().Time(), o.To.LastDay().Time()
	for _, layout := range []string{"2006 01", "2006 1", "2006 01 02", "01 2006", "02 01 2006", "2 January 2006", "2 Jan 2006", "02 Jan 2006", "2 Jan 06", "02 Jan 06",
		"January 2006", "Jan 2006", "January 06", "Jan 06", "January"} {
		for _, between := range []string{" ", "-", "_", ".", ""} {
			form := strings.ReplaceAll(layout, " ", between)
			for _, w := range append([]report.Words{nil}, o.Words...) {
				for _, letters := range []func(string) string{func(s string) string { return s }, strings.ToLower, strings.ToUpper} {
					if letters(monthIn(w, form, from)) == text {
						return letters(monthIn(w, form, to)), true
					}
				}
			}
		}
	}
	return "", false
}

// monthIn writes a day in a form, with the whole name of its month in a language.
func monthIn(w report.Words, form string, day time.Time) string {
	text := day.Format(form)
	if w != nil && strings.Contains(form, "January") {
		text = strings.Replace(text, day.Month().String(), w.MonthAlone(dates.DateOf(day).InMonth()), 1)
	}
	return text
}
