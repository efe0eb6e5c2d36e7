// Package difference says where a file does not say what it should, and gathers such places.
package difference

import (
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	"boardpack/report/excerpt"
)

// Difference is one place where a file does not say what the figures say.
type Difference struct {
	Place  string // "Summary by theme!H9", "page 2, At a glance"
	What   string // "overdue of training"
	Wanted string // what the figures file gives; "" for nothing
	Found  string // what stands there; "" for nothing
}

// Error says where, what should be there and what is.
func (d *Difference) Error() string {
	switch {
	case d.Found == "":
		return fmt.Sprintf("%s: %s should be \"%s\", and is not there", d.Place, d.What, brief(d.Wanted))
	case d.Wanted == "":
		return fmt.Sprintf("%s: %s is \"%s\", which no figure gives", d.Place, d.What, brief(d.Found))
	}
	return fmt.Sprintf("%s: %s should be \"%s\", and is \"%s\"", d.Place, d.What, brief(d.Wanted), brief(d.Found))
}

// brief shows as much of a text as helps to find it.
func brief(text string) string {
	const longest = 200
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	return excerpt.Short(text, longest)
}

// maxDifferences is how many differences an error names: one is enough to stop, a few to find the cause.
const maxDifferences = 20

// List gathers what does not agree. The zero value is empty.
type List struct {
	list []error
	more int
}

// Add notes a difference.
func (d *List) Add(place, what, wanted, found string) {
	if len(d.list) == maxDifferences {
		d.more++
		return
	}
	d.list = append(d.list, &Difference{place, what, wanted, found})
}

// err gives everything that was found under the name of the file, or nil.
func (d *List) Err(file string) error {
	if len(d.list) == 0 {
		return nil
	}
	joined := errors.Join(d.list...)
	if d.more > 0 {
		return fmt.Errorf("%s does not agree with the figures: %w\nand %d more", file, joined, d.more)
	}
	return fmt.Errorf("%s does not agree with the figures: %w", file, joined)
}

// Number notes a difference of two numbers.
func (d *List) Number(place, what string, wanted, found int) {
	if wanted != found {
		d.Add(place, what, strconv.Itoa(wanted), strconv.Itoa(found))
	}
}
