package start

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/templates"
)

// Draft is what a team's own master says of the template that it needs.
type Draft struct {
	File    string
	Outline *master.Outline
	Guesses []report.Guess // what was guessed: asked of the team, here and in the template
	Left    []report.Guess // what was not guessed, and counts as something until the team says what it is: asked too
	Kept    []string       // columns that are none of the program's, and stay the team's own
	Themes  []string       // that were drafted, as they are typed

	base     *templates.Template
	columns  map[report.Field][]string // more names of each column
	moved    []string                  // headings that the base has under another field than the draft
	first    map[report.Field]string   // the name of a column that is to be read before all others of its field
	own      []string                  // headings of columns that are the team's own though they look like others
	earlier  []string                  // cells of the headings of columns with earlier statuses
	states   map[report.State][]string // more words of each state
	phrases  *phrases
	register *report.Register    // as a build reads the master with what is drafted; nil where it cannot
	themes   []report.Theme      // instead of those of the base; nil to keep these
	synonyms map[string][]string // of the themes that come from the base
	english  bool                // the packs are in English alone, because the themes have no other names
}

// draft reads the outline of a master and finds places for what the base template does not know.
func draft(o Options, base *templates.Template) (*Draft, error) {
	if o.Data == nil {
		var err error
		if o.Data, err = master.Bytes(o.Master, master.Limits{}); err != nil {
			return nil, err
		}
	}
	outline, err := master.ReadOutline(o.Master, o.Data, master.Options{Month: o.Month, Vocabulary: &base.Vocabulary, Rules: &base.Rules})
	if err != nil {
		return nil, err
	}
	d := newDraft(base, outline)
	d.File = filepath.Base(o.Master)
	d.placeColumns()
	if d.themeColumn() == nil {
		d.placeThemes(d.blockNames())
	}
	d.readAsDrafted(o)
	if c := d.themeColumn(); c != nil {
		d.placeThemes(themeNames(d.values(c.Field)))
	} else if d.themes == nil {
		d.placeThemes(d.sheetThemes(o))
	}
	d.askAboutDue()
	d.listOwn()
	d.placeStates()
	d.lookAtWords(report.FieldScope, "scope", wordsOf(base.Vocabulary.Scopes))
	d.lookAtWords(report.FieldSignOff, "sign_off", wordsOf(base.Vocabulary.SignOffs))
	return d, nil
}

func newDraft(base *templates.Template, outline *master.Outline) *Draft {
	return &Draft{Outline: outline, base: base, columns: map[report.Field][]string{}, first: map[report.Field]string{},
		states: map[report.State][]string{}, synonyms: map[string][]string{}, phrases: newPhrases(&base.Vocabulary)}
}

// guess notes something that was guessed, and leave something that was not; the team is to confirm both.
func (d *Draft) guess(what, as string, where ...string) {
	d.Guesses = append(d.Guesses, report.Guess{What: what, Where: strings.Join(where, ", "), As: as})
}

func (d *Draft) leave(what, as string, where ...string) {
	d.Left = append(d.Left, report.Guess{What: what, Where: strings.Join(where, ", "), As: as})
}

// Missing lists the columns that a master needs and this one seems not to have.
func (d *Draft) Missing() []report.Field {
	var out []report.Field
	for _, f := range report.NeededFields() {
		if d.column(f) == nil && (f != report.FieldTheme || d.themeColumn() == nil && len(d.Themes) == 0) {
			out = append(out, f)
		}
	}
	return out
}

// column finds the column that is, or was taken for, a field.
func (d *Draft) column(f report.Field) *master.OutlineColumn {
	for i := range d.Outline.Columns {
		if d.Outline.Columns[i].Field == f {
			return &d.Outline.Columns[i]
		}
	}
	return nil
}

// columnName is the template's own name of a field.
func (d *Draft) columnName(f report.Field) string { return d.base.Vocabulary.Columns[f][0] }

// lookAtWords asks what the words of a column mean that the base does not know.
func (d *Draft) lookAtWords(f report.Field, section string, known []string) {
	c := d.column(f)
	if c == nil {
		return
	}
	for _, v := range c.Values {
		if !has(known, v.Text) {
			d.leave(fmt.Sprintf("the word \"%s\" under \"%s\"", v.Text, c.Heading), "not known: put it under "+section+", or leave it so", v.Cell, rows(v.Rows))
		}
	}
}

// wordsOf gives the words of all meanings.
func wordsOf[T comparable](lists map[T][]string) []string {
	var out []string
	for _, list := range lists {
		out = append(out, list...)
	}
	return out
}

func rows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return strconv.Itoa(n) + " rows"
}
