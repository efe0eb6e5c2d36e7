package master

import (
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/ooxml"
)

// about reads what the master says of itself: keys and values next to each other, on the sheet called About, or else on the
// one that has the most of them.
func (r *reader) about(sheets []*sheet, ofPack bool) report.About {
	best, entries := r.aboutEntries(sheets, ofPack)
	a := &aboutReader{reader: r, sheet: best, entries: entries}
	if best != nil {
		a.read()
		if ofPack && fold.Word(best.name) != "about" {
			a.ofPack()
		}
	}
	return a.about
}

// aboutEntries finds what the master says of itself and the sheet that it is on; nil where it says nothing.
func (r *reader) aboutEntries(sheets []*sheet, ofPack bool) (best *sheet, entries []entry) {
	most := 0
	for _, s := range sheets {
		if fold.Word(s.name) == "about" {
			return s, s.entries()
		}
		for _, group := range s.groups(ofPack) {
			if known := r.knownEntries(group); known > most {
				best, entries, most = s, group, known
			}
		}
	}
	return best, entries
}

// ofPack looks at the cover of a pack's workbook as this month's: the day of last month's position is not carried on, and the title
// is the cover's own.
func (a *aboutReader) ofPack() {
	if day, month := a.about.AsAt, a.options.Month; !day.IsZero() && !month.IsZero() && (day.Year() != month.Year || day.Month() != month.Month) {
		at := a.about.At["as_at"]
		a.problems = append(a.problems, report.Problem{Level: report.Note, Code: "as-at-of-pack", File: a.file, Sheet: at.Sheet, Cell: at.Cell,
			Args: map[string]string{"Date": day.String()}})
		a.about.AsAt = report.Date{}
		delete(a.about.At, "as_at")
	}
	if title := a.sheet.rows[0].alone(); a.about.Title.IsEmpty() && title != "" { // of an earlier version, which has no row for it
		a.about.Title = report.Text{"en": title}
	}
}

// groups gives the keys of a sheet. On a sheet of a pack's workbook they are one table of several, and empty rows part those.
func (s *sheet) groups(ofPack bool) [][]entry {
	all := s.entries()
	if !ofPack {
		return [][]entry{all}
	}
	var out [][]entry
	from := 0
	for i := range all {
		if i+1 == len(all) || all[i+1].row > all[i].row+1 {
			out, from = append(out, all[from:i+1]), i+1
		}
	}
	return out
}

// knownEntries counts the known keys that have values; none where there are fewer than two, or where most keys are
// not known: lists for drop-downs have words such as "Force" too.
func (r *reader) knownEntries(entries []entry) int {
	known, all := 0, 0
	for _, e := range entries {
		if e.value == nil {
			continue
		}
		if all++; r.isAboutKey(e.key) {
			known++
		}
	}
	if known < 2 || known*2 < all {
		return 0
	}
	return known
}

func (r *reader) isAboutKey(s string) bool {
	_, ok := r.match.about.find(s)
	return ok
}

// entry is a key with the cell of its value.
type entry struct {
	key   string
	at    place // of the key
	value *cell
	row   int
}

// entries lists the rows' first cells as keys, the next filled cell as the value.
func (s *sheet) entries() []entry {
	var out []entry
	for i := range s.rows {
		r := &s.rows[i]
		e := entry{key: line(s.shown(&r.cells[0])), row: r.number, at: place{sheet: s.name, row: r.number, column: int(r.cells[0].column)}}
		if len(r.cells) > 1 {
			e.value = &r.cells[1]
		}
		out = append(out, e)
	}
	return out
}

// aboutReader fills in the About sheet's entries.
type aboutReader struct {
	*reader
	sheet   *sheet
	entries []entry
	about   report.About
}

func (a *aboutReader) read() {
	seen := map[string]bool{}
	for _, e := range a.entries {
		key, known := a.match.about.find(e.key)
		_, printed := a.match.printed.find(e.key)
		switch {
		case printed:
		case !known && e.value != nil:
			a.add(report.Note, "unknown-about-key", e.at, "Entry", short(e.key), "Nearest", a.match.about.nearest(e.key))
		case known && seen[key]:
			a.add(report.Warning, "repeated-about-key", e.at, "Entry", short(e.key))
		case known:
			seen[key] = true
			a.set(key, e)
		}
	}
}

// add records a problem. Its row is none of the register's.
func (a *aboutReader) add(level report.Level, code string, at place, args ...string) {
	a.reader.add(level, code, at, args...)
	a.problems[len(a.problems)-1].Row = 0
}

// set takes one entry.
func (a *aboutReader) set(key string, e entry) {
	if e.value == nil {
		return
	}
	if code, args := e.value.broken(); code != "" {
		a.add(report.Warning, code, a.valueAt(e), append(args, "Column", short(e.key))...)
		return
	}
	at := a.valueAt(e)
	if a.about.At == nil {
		a.about.At = map[string]report.Place{}
	}
	a.about.At[key] = report.Place{Sheet: at.sheet, Cell: ooxml.CellName(at.column, at.row)}
	base, lang, _ := strings.Cut(key, ".")
	if lang == "" {
		lang = "en"
	}
	text := a.sheet.shown(e.value)
	if into := a.about.Texts()[base]; into != nil {
		if key == base+".en" && (*into)["cy"] == "" { // the cover of a pack in another language: what stood above was in that
			setText(into, "cy", (*into)["en"])
		}
		setText(into, lang, text)
		return
	}
	switch base {
	case "published":
		a.about.Published = a.day(e)
	case "response_issued":
		a.about.ResponseIssued = a.day(e)
	case "as_at":
		a.about.AsAt = a.day(e)
	case "meeting_date":
		a.about.MeetingDate = a.day(e)
	case "marking":
		a.about.Marking = fold.PlainHyphens(line(text))
	case "version":
		a.about.Version = line(text)
	case "illustrative":
		a.about.Illustrative = a.yes(e)
	case "draft":
		a.about.Draft = a.yes(e)
	}
}

func (a *aboutReader) valueAt(e entry) place {
	return place{sheet: a.sheet.name, row: e.row, column: int(e.value.column)}
}

func setText(t *report.Text, lang, text string) {
	if *t == nil {
		*t = report.Text{}
	}
	(*t)[lang] = line(text)
}

func (a *aboutReader) day(e entry) report.Date {
	day, ok := a.sheet.day(e.value, a.options.Rules.TimeZone)
	if !ok {
		a.add(report.Warning, "unreadable-date", a.valueAt(e), "Text", short(a.sheet.shown(e.value)), "Column", short(e.key))
	}
	return day
}

// yes reads yes or no. What is neither counts as yes, the side on which a pack is marked illustrative or a draft.
func (a *aboutReader) yes(e entry) bool {
	text := a.sheet.shown(e.value)
	yes, known := a.match.yesNo.find(text)
	if !known && e.value.kind == isBoolean {
		yes, known = text == "TRUE", true
	}
	if !known {
		a.add(report.Warning, "not-yes-or-no", a.valueAt(e), "Text", short(text), "Entry", short(e.key))
		return true
	}
	return yes
}
