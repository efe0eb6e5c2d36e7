package content

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// What a paper holds is data: which parts, in which order; which columns of a table, how wide and cut at how many lines; how many rows.
// A part that is added is named here and in the sections of templates/pack.yaml.

// SectionNames lists the parts of the paper by name, in the usual order.
func SectionNames() []string {
	return []string{"glance", "reviews", "changes", "look", "answers", "figures", "owners", "cards", "index", "data"}
}

// measures are the numbers that decide how much of a register a paper tells.
type measures struct {
	Whole         int // registers of up to so many recommendations are told in full
	Named         int // registers of up to so many have each recommendation named behind its figures
	Cards         int // of more, so many at most
	Changes       int // changes told in words
	Look          int // rows of what needs a look
	Index         int // recommendations that have a line each
	Refs1         int // outstanding recommendations from which on there are half as many cards
	Refs2         int // refs in the index; more are counted by owner
	Themes        int // themes on page 1
	Folded        int // of more, so many and a row for the others
	Matrix        int // themes that have a column
	Reviews       int // of a portfolio on page 1
	ReviewsFolded int // of more, so many and a row for the others
	Owners        int // that have a row
	Points        int // about the data
	Answers       int // rows of each table of what the owners answered
	InWords       int // dates in words
	Text          int // characters of a text
	// Where texts are long, there is less of these: so many characters in all. A page holds some 1,800.
	CardText, LookText, ChangeText int
}

// measures gives those of the edition. The record leaves nothing out that it lists.
func (w *writer) measures() measures {
	m := measures{Whole: 30, Named: 30, Cards: 24, Changes: 24, Look: 60, Index: 400, Refs1: 3000, Refs2: 3600, Themes: 12, Folded: 10, Matrix: 6, Reviews: 14, ReviewsFolded: 10, Owners: 60,
		Points: 24, Answers: 12, InWords: 12, Text: 1200, CardText: 18000, LookText: 9000, ChangeText: 5000}
	if w.isPortfolio() { // whose recommendations have long names
		m.Named, m.Owners, m.Look = 0, 40, 36
	}
	switch w.edition {
	case TheRecord:
		return m.all()
	case theWeb:
		m.Themes, m.Reviews = math.MaxInt, math.MaxInt
		return m.all()
	}
	return m
}

// outline is a column of a table in a paper: its width in millimetres, of which there are 170, and the lines at which its texts are cut.
type outline struct {
	id    string
	mm    float64
	lines int
}

// reviewColumns are the widths of the columns behind the bars of reviews: complete, outstanding, overdue, rating.
func reviewColumns() []float64 { return []float64{19.5, 24, 20.5, 21} }

// outlines gives the columns of the paper's tables. Those of a portfolio have room for the names of the reviews.
func outlines(table string, portfolio bool) []outline {
	if portfolio {
		switch table {
		case "told":
			return []outline{{"key", 36, 0}, {"short", 48, 2}, {"told", 86, 0}}
		case "look":
			return []outline{{"key", 36, 0}, {"short", 36, 2}, {"owner", 25, 0}, {"when", 30, 0}, {"progress_note", 43, 0}}
		case "extensions":
			return []outline{{"key", 30, 0}, {"short", 32, 2}, {"owner", 24, 0}, {"due_when_asked", 20, 0}, {"new_date", 20, 0}, {"reason_for_change", 26, 0}, {"extension_state", 18, 0}}
		case "not_updated":
			return []outline{{"key", 36, 0}, {"short", 50, 2}, {"owner", 34, 0}, {"updated", 24, 0}, {"answer", 26, 0}}
		case "answers_reviews", "unanswered":
			return []outline{{"asked_name", 38, 0}, {"asked", 14, 0}, {"answered", 17, 0}, {"partly_answered", 16, 0}, {"not_answered", 17, 0}, {"partly_answered_refs", 34, 0}, {"not_answered_refs", 34, 0}}
		case "points":
			return []outline{{"cell", 46, 0}, {"message", 70, 0}, {"hint", 54, 0}}
		case "in_words":
			return []outline{{"refs", 36, 0}, {"as_written", 34, 0}, {"read_as", 24, 0}, {"rule", 76, 0}}
		}
	}
	switch table {
	case "told":
		return []outline{{"key", 11, 0}, {"short", 62, 2}, {"told", 97, 0}}
	case "look":
		return []outline{{"key", 11, 0}, {"short", 42, 2}, {"owner", 27, 0}, {"when", 34, 0}, {"progress_note", 56, 0}}
	case "extensions":
		return []outline{{"key", 11, 0}, {"short", 38, 2}, {"owner", 27, 0}, {"due_when_asked", 20, 0}, {"new_date", 20, 0}, {"reason_for_change", 34, 0}, {"extension_state", 20, 0}}
	case "not_updated":
		return []outline{{"key", 11, 0}, {"short", 75, 2}, {"owner", 34, 0}, {"updated", 24, 0}, {"answer", 26, 0}}
	case "unanswered":
		return []outline{{"asked_name", 50, 0}, {"asked", 15, 0}, {"answered", 18, 0}, {"partly_answered", 17, 0}, {"not_answered", 18, 0}, {"partly_answered_refs", 24, 0}, {"not_answered_refs", 28, 0}}
	case "meanings":
		return []outline{{"figure", 36, 0}, {"meaning", 134, 0}}
	case "index":
		return []outline{{"key", 14, 0}, {"short", 55, 1}, {"owner", 31, 1}, {"due", 23, 0}, {"standing", 26, 1}, {"rag", 21, 0}}
	case "points":
		return []outline{{"cell", 14, 0}, {"key", 13, 0}, {"message", 75, 0}, {"hint", 68, 0}}
	case "in_words":
		return []outline{{"refs", 20, 0}, {"as_written", 38, 0}, {"read_as", 24, 0}, {"rule", 88, 0}}
	case "rated":
		return []outline{{"rating", 24, 0}, {"of_recommendation", 60, 0}, {"of_group", 86, 0}}
	case "by_theme":
		return []outline{{"themes", 46, 0}, {"refs", 124, 0}}
	case "rest":
		return []outline{{"file", 58, 0}, {"holds", 112, 0}}
	}
	return nil
}

// outlined gives the columns of a table their widths.
func (t *Table) outlined(portfolio bool) *Table {
	for _, o := range outlines(t.ID, portfolio) {
		if i := t.Column(o.id); i >= 0 {
			t.Columns[i].MM, t.Columns[i].Lines = o.mm, o.lines
		}
	}
	return t
}

// Paper gives the sections that a paper of the names has, in their order; all in the usual order for no names. A clause that names the page
// of a section that is not among them is left out.
func (d *Document) Paper(names []string) ([]Section, error) {
	sections, err := choose(names, d.Sections, SectionNames(), func(s Section) string { return s.ID }, "part")
	if err != nil {
		return nil, err
	}
	is := map[string]bool{}
	for _, s := range sections {
		is[s.ID] = true
	}
	return withoutPages(sections, is), nil
}

// withoutPages leaves out the clauses and contents that name the page of a section that is not there.
func withoutPages(sections []Section, is map[string]bool) []Section {
	out := slices.Clone(sections)
	for i := range out {
		out[i].Blocks = slices.Clone(out[i].Blocks)
		for j := range out[i].Blocks {
			b := &out[i].Blocks[j]
			switch {
			case b.List != nil:
				list := *b.List
				list.Items = make([]Text, len(b.List.Items))
				for k, item := range b.List.Items {
					list.Items[k] = item.withoutPages(is)
				}
				b.List = &list
			case b.Paragraph != nil:
				b.Paragraph = &Paragraph{b.Paragraph.Role, b.Paragraph.Text.withoutPages(is)}
			case b.Contents != nil:
				contents := *b.Contents
				contents.Entries = slices.DeleteFunc(slices.Clone(contents.Entries), func(e ContentsEntry) bool { return !is[e.Section] })
				b.Contents = &contents
			}
		}
	}
	return out
}

// clausePage is the message of a clause that names a page and can be left out: " (p. 3)".
const clausePage = "page.see"

func (t Text) withoutPages(is map[string]bool) Text {
	var out Text
	for i := 0; i < len(t); i++ {
		n, gone := i, false
		for n < len(t) && t[n].Said.ID == clausePage {
			gone = gone || t[n].Ref.Place == PlaceLayout && t[n].Ref.ID != "" && !is[t[n].Ref.ID]
			n++
		}
		if gone {
			i = n - 1
			continue
		}
		out = append(out, t[i])
	}
	return out
}

// Book gives the sheets that a workbook of the names has, in their order; all in the usual order for no names. Sheets that this pack has
// no use for are not among them. Formulas count the rows of the recommendations, and these look their statuses up: both sheets must be
// there, as must the summary, which has the as-at date, and what is wrong with the data.
func (d *Document) Book(names []string) ([]Sheet, error) {
	if len(d.Sheets) == 0 {
		return nil, errors.New("a record edition has no workbook: it is made of the paper's Document")
	}
	for _, needed := range []string{"summary", "recommendations", "quality", "notes"} {
		if len(names) > 0 && !slices.Contains(names, needed) {
			return nil, fmt.Errorf("a workbook cannot do without the sheet %q", needed)
		}
	}
	return choose(names, d.Sheets, SheetNames(), func(s Sheet) string { return cmp.Or(s.After, s.ID) }, "sheet")
}

// choose gives what the names are of. A name that is known and of nothing here is passed over.
func choose[T any](names []string, all []T, known []string, id func(T) string, what string) ([]T, error) {
	if len(names) == 0 {
		return all, nil
	}
	var out []T
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("there is no %s %q", what, name)
		}
		for _, x := range all {
			if id(x) == name {
				out = append(out, x)
			}
		}
	}
	return out, nil
}
