package inplace

import (
	"errors"

	"boardpack/report"
	"boardpack/report/master"
)

// NextMonth makes the master of a new month from that of the month before: As at becomes the last day of the month, Meeting date and
// Version are emptied, and Draft becomes yes, each only where the master has the entry; all else stays. ByHand are the entries that
// could not be written, such as a formula, for a person to look at. A master that says nothing of itself comes back as it is. Name is
// the file's name; the errors are those of Open and of master.Read.
func NextMonth(name string, data []byte, o master.Options, month report.Month) (w *Written, byHand []*Refused, err error) {
	places, err := master.AboutPlaces(name, data, o)
	if err != nil {
		return nil, nil, err
	}
	m, err := Open(name, data, o)
	if err != nil {
		return nil, nil, err
	}
	yes := "yes"
	if o.Vocabulary != nil && len(o.Vocabulary.Yes) > 0 {
		yes = o.Vocabulary.Yes[0]
	}
	for _, entry := range []struct {
		key   string
		value Value
	}{
		{"as_at", Day(month.LastDay())}, {"meeting_date", Empty()}, {"version", Empty()}, {"draft", Text(yes)},
	} {
		at, there := places[entry.key]
		if !there {
			continue
		}
		var no *Refused
		if err := m.Set(at.Sheet, at.Cell, entry.value); errors.As(err, &no) {
			byHand = append(byHand, no)
		} else if err != nil {
			return nil, nil, err
		}
	}
	w, err = m.Write()
	return w, byHand, err
}
