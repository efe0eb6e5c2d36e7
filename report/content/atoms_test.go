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
	table := &content.Table{ID: "red", Columns: []content.Column{{Heading: "Ref"}, {Heading: "Due"}},
		Rows: []content.Row{{Cells: []content.Cell{{Text: "3"}, {Missing: content.NotAvailable}}}}}
	blocks := []content.Block{
		{Heading: &content.Heading{Level: 2, Text: texts("At a glance")[0]}},
		{Heading: &content.Heading{Level: 3, Text: texts("Beside")[0], Beside: true}},
		{List: &content.List{ID: "lead", Items: texts("One.", "Two."), Joins: true}},
		{Tiles: &content.Tiles{Tiles: []content.Tile{{Label: texts("Overdue")[0], Number: texts("2")[0], Of: texts("of 12")[0]}}}},
		{Table: &content.View{Inline: table}},
	}
	var met []content.Atom
	for i := range blocks {
		met = (&content.Document{}).Atoms(met, &blocks[i])
	}
	assert.Equal(t, []content.Atom{
		{Is: "a heading", Text: "At a glance", Place: "At a glance", Level: 2}, {Is: "a heading", Text: "Beside"},
		{Is: "a sentence of lead", Text: "One."}, {Is: "a sentence of lead", Text: "Two.", Joins: true},
		{Is: "the name of a headline figure", Text: "Overdue"}, {Is: "the headline figure Overdue", Text: "2 of 12"},
		{Is: "a heading of the table red", Text: "Ref", Head: true}, {Is: "a heading of the table red", Text: "Due", Head: true},
		{Is: "column Ref of the table red", Text: "3"}, {Is: "column Due of the table red", Missing: content.NotAvailable},
	}, met)
}

// TestDrawn: lines may have the names and the numbers of every so many months, and always those of the last.
func TestDrawn(t *testing.T) {
	lines := &content.Chart{Labels: texts("Jul", "Aug", "Sep"), Series: []content.Series{{Name: texts("Open")[0], Values: texts("5", "6", "7")}}}
	drawn := func(c *content.Chart) []string {
		return slices.Collect((&content.Document{}).Atoms(nil, &content.Block{Chart: c})[0].Drawn)
	}
	assert.Equal(t, []string{"JulAugSep567Open", "JulAugSep57Open", "JulAugSep7Open", "JulSep567Open", "JulSep57Open", "JulSep7Open", "Sep567Open", "Sep57Open", "Sep7Open"}, drawn(lines))
	bridge := &content.Chart{Labels: texts("Aug", "Sep"), Stages: []content.Stage{{Value: texts("15")[0]}, {Value: texts("14")[0]}}}
	assert.Equal(t, []string{"Aug15Sep14"}, drawn(bridge))
}
