package sheets

import (
	"fmt"
	"path/filepath"
	"strings"

	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/ooxml"
)

// Mistake is one thing on a sheet of settings that a person must change.
type Mistake struct {
	File, Sheet, Cell string
	Message           string
}

// Error is "custody.xlsx: Themes!B4: …".
func (m Mistake) Error() string { return m.File + ": " + where(m.Sheet, m.Cell) + ": " + m.Message }

// Mistakes is every mistake on a master's sheets of settings, sheet by sheet and downwards.
type Mistakes []Mistake

// Error gives one mistake a line.
func (m Mistakes) Error() string {
	lines := make([]string, len(m))
	for i := range m {
		lines[i] = m[i].Error()
	}
	return strings.Join(lines, "\n")
}

// where names a cell, or a sheet.
func where(sheet, cell string) string {
	if cell == "" {
		return sheet
	}
	return sheet + "!" + cell
}

// reading is one sheet while it is read.
type reading struct {
	*master.SettingsGrid
	file  string
	found *Mistakes
}

func (r *reading) add(cell, format string, args ...any) {
	*r.found = append(*r.found, Mistake{filepath.Base(r.file), r.Sheet, cell, fmt.Sprintf(format, args...)})
}

// text gives what a row says in a column, on one line and in the one form in which two texts that look the same are the same; "" for
// nothing, and, with a mistake, for a cell that has no value.
func (r *reading) text(row *master.SettingsRow, column string) string {
	c := row.Cell(r.Columns[column])
	switch {
	case c == nil:
		return ""
	case c.Broken == "=":
		r.add(c.Name, "the result of the formula is not in the file: open the spreadsheet in Excel and save it, or enter the value itself")
		return ""
	case c.Broken != "":
		r.add(c.Name, "the cell shows %s: correct its formula, or enter the value itself", c.Broken)
		return ""
	}
	return fold.Line(c.Text)
}

// cell names the cell of a row in a column, whether it is filled or not.
func (r *reading) cell(row *master.SettingsRow, column string) string {
	return ooxml.CellName(r.Columns[column], row.Number)
}

// isBlank tells whether a row says nothing in any column of ours.
func (r *reading) isBlank(row *master.SettingsRow) bool {
	for _, column := range r.Columns {
		if row.Cell(column) != nil {
			return false
		}
	}
	return true
}

// isBroken tells whether a cell of ours in the row has no value to read, and names it.
func (r *reading) isBroken(row *master.SettingsRow) bool {
	before := len(*r.found)
	for i := range row.Cells {
		for id, column := range r.Columns {
			if column == row.Cells[i].Column {
				r.text(row, id)
				break
			}
		}
	}
	return len(*r.found) > before
}

// words parts the words of a cell at semicolons and line ends.
func (r *reading) words(row *master.SettingsRow, column string) []string {
	c := row.Cell(r.Columns[column])
	if c == nil {
		return nil
	}
	var out []string
	for _, part := range strings.FieldsFunc(c.Text, func(c rune) bool { return c == ';' || c == '\n' || c == '\r' }) {
		if word := fold.Line(part); word != "" {
			out = append(out, word)
		}
	}
	return out
}

// instead says which of the known names was meant, or which there are.
func instead(name string, known []string) string {
	if best := fold.Nearest(name, known); best != "" {
		return fmt.Sprintf("did you mean \"%s\"?", best)
	}
	return "it is " + listOf(known, "or")
}

// listOf gives "a, b and c".
func listOf(words []string, and string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}

// lexicon sees to it that no word stands for two things once it is folded.
type lexicon map[string]use

// use is what a word stands for, and the cell that said so.
type use struct{ meaning, cell string }

// take notes a word of a meaning; false, with a mistake, where it cannot be compared or means something else already. The same word with
// the same meaning is no mistake.
func (r *reading) take(lex lexicon, word, meaning, cell string) bool {
	key := fold.Word(word)
	if key == "" {
		r.add(cell, "\"%s\" has no letter or digit to compare: enter another word", word)
		return false
	}
	first, known := lex[key]
	if known && first.meaning != meaning {
		r.add(cell, "\"%s\" stands for %s here and for %s in %s: keep it in one of the two", word, meaning, first.meaning, first.cell)
		return false
	}
	if !known {
		lex[key] = use{meaning, cell}
	}
	return true
}
