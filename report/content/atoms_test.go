package content_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/content"
)

func texts(list ...string) []content.Text {
	var out []content.Text
	for _, s := range list {
		out = append(out, content.Text{{Text: s}})
	}
	return out
}

// TestAtoms: a reader meets the parts of a block one after the other, behind those before it.
func TestAtoms(t *testing.T) {
	t.Parallel()
	table := &content.Table{ID: "red", Columns: []content.Column{{Heading: "Ref", Lines: 2}, {Heading: "Due"}},
		Rows: []content.Row{{Group: texts("Overdue: 1")[0], Cells: []content.Cell{{Text: "3"}, {Missing: content.NotAvailable}}}}}
	blocks := []content.Block{
		{Heading: &content.Heading{Level: 2, Text: texts("At a glance")[0], Short: texts("Glance")}},
		{Heading: &content.Heading{Level: 3, Text: texts("Beside")[0], Beside: true}},
		{List: &content.List{ID: "lead", Items: texts("One.", "Two.")}},
		{Tiles: &content.Tiles{Tiles: []content.Tile{{Label: texts("Overdue")[0], Number: texts("2")[0], Of: texts("of 12")[0]}}}},
		{Table: &content.View{Inline: table}},
	}
	var met []content.Atom
	for i := range blocks {
		met = (&content.Document{}).Atoms(met, &blocks[i], content.Text.Plain)
	}
	assert.Equal(t, []content.Atom{
		{Is: "a heading", Text: "At a glance", Or: []string{"Glance"}, Place: "At a glance"}, {Is: "a heading", Text: "Beside"},
		{Is: "a sentence of lead", Text: "One."}, {Is: "a sentence of lead", Text: "Two."},
		{Is: "the name of a headline figure", Text: "Overdue"}, {Is: "the headline figure Overdue", Text: "2 of 12"},
		{Is: "a heading of the table red", Text: "Ref", Head: true}, {Is: "a heading of the table red", Text: "Due", Head: true},
		{Is: "the head of a group of the table red", Text: "Overdue: 1"}, {Is: "column Ref of the table red", Text: "3", Cut: true}, {Is: "column Due of the table red", Missing: content.NotAvailable},
	}, met)
}

// TestDrawn: lines may have the names of every so many months, always that of the last, and all values, or the first and the highest, or the first.
func TestDrawn(t *testing.T) {
	t.Parallel()
	lines := &content.Chart{Labels: texts("Jun", "Jul", "Aug", "Sep"), Series: []content.Series{{Name: texts("Open")[0], Values: texts("5", "6", "9", "7"), N: []int{5, 6, 9, 7}}}}
	drawn := func(c *content.Chart) []string {
		return slices.Collect((&content.Document{}).Atoms(nil, &content.Block{Chart: c}, content.Text.Plain)[0].Drawn)
	}
	assert.Equal(t, []string{"0510JunJulAugSep5697Open", "0510JunJulAugSep597Open", "0510JunJulAugSep57Open", "0510JulSep5697Open", "0510JulSep597Open", "0510JulSep57Open",
		"0510JunSep5697Open", "0510JunSep597Open", "0510JunSep57Open", "0510Sep5697Open", "0510Sep597Open", "0510Sep57Open"}, drawn(lines))
	lines.Series = append(lines.Series, content.Series{Name: texts("Late")[0], Values: texts("0", "2", "1", "2"), N: []int{0, 2, 1, 2}})
	assert.Contains(t, drawn(lines), "0510Sep5"+"02"+"7Open2Late", "each line has its highest or not")
	bridge := &content.Chart{Labels: texts("Aug", "Sep"), Stages: []content.Stage{{Value: texts("15")[0]}, {Value: texts("14")[0]}}}
	assert.Equal(t, []string{"Aug15Sep14"}, drawn(bridge))
}
