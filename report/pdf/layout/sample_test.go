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
			HeadLeft: "Heddlu Dŵr · board of 12 October 2023", HeadRight: "OFFICIAL", FootLeft: "Position at 30 September 2023",
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
	middle := Fill{Ink: FillMiddle}
	pale := Fill{Ink: FillPale}
	none := Fill{Ink: FillNone, Stroke: Strong}
	bar := func(parts ...Part) *Bar { return &Bar{Parts: parts, Full: 5, Alt: "1 complete, 2 in progress"} }
	register := Table{Title: "register", Columns: []Column{
		{Head: "Ref", Fit: true, Heads: true}, {Head: "Recommendation", Weight: 3}, {Head: "Owner", Weight: 1}, {Head: "Days late", Fit: true, Align: Right},
	}}
	for i := range rows {
		register.Rows = append(register.Rows, Row{ID: fmt.Sprintf("r%d", i), Cells: []Cell{
			{Runs: []Run{{Text: fmt.Sprint(i)}}},
			{Runs: Plain(strings.Repeat("The force should see to it that officers know what to do. ", i%7))},
			{Runs: Plain("Detective Superintendent")}, {Runs: Plain(fmt.Sprint(i * 37))},
		}})
	}
	return []Block{
		Section{Blocks: []Block{
			Heading{Level: 1, Text: "Stalking and harassment", ID: "cover"},
			Paragraph{Runs: Plain("Position at 30 September 2023"), Style: Small()},
			NewPage{},
		}},
		Section{Blocks: []Block{Heading{Level: 2, Text: "Contents", ID: "contents", Hidden: true}, Contents{}, NewPage{}}},
		Section{Blocks: []Block{
			Heading{Level: 2, Text: "At a glance", ID: "glance"},
			Paragraph{Style: Lead(), Runs: []Run{
				{Text: "Of the 17 recommendations that fall to the force, "}, {Text: "3 are complete", Bold: true},
				{Text: " (18%) and 2 more are done. See "}, {Text: "r3", To: "r3"}, {Text: ". "}, {Text: "Yn Gymraeg: mae'r dŵr a'r tŷ", Lang: "cy"}, {Text: " 😀 漢字."},
			}},
			Tiles{Tiles: []Tile{
				{Label: "Complete", Number: "3", Of: "of 17 · 18%", Note: "up 1 since August"},
				{Label: "Awaiting sign-off", Number: "2", Note: "no change"},
				{Label: "Overdue", Number: "2", Of: "of 12 open", Note: "up 1: a date matured", Alarm: true},
				{Label: "Due in 60 days", Number: "4", Of: "of 12 open", Note: "by 29 November 2023"},
			}},
			Heading{Level: 3, Text: "Progress by theme", Hidden: true},
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
				{Heading{Level: 3, Text: "What changed", Hidden: true}, List{Items: [][]Run{Plain("Completed: 4, 15. Reopened: 9, after the issuer asked for more evidence."), {{Text: "Overdue: "}, {Text: "r2", To: "r2"}}}}},
				{Heading{Level: 3, Text: "What the board is asked to do", Hidden: true}, List{Numbered: true, Items: [][]Run{Plain("Agree the new date for 11a, or ask for a plan."), Plain("Ask for a date.")}}},
			}},
			Trend{Alt: "Outstanding 17, 15, 14", Months: []string{"Jul 2023", "Aug 2023", "Sep 2023"}, Series: []Series{
				{Name: "Outstanding", Values: []int{17, 15, 14}, Ink: Accent}, {Name: "Complete", Values: []int{0, 2, 3}, Ink: Green, Hollow: true}}},
			Waterfall{Alt: "15, up 1, down 2: 14", Steps: []Step{{Name: "Outstanding on 31 August", Value: "15", To: 15, Total: true},
				{Name: "New", Value: "+1", From: 15, To: 16}, {Name: "Completed", Value: "−2", From: 16, To: 14}, {Name: "Outstanding now", Value: "14", To: 14, Total: true}}},
			Note{Runs: Plain("Two rows need a look: see data quality.")},
			Facts{Title: "facts", Facts: []Fact{{Name: "Owner", Value: Plain("Chief")}, {Name: "Date as it was first written", Value: Plain("Autumn 2023")}}},
		}},
		Section{Blocks: []Block{NewPage{Landscape: true}, Heading{Level: 2, Text: "Annex", ID: "annex"}, register}},
	}
}
