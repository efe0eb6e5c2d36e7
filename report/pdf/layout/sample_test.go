package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
	"boardpack/report/pdf/finish"
)

func options(t testing.TB) Options {
	t.Helper()
	fonts, err := NewFonts()
	require.NoError(t, err)
	return Options{
		Fonts: fonts, Palette: NewPalette(colour.DefaultAccent()),
		Chrome: Chrome{
			Marking: "OFFICIAL", Title: "Heddlu Dŵr", Board: "Policing Board", Meeting: "12 October 2023", FootLeft: "Position at 30 September 2023",
			Page: func(page, of int) string { return fmt.Sprintf("Page %d of %d", page, of) },
		},
		About: finish.About{
			Title: "Stalking and harassment", Author: "A police force", Lang: "en", Tool: "boardpack test",
			Date: time.Date(2023, 9, 30, 0, 0, 0, 0, time.UTC),
		},
		Attachments: []finish.Attachment{{
			Name: "figures.json", Description: "The figures", MediaType: "application/json", Data: []byte("{}"),
			Modified: time.Date(2023, 9, 30, 0, 0, 0, 0, time.UTC),
		}},
	}
}

// sample is a document with every kind of block.
func sample(rows int) []Block {
	full := Fill{Ink: FillFull}
	middle := Fill{Ink: FillNone, Stroke: Accent, Hatch: true}
	pale := Fill{Ink: FillMiddle, Stroke: Accent}
	none := Fill{Ink: FillNone, Stroke: Accent}
	bar := func(parts ...Part) *Bar { return &Bar{Parts: parts, Full: 5, Alt: "1 complete, 2 in progress"} }
	register := Table{Title: "register", Continued: "continued", Columns: []Column{
		{Head: "Ref", Fit: true, Heads: true}, {Head: "Recommendation", Weight: 3, Lines: 2}, {Head: "Owner", Weight: 1}, {Head: "Days late", Fit: true, Align: Right},
	}}
	for i := range rows {
		var group []Run
		if i%9 == 0 {
			group = []Run{{Text: fmt.Sprintf("Rows from %d on", i), Bold: true}, {Text: " nine", Size: TableSize}}
		}
		register.Rows = append(register.Rows, Row{Group: group, ID: fmt.Sprintf("r%d", i), Cells: []Cell{
			{Runs: []Run{{Text: fmt.Sprint(i)}}},
			{Runs: Plain(strings.Repeat("The force should see to it that officers know what to do. ", i%7))},
			{Runs: Plain("Detective Superintendent")}, {Runs: Plain(fmt.Sprint(i * 37))},
		}})
	}
	return []Block{
		Section{Blocks: []Block{
			Heading{Level: 1, Text: Plain("Stalking and harassment"), ID: "cover", Bookmark: "Stalking and harassment"},
			Paragraph{Runs: Plain("Position at 30 September 2023"), Style: Small()},
			NewPage{},
		}},
		Section{Blocks: []Block{Heading{Level: 2, Text: Plain("Contents"), ID: "contents", Hidden: true},
			Contents{Title: "In this paper", Entries: []ContentsEntry{{Name: "At a glance", Page: "p. ", To: "first"}, {Name: "The register", Page: "p. ", To: "second"}}, After: "all of it"}, NewPage{}}},
		Section{ID: "first", Blocks: []Block{
			OneLine{Variants: []Heading{{Level: 2, Look: Message, Text: Plain(strings.Repeat("At a glance ", 20)), ID: "glance", Bookmark: "At a glance"}, {Level: 2, Look: Message, Text: Plain("At a glance"), ID: "glance", Bookmark: "At a glance"}}},
			Strip{Strong: true, Widths: []float64{MM(44), MM(56), MM(38), MM(32)}, Rows: [][]Fact{{{Name: "Paper for", Value: Plain("Policing Board")}, {Name: "Data", Value: []Run{{Text: "Illustrative", Boxed: true}}}}, {{Name: "Version", Value: Plain("1.0")}}}},
			Paragraph{Runs: []Run{
				{Text: "Of the 17 recommendations that fall to the force, "}, {Text: "3 are complete", Bold: true},
				{Text: " (18%) and 2 more are done. See "}, {Text: "r3", To: "r3"}, {Text: ". "}, {Text: "Yn Gymraeg: mae'r dŵr a'r tŷ", Lang: "cy"}, {Text: " 😀 漢字."},
			}},
			Tiles{Tiles: []Tile{
				{Label: "Complete", Number: "3", Of: "of 17 · 18%", Note: "up 1 since August"},
				{Label: "Awaiting sign-off", Number: "2", Note: "no change"},
				{Label: "Overdue", Number: "2", Of: "of 12 open", Note: "up 1: a date matured", Alarm: true},
				{Label: "Due in 60 days", Number: "4", Of: "of 12 open", Note: "by 29 November 2023"},
			}},
			Heading{Level: 3, Text: Plain("Progress by theme"), Hidden: true},
			Table{Title: "progress", Size: 11, Columns: []Column{
				{Head: "Theme", Fit: true, Heads: true}, {Head: "In scope, by state", Weight: 1}, {Head: "Complete", Fit: true, Align: Right}, {Head: "Rating", Fit: true},
			}, Rows: []Row{
				{Cells: []Cell{{Runs: Plain("Resourcing")}, {Bar: bar(Part{N: 1, Fill: full}, Part{N: 2, Fill: pale})}, {Runs: Plain("1 of 3 (33%)")}, {Runs: []Run{{Text: "Red", Mark: Square, Ink: Red, Bold: true}}}}},
				{Cells: []Cell{{Runs: Plain("Perpetrators")}, {Bar: bar(Part{N: 1, Fill: middle}, Part{N: 3, Fill: pale}, Part{N: 1, Fill: none})}, {Runs: Plain("0 of 5 (0%)")}, {Runs: []Run{{Text: "Amber", Mark: Triangle, Ink: Amber, Bold: true}}}}},
				{Cells: []Cell{{Runs: Plain("Data")}, {Bar: bar(Part{N: 1, Fill: full}, Part{N: 1, Fill: middle}, Part{N: 1, Fill: pale})}, {Runs: Plain("0 of 5 (0%)")}, {Runs: []Run{{Text: "Green", Mark: Disc, Ink: Green, Bold: true}}}}},
				{Bold: true, Cells: []Cell{{Runs: Plain("All")}, {Runs: Plain("3 complete")}, {Runs: Plain("3 of 17 (18%)")}, {Runs: []Run{{Text: "Blue", Mark: Diamond, Ink: Blue, Bold: true}}}}},
			}},
			Key{Entries: []KeyEntry{{full, "Complete"}, {middle, "Awaiting sign-off"}, {pale, "In progress"}, {none, "Not started"}}},
			Columns{Gap: 24, Columns: [][]Upright{
				{Heading{Level: 3, Text: Plain("What changed"), Hidden: true}, List{Items: [][]Run{Plain("Completed: 4, 15. Reopened: 9, after the issuer asked for more evidence."), {{Text: "Overdue: "}, {Text: "r2", To: "r2"}}}}},
				{Heading{Level: 3, Text: Plain("What the board is asked to do"), Hidden: true}, List{Numbered: true, Items: [][]Run{Plain("Agree the new date for 11a, or ask for a plan."), Plain("Ask for a date.")}}},
			}},
			Box{Blocks: []Upright{Heading{Level: 3, Text: Plain("The board is asked to"), Hidden: true}, List{Numbered: true, Items: [][]Run{{{Text: "Note the register (p. "}, {Page: "second", Last: true}, {Text: ")."}}}}}},
			Trend{Height: 110, Step: 5, Alt: "Outstanding 17, 15, 14", Months: []string{"Jul 2023", "Aug 2023", "Sep 2023"}, Series: []Series{
				{Name: "Outstanding", Values: []int{17, 15, 14}, Ink: Accent}, {Name: "Complete", Values: []int{0, 2, 3}, Ink: Red, Hollow: true}}},
			Waterfall{Alt: "15, up 1, down 2: 14", Steps: []Step{{Name: "Outstanding on 31 August", Value: "15", To: 15, Total: true},
				{Name: "New", Value: "+1", From: 15, To: 16}, {Name: "Completed", Value: "−2", From: 16, To: 14}, {Name: "Outstanding now", Value: "14", To: 14, Total: true}}},
			Kept{Most: MM(120), Again: "Recommendation 1, continued", Blocks: []Block{
				Heading{Level: 3, Line: true, Text: []Run{{Text: "Recommendation 1"}, {Text: "  row 2", Size: TableSize, Light: true}}, Right: []Run{{Text: "Green", Mark: Disc, Ink: Green, Size: BodySize}}, Bookmark: "Recommendation 1"},
				Strip{Tinted: true, Widths: []float64{MM(33), MM(33)}, Rows: [][]Fact{{{Name: "Owner", Value: Plain("Chief")}, {Name: "Due", Value: Plain("Autumn 2023")}}}},
				Told{Name: "Response", Text: Plain("We will."), Label: MM(27)},
			}},
		}},
		Section{ID: "second", Blocks: []Block{NewPage{}, Heading{Level: 2, Text: Plain("Annex"), ID: "annex", Bookmark: "Annex"}, register}},
	}
}
