package inplace

import (
	"slices"
	"strings"
	"time"

	"boardpack/report"
	"boardpack/report/csvguard"
	"boardpack/report/master"
)

// csvFile is a CSV file that is to be changed.
type csvFile struct {
	name    string
	data    []byte
	options master.Options
	layout  *master.CSVLayout
	records []record // by their numbers from 1; the reader of masters counts empty ones too
	inside  string   // the line end inside fields
	// overlooked are the cells whose dates say nothing of the form of others.
	overlooked map[spot]bool
}

// record is where the fields of a record lie, in bytes of the text.
type record struct{ fields []field }

// field is where a field lies with its quotation marks, and where what stands behind those ends.
type field struct {
	from, to, stop int
	quoted         bool
}

// openCSV finds every field, as the reader of masters does.
func openCSV(name string, data []byte, o master.Options) (*csvFile, error) {
	if _, err := master.Records(name, data, o); err != nil { // it names the cell where quotation marks are wrong
		return nil, err
	}
	layout, err := master.ReadCSVLayout(name, data, o)
	if err != nil {
		return nil, err
	}
	c := &csvFile{name: name, data: data, options: o, layout: layout, inside: "\n", overlooked: map[spot]bool{}}
	returns, feeds := 0, 0
	for at := layout.From; at < len(layout.Text); {
		var r record
		for ended := false; !ended; {
			f, next, last := c.field(at)
			if r.fields = append(r.fields, f); f.quoted {
				both := strings.Count(layout.Text[f.from:f.to], "\r\n")
				returns += both
				feeds += strings.Count(layout.Text[f.from:f.to], "\n") - both
			}
			at, ended = next, last
		}
		c.records = append(c.records, r)
	}
	if returns > 0 && feeds == 0 {
		c.inside = "\r\n"
	}
	return c, nil
}

// field finds the field that begins at a place, where the next begins, and whether it is the last of its record.
func (c *csvFile) field(at int) (f field, next int, last bool) {
	text := c.layout.Text
	f = field{from: at, to: len(text)}
	if strings.HasPrefix(text[at:], `"`) {
		f.quoted = true
		for f.to = at + 1; f.to < len(text); f.to++ {
			if text[f.to] != '"' {
				continue
			}
			if f.to++; f.to == len(text) || text[f.to] != '"' {
				break
			}
		}
		f.to = min(f.to, len(text))
		at = f.to
	}
	end := strings.IndexAny(text[at:], "\r\n"+c.layout.Separator)
	if end < 0 {
		end = len(text) - at
	}
	end += at
	if f.stop = end; !f.quoted {
		f.to = end
	}
	switch {
	case strings.HasPrefix(text[end:], c.layout.Separator):
		return f, end + len(c.layout.Separator), false
	case strings.HasPrefix(text[end:], "\r\n"):
		return f, end + 2, true
	}
	return f, min(end+1, len(text)), true
}

// read gives what a field holds.
func (c *csvFile) read(f field) string {
	s := c.layout.Text[f.from:f.to]
	if f.quoted {
		return strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

func (c *csvFile) check(at spot, v Value) *Refused {
	if at.sheet != "" {
		return refused(c.name, spot{sheet: at.sheet}.place(), NoSheet)
	}
	if at.row > len(c.records) || c.isBlank(at.row) {
		return refused(c.name, at.place(), NoCell)
	}
	if v.kind != isText {
		return nil
	}
	text, _ := legible(v.text)
	if _, err := c.layout.Encode(text); err != nil {
		return refused(c.name, at.place(), NotInCSV, "Encoding", c.layout.Encoding)
	}
	return nil
}

// isBlank tells of an empty line, which is no record.
func (c *csvFile) isBlank(row int) bool {
	fields := c.records[row-1].fields
	return len(fields) == 1 && fields[0].from == fields[0].to
}

func (c *csvFile) write(changes []change) (*Written, error) {
	var made []splicing
	for from := 0; from < len(changes); {
		to := from + 1
		for to < len(changes) && changes[to].row == changes[from].row {
			to++
		}
		made = append(made, c.recordChanges(changes[from:to])...)
		from = to
	}
	if len(made) == 0 {
		return &Written{Data: c.data}, nil
	}
	text := string(splice([]byte(c.layout.Text), made))
	data, err := c.layout.Encode(text)
	if err != nil {
		return nil, err
	}
	if !c.isTakenApart(data, text) {
		return nil, refused(c.name, report.Place{}, Ambiguous)
	}
	return &Written{Data: data}, nil
}

// isTakenApart tells whether new bytes are read as a CSV file of the same separator, and as the text that they were made of. Nothing in a
// CSV file names its encoding or, mostly, its separator: both are found by what the fields hold, and a field that changes may have been
// the one that told.
func (c *csvFile) isTakenApart(data []byte, text string) bool {
	if isWorkbook, err := master.IsWorkbook(c.name, data); err != nil || isWorkbook {
		return false
	}
	is, err := master.ReadCSVLayout(c.name, data, c.options)
	return err == nil && is.Text == text && is.From == c.layout.From && is.Separator == c.layout.Separator
}

// recordChanges gives the changes in one record. A record that is too short gets the separators that it lacks.
func (c *csvFile) recordChanges(changes []change) []splicing {
	r := c.records[changes[0].row-1]
	var out []splicing
	longer, columns := "", len(r.fields)
	for _, ch := range changes {
		text := c.text(ch)
		if ch.column <= len(r.fields) {
			f := r.fields[ch.column-1]
			if c.read(f) != text {
				out = append(out, splicing{f.from, f.to, c.quotedAs(text, c.isQuoted(r, f) || text == "" && c.partsLineEnd(f))})
			}
			continue
		}
		if text == "" {
			continue
		}
		longer += strings.Repeat(c.layout.Separator, ch.column-columns) + c.quotedAs(text, c.quotesAll(r))
		columns = ch.column
	}
	if longer == "" {
		return out
	}
	last := r.fields[len(r.fields)-1]
	if n := len(out); n > 0 && out[n-1].from == last.from { // the last field changes, too
		out[n-1].to = last.stop
		out[n-1].text += longer
		return out
	}
	return append(out, splicing{last.stop, last.stop, longer})
}

// isQuoted tells whether a field is in quotation marks whatever it holds: where it has them without need, or where nothing in it tells and
// the others of its record have them. Marks that its text needs go with the text.
func (c *csvFile) isQuoted(r record, f field) bool {
	if f.from == f.to || f.quoted && c.needsMarks(c.read(f)) {
		return c.quotesAll(r)
	}
	return f.quoted
}

// partsLineEnd tells of a field that stands between a carriage return and a line feed: without it, they would be one line end and not two.
func (c *csvFile) partsLineEnd(f field) bool {
	return strings.HasSuffix(c.layout.Text[:f.from], "\r") && strings.HasPrefix(c.layout.Text[f.stop:], "\n")
}

// quotesAll tells whether every filled field of a record is in quotation marks, and one of them without need.
func (c *csvFile) quotesAll(r record) bool {
	return !slices.ContainsFunc(r.fields, func(f field) bool { return !f.quoted && f.from < f.to }) &&
		slices.ContainsFunc(r.fields, func(f field) bool { return f.quoted && !c.needsMarks(c.read(f)) })
}

// needsMarks tells whether a text can stand in quotation marks alone.
func (c *csvFile) needsMarks(text string) bool {
	return strings.ContainsAny(text, "\"\r\n"+c.layout.Separator) || strings.TrimSpace(text) != text
}

// quotedAs writes a field, in quotation marks where it has them or needs them.
func (c *csvFile) quotedAs(text string, quoted bool) string {
	if quoted || c.needsMarks(text) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// text is how a value stands in the file.
func (c *csvFile) text(ch change) string {
	switch v := ch.value; v.kind {
	case isText:
		text := v.text
		if read := master.AsRead(text); read == "" || csvguard.Guard(text) != text { // before blanks that are not read, an apostrophe would be
			text = csvguard.Guard(read)
		}
		return strings.ReplaceAll(text, "\n", c.inside)
	case isNumber:
		return number(v.number)
	case isDay:
		return v.day.Time().Format(c.dateLayout(ch.row, ch.column))
	}
	return ""
}

// dateLayout gives the form of the nearest date in the column, above or below, that is not overlooked; that of ISO 8601 where there is none.
// Where that date is written the same in several forms, such as 10/10/2023, the next ones tell which it is.
func (c *csvFile) dateLayout(row, column int) string {
	left := []string{}
	for away := 0; away < len(c.records) && len(left) != 1; away++ {
		for _, near := range slices.Compact([]int{row - away, row + away}) {
			forms := c.dateForms(near, column)
			both := slices.DeleteFunc(slices.Clone(forms), func(f string) bool { return !slices.Contains(left, f) })
			switch {
			case len(left) == 0:
				left = forms
			case len(left) > 1 && len(both) > 0:
				left = both
			}
		}
	}
	return append(left, time.DateOnly)[0]
}

// dateForms lists the forms in which the date of a field can be written; none where it has no date, or is overlooked.
func (c *csvFile) dateForms(row, column int) []string {
	if row < 1 || row > len(c.records) || column > len(c.records[row-1].fields) || c.overlooked[spot{row: row, column: column}] {
		return nil
	}
	text := strings.TrimSpace(c.read(c.records[row-1].fields[column-1]))
	if text == "" {
		return nil
	}
	return slices.DeleteFunc(dateLayouts(), func(form string) bool {
		t, err := time.Parse(form, text)
		return err != nil || t.Format(form) != text
	})
}

// dateLayouts lists the forms of dates that the reader of masters knows, the day before the month.
func dateLayouts() []string {
	return []string{"02/01/2006", "2/1/2006", "02/01/06", "2/1/06", time.DateOnly, "2006/01/02", "02.01.2006", "2.1.2006", "02-01-2006", "2-1-2006",
		"2 January 2006", "02 January 2006", "2 Jan 2006", "02 Jan 2006", "02-Jan-2006", "2-Jan-2006", "02-Jan-06", "2-Jan-06", "2 Jan 06", "02 Jan 06"}
}
