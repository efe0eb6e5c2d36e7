package content

import (
	"slices"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/named"
)

// changesSection tells what happened since last month: the bridge from opening to closing, and each changed recommendation once, under
// what the change means: forward, back, in and out, or another.
func (w *writer) changesSection() []Block {
	if w.pack.Movement == nil {
		return []Block{heading(2, "changes", trimmed(w.say("changed.title_first"))), paragraph(RoleIntro, w.say("glance.first_month"))}
	}
	blocks := []Block{heading(2, "changes", w.changedTitle()),
		paragraph(RoleIntro, trimmed(w.say("changed.intro", "Since", w.previousAsAt(), "Date", w.asAt()))), {Chart: w.bridgeChart()}}
	told, more := w.toldTable()
	if len(told.Rows) > 0 {
		blocks = append(blocks, view(View{Inline: told, Bare: true}))
	}
	for _, t := range more {
		blocks = append(blocks, paragraph(RoleNote, t))
	}
	if len(w.restated().Rows) > 0 {
		blocks = append(blocks, heading(3, "", w.restated().Title), view(View{Table: "restated"}))
	}
	return blocks
}

// spaced puts a space between two texts.
func spaced(a, b Text) Text {
	if len(b) == 0 {
		return trimmed(a)
	}
	return between([]Text{trimmed(a), trimmed(b)}, " ")
}

func paragraph(role Role, t Text) Block { return Block{Paragraph: &Paragraph{Role: role, Text: t}} }

// changedTitle says what came off the number outstanding, then what came on.
func (w *writer) changedTitle() Text {
	const longest = 75 // letters, which stand on one line in most languages
	m := w.pack.Movement
	var off, on []Text
	tell := func(out *[]Text, kind report.ChangeKind, some string) {
		list := changesRef(kind, some)
		if keys := w.changedTo(kind, some); len(keys) > 0 {
			id := "title.changed." + named.Underscored(string(kind))
			if some != "" {
				id = "title.left." + some
			}
			*out = append(*out, w.count(id, w.worded(listed(keys, list))))
		}
	}
	tell(&off, report.ChangeCompleted, "")
	for _, s := range []report.Standing{report.StandNotAccepted, report.StandWithdrawn, report.StandSuperseded, report.StandExternal} {
		tell(&off, report.ChangeLeftScope, string(s))
	}
	tell(&off, report.ChangeRemoved, "")
	tell(&on, report.ChangeReopened, "")
	tell(&on, report.ChangeNew, "")
	tell(&on, report.ChangeCameIntoScope, "")
	var halves []Text
	for _, half := range [][]Text{off, on} {
		if len(half) > 0 {
			halves = append(halves, w.join(half))
		}
	}
	b := &m.All
	title := trimmed(capital(between(halves, "; ")))
	switch {
	case len(halves) == 0:
		return trimmed(w.say("title.nothing_changed"))
	case len([]rune(title.Plain())) > longest:
		return trimmed(w.say("title.many_changed", "Opening", w.bridge("opening", b.Opening), "Closing", w.bridge("closing", b.Closing)))
	}
	return title
}

// changedTo gives the recommendations that a kind of change happened to, or those of them that are something now.
func (w *writer) changedTo(kind report.ChangeKind, standing string) []string {
	var out []string
	for i := range w.pack.Movement.Changes {
		if c := &w.pack.Movement.Changes[i]; c.Kind == kind && (standing == "" || string(c.To.Standing) == standing) {
			out = append(out, c.Key)
		}
	}
	return out
}

// toward is what a change means to a board.
type toward int

const (
	forward toward = iota
	back
	inAndOut
	otherwise
)

func towards() []string { return []string{"forward", "back", "in_and_out", "other"} }

// changeAt is a change with its place in the figures file.
type changeAt struct {
	*report.Change
	at Ref
}

// direction says what a change means.
func (c changeAt) direction() toward {
	switch c.Kind {
	case report.ChangeCompleted, report.ChangeNotOverdue:
		return forward
	case report.ChangeReopened, report.ChangeOverdue:
		return back
	case report.ChangeNew, report.ChangeRemoved, report.ChangeCameIntoScope, report.ChangeLeftScope:
		return inAndOut
	case report.ChangeStatus:
		if slices.Index(report.Standings(), c.To.Standing) < slices.Index(report.Standings(), c.From.Standing) {
			return forward
		}
		return back
	case report.ChangeDate:
		switch {
		case !c.Redated():
		case c.Days > 0:
			return back
		default:
			return forward
		}
	}
	return otherwise
}

// weight orders the changes of one recommendation: the heavier is told first and decides where the recommendation stands.
func (c changeAt) weight() int {
	order := []report.ChangeKind{report.ChangeCompleted, report.ChangeReopened, report.ChangeNew, report.ChangeCameIntoScope, report.ChangeLeftScope,
		report.ChangeRemoved, report.ChangeOverdue, report.ChangeStatus, report.ChangeDate, report.ChangeNotOverdue, report.ChangeTheme,
		report.ChangeRef, report.ChangeSource, report.ChangeSignOff, report.ChangeOwner, report.ChangeWording}
	return slices.Index(order, c.Kind)
}

// byRecommendation gathers the changes of each recommendation, the heaviest first, in the order of the figures file.
func (w *writer) byRecommendation() [][]changeAt {
	var out [][]changeAt
	places := map[string]int{}
	for i := range w.pack.Movement.Changes {
		c := changeAt{&w.pack.Movement.Changes[i], Ref{Place: PlaceChange, Index: i + 1}}
		at, met := places[c.Key]
		if !met {
			at = len(out)
			places[c.Key], out = at, append(out, nil)
		}
		out[at] = append(out[at], c)
	}
	for _, changes := range out {
		slices.SortStableFunc(changes, func(a, b changeAt) int { return a.weight() - b.weight() })
	}
	return out
}

// told is the table of the changed recommendations: in words up to so many, and sentences that name the others of each group.
func (w *writer) toldTable() (*Table, []Text) {
	t := &Table{ID: "told", Title: trimmed(w.say("changed.title", "Since", w.sinceMonth())), Chosen: true}
	w.columnOf(t, "key", "paper.key", KindKey, 8)
	w.columnOf(t, "short", "told.short", KindText, 50)
	t.Columns = append(t.Columns, Column{ID: "told", Heading: trimmed(w.say("told.head", "Since", w.sinceMonth())).Plain(), Kind: KindText})
	t.outlined(w.isPortfolio())
	groups := make([][][]changeAt, len(towards()))
	total := 0
	for _, changes := range w.byRecommendation() {
		d := changes[0].direction()
		groups[d] = append(groups[d], changes)
		total++
	}
	for _, group := range groups { // the heaviest first
		slices.SortStableFunc(group, func(a, b []changeAt) int { return a[0].weight() - b[0].weight() })
	}
	rows := w.changeShare(total, groups)
	var more []Text
	for d, group := range groups {
		share := int(float64(len(group)) * rows)
		if share == 0 {
			share = min(len(group), 1)
		}
		for i, changes := range group[:share] {
			w.toldRow(t, changes)
			if i == 0 {
				t.Rows[len(t.Rows)-1].Group = w.toldGroup(towards()[d], len(group), share)
			}
		}
		if rest := group[share:]; len(rest) > 0 {
			more = append(more, w.toldMore(towards()[d], rest))
		}
	}
	return t, more
}

// changeShare is the part of the changes that are told in words, of each group the same: all, unless they are too many or their reasons too
// long.
func (w *writer) changeShare(changes int, groups [][][]changeAt) float64 {
	reasons := 0
	for _, group := range groups {
		for _, of := range group {
			for _, c := range of {
				reasons += utf8.RuneCountInString(c.Reason)
			}
		}
	}
	m := w.measures()
	return min(1, float64(m.Changes)/float64(max(changes, 1)), float64(m.ChangeText)/float64(max(reasons, 1)))
}

// toldGroup heads a group: "Forward: 6" and what belongs to it.
func (w *writer) toldGroup(id string, n, rows int) Text {
	return spaced(w.say("told."+id, "Number", grouped(n, rows)), w.say("told."+id+".what").looking(LookSmall))
}

// toldMore names the changed recommendations that have no row, as many as fit a few lines.
func (w *writer) toldMore(id string, rest [][]changeAt) Text {
	const most = 100
	items := make([]Text, 0, len(rest))
	for _, changes := range rest[:min(most, len(rest))] {
		items = append(items, Text{{Text: changes[0].Key, Key: changes[0].Key, Ref: changes[0].at.named("key")}})
	}
	left := laidOut(len(rest)-len(items), "left")
	if left.n > 0 {
		items = append(items, w.count("list.more", left))
	}
	return w.say("told.more", "Group", w.say("told."+id+".alone"), "Refs", w.join(items))
}

func (w *writer) toldRow(t *Table, changes []changeAt) {
	c := changes[0]
	at := c.Is
	if at == nil {
		at = c.Was
	}
	var parts []Text
	for i, change := range changes {
		if i > 0 && change.Kind == report.ChangeNotOverdue { // what was done or given another date is no longer overdue for that
			continue
		}
		parts = append(parts, trimmed(w.toldChange(change)))
	}
	t.row(c.at, c.Key, keyCell(c.Key), w.inTable(at.Text), runsCell(between(parts, " ")))
}
