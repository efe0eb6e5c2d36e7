package round

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/disk"
	"boardpack/report/master"
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

// ErrBegun tells that the month is begun already.
var ErrBegun = errors.New("the month is begun already")

// Next copies the masters of a month into the month after it, under the same name but for its month, and changes their About sheets alone:
// the day of the figures, what a new meeting makes empty, and that it is a draft. Nothing is overwritten.
func Next(o NextOptions) ([]Begun, error) {
	begun, err := o.make()
	if err != nil {
		return nil, err
	}
	for _, b := range begun {
		if exists(b.To) {
			return nil, fmt.Errorf("%w: %s is there, and nothing was copied", ErrBegun, b.To)
		}
	}
	for _, b := range begun {
		if err := written(b.To, disk.Write(b.To, b.data)); err != nil {
			return nil, err
		}
	}
	return begun, nil
}

// IsUntouched tells whether the masters of the new month are there and just as Next makes them: nobody has worked in them yet.
func IsUntouched(o NextOptions) bool {
	begun, err := o.make()
	if err != nil || len(begun) == 0 {
		return false
	}
	return !slices.ContainsFunc(begun, func(b Begun) bool {
		there, err := master.Bytes(b.To, o.Limits)
		return err != nil || hashOf(there) != hashOf(b.data)
	})
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
