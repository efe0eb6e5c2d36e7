package templates

// Renamed is what a file of the team's has under a name that has been changed since: a message of its wording by its id, or a sheet. It is
// understood in this version alone: its entry is taken from the table when the shipped template goes up by one.
type Renamed struct {
	File     string // "wording/en.yaml", "pack.yaml"
	Line     int    // 1-based
	Old, New string
}

// Renamed lists the messages under ids that have been changed, by file in the order in which it has them; none in most templates.
func (t *Template) Renamed() []Renamed { return t.renamed }

// newIDs gives the id of each message that has another since the last version of the shipped template, by the one it had there.
func newIDs() map[string]string {
	return map[string]string{
		"pdf.contents":        "contents.title",
		"pdf.bars":            "progress.states",
		"pdf.changed":         "changed.title",
		"pdf.changed_first":   "changed.title_first",
		"pdf.asks":            "ask.title",
		"pdf.trend.point":     "chart.trend.point",
		"pdf.trend.alt":       "chart.trend.alt",
		"pdf.bridge.opening":  "chart.bridge.opening",
		"pdf.bridge.closing":  "chart.bridge.closing",
		"pdf.bridge.alt":      "chart.bridge.alt",
		"pdf.bridge.alt.step": "chart.bridge.alt.step",
		"pdf.recommendation":  "entry.title",
		"pdf.see_also":        "entry.see_also",
		"pdf.subject":         "document.subject",
		"condition.due_later": "condition.slipped",
	}
}

// current gives the id of now of a message that may be written under an earlier one.
func current(id string) string {
	if now, renamed := newIDs()[id]; renamed {
		return now
	}
	return id
}

// underNewIDs gives the entries of a team's file under the ids of now, and notes those that were renamed. A message that stands there
// under both ids is a mistake: which of the two was meant, nobody could tell.
func (l *loader) underNewIDs(r reader, entries []entry) []entry {
	there := map[string]bool{}
	for _, e := range entries {
		there[e.key] = true
	}
	renamed := newIDs()
	out := make([]entry, 0, len(entries))
	for _, e := range entries {
		now, old := renamed[e.key]
		switch {
		case !old:
			out = append(out, e)
		case there[now]:
			r.add(e.at, "\"%s\" is called \"%s\" now, and the file has both: keep one of them, as \"%s\"", e.key, now, now)
		default:
			l.template.renamed = append(l.template.renamed, Renamed{r.file, e.at.line, e.key, now})
			out = append(out, entry{now, e.at, e.value})
		}
	}
	return out
}
