package round

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/round/merge"
)

// isDayField tells of the fields of a master that hold days.
func isDayField(f report.Field) bool {
	return f == report.FieldDue || f == report.FieldCompleted || f == report.FieldUpdated
}

// valueText is what a cell of a master says in a field: a plain day as YYYY-MM-DD, anything else as it shows.
func valueText(c *master.GridCell, f report.Field) string {
	switch {
	case c == nil:
		return ""
	case c.Broken != "":
		return c.Broken
	case isDayField(f) && !c.Day.IsZero():
		return c.Day.String()
	}
	return plainText(c.Text)
}

// valueOf gives a text of a field with the key by which it is compared: statuses by what they mean, days as days, and texts without
// regard to the form of letters, line ends and outer spaces.
func (r *reading) valueOf(register string, f report.Field, text string) merge.Value {
	text = plainText(text)
	v := merge.Value{Text: text, Key: text}
	if text == "" {
		return v
	}
	switch {
	case f == report.FieldStatus:
		if state, _, ok := r.statuses(register).Read(text); ok {
			v.Key = r.statuses(register).key(state, text)
		} else {
			v.Key = "text:" + fold.Text(text)
		}
	case isDayField(f):
		if _, err := dates.ParseISODate(text); err != nil {
			v.Key = "text:" + text
		}
	}
	return v
}

// plainText gives a text in one form: letters composed, \n as the line end, nothing around it.
func plainText(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.TrimSpace(norm.NFC.String(s))
}
