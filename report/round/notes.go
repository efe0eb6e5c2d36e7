package round

import (
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/round/merge"
)

// join puts the notes of several owners together, each after the name of its owner.
func (c *collecting) join(owners []string, values []merge.Value) merge.Value {
	var b strings.Builder
	for i := range owners {
		b.WriteString(owners[i] + ": " + values[i].Text + "\n")
	}
	return c.reading.valueOf("", report.FieldProgress, b.String())
}

// addNotes puts notes above the one that is there, each after the day on which it was given and the name of its owner, with an empty line
// between.
func (c *collecting) addNotes(field string, notes []merge.Note, team merge.Value) merge.Value {
	w := c.main()
	if report.Field(field) == report.FieldProgressCy {
		w = c.Setting.words("cy")
	}
	var parts []string
	for _, n := range notes {
		name := n.Owner
		if o := c.rounds.now.owner(n.Owner); o != nil && w.Lang() == "cy" && o.Welsh != "" {
			name = o.Welsh
		}
		text := name + ": " + n.Value.Text
		if day, err := dates.ParseISODate(n.Day); err == nil {
			text = w.ShortDate(day) + ", " + text
		}
		parts = append(parts, text)
	}
	if team.Text != "" {
		parts = append(parts, team.Text)
	}
	return c.reading.valueOf("", report.Field(field), strings.Join(parts, "\n\n"))
}
