package master

import (
	"strconv"
	"strings"

	"boardpack/report"
)

// dayOrder is what the dates typed as text in one column show of the order of day and month.
type dayOrder struct {
	american place  // of the first date that makes sense in American order alone
	text     string // of that date
	either   int    // dates that make sense in both orders, and differ
}

// watchOrder notes the order of a date typed as text.
func (t *tableReader) watchOrder(c *cell, at place) {
	if c.kind != isText {
		return
	}
	first, second, ok := firstTwo(c.text)
	if !ok {
		return
	}
	o := t.orders[at.column]
	switch {
	case first <= 12 && second > 12 && second <= 31 && o.text == "":
		o.american, o.text = at, short(line(c.text))
	case first <= 12 && second <= 12 && first != second:
		o.either++
	}
	t.orders[at.column] = o
}

// firstTwo gives the two numbers before the year: 3 and 31 of "03/31/2024".
func firstTwo(text string) (first, second int, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(parts) < 3 || len(parts[0]) > 2 {
		return 0, 0, false
	}
	first, err1 := strconv.Atoi(parts[0])
	second, err2 := strconv.Atoi(parts[1])
	return first, second, err1 == nil && err2 == nil
}

// doubtOrders lists the columns in which a date in American order casts doubt on others: they were read day first, as
// everywhere, and were perhaps not meant so.
func (t *tableReader) doubtOrders() {
	for _, c := range t.header.columns {
		if o := t.orders[c.number]; o.text != "" && o.either > 0 {
			t.add(report.Warning, "american-dates", o.american, "Text", o.text, "Column", c.heading, "Doubtful", strconv.Itoa(o.either))
		}
	}
}
