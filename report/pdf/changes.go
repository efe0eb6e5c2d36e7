package pdf

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// changes tells what happened since last month: the bridge from opening to closing, the months so far, what was re-dated, every
// other change by name, why each red is red, and why each headline figure moved.
func changes(b *book) []layout.Block {
	blocks := []layout.Block{layout.NewPage{}, layout.Heading{Level: 2, Text: b.changedHeading(), ID: "changes"}}
	if b.Movement == nil {
		blocks = append(blocks, layout.Paragraph{Runs: layout.Plain(b.MovementTable(b.words).Empty)})
	} else {
		blocks = append(blocks, layout.Heading{Level: 3, Text: b.say("pdf.bridge")}, b.waterfall())
		blocks = append(blocks, b.table(b.movementTable())...)
	}
	if len(b.Trend) > 1 {
		blocks = append(blocks, layout.Heading{Level: 3, Text: b.say("table.trend")}, b.trend(80))
		blocks = append(blocks, b.table(b.TrendTable(b.words))...)
	}
	if b.Movement != nil {
		blocks = append(blocks, b.changesByName()...)
	}
	blocks = append(blocks, layout.Heading{Level: 3, Text: b.say("table.red")})
	blocks = append(blocks, b.table(b.RedTable(b.words))...)
	for _, t := range []report.Table{b.HeadlineChangesTable(b.words), b.RestatedTable(b.words)} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, layout.Heading{Level: 3, Text: t.Title})
			blocks = append(blocks, b.table(t)...)
		}
	}
	return blocks
}

// changesByName names each changed recommendation: those re-dated with days and reason, then all other changes, which have no days.
func (b *book) changesByName() []layout.Block {
	all := b.ChangesTable(b.words)
	var dated, others []report.Row
	for i, row := range all.Select("days").Rows {
		if row.Cells[0].Missing == report.HasValue {
			dated = append(dated, all.Rows[i])
		} else {
			others = append(others, all.Rows[i])
		}
	}
	var blocks []layout.Block
	if len(dated) > 0 {
		t := all
		t.Rows = dated
		t = t.Select("key", "short", "from", "to", "days", "times_moved", "why")
		blocks = append(blocks, layout.Heading{Level: 3, Text: report.ChangeWord(b.words, report.ChangeDate)}, b.grid(t, false))
	}
	if len(others) > 0 || len(dated) == 0 {
		t := all
		t.Rows = others
		blocks = append(blocks, layout.Heading{Level: 3, Text: t.Title})
		blocks = append(blocks, b.table(t.Select("key", "short", "change", "from", "to", "why"))...)
	}
	return blocks
}

// movementTable leaves out the steps in which nothing happened anywhere: the table of twelve columns is in the workbook.
func (b *book) movementTable() report.Table {
	t := b.MovementTable(b.words)
	keep := []string{string(report.OfThemes), "opening"}
	for _, stage := range b.Movement.All.Steps() {
		id := "step_" + stage.ID
		if stepHappened(t, id) {
			keep = append(keep, id)
		}
	}
	return t.Select(append(keep, "closing")...)
}

func stepHappened(t report.Table, id string) bool {
	for _, row := range t.Select(id).Rows {
		for _, cell := range row.Cells {
			if cell.N != 0 {
				return true
			}
		}
	}
	return false
}

// waterfall draws the bridge of the whole.
func (b *book) waterfall() layout.Waterfall {
	var chart layout.Waterfall
	var told []string
	for _, s := range b.Movement.All.Stages() {
		step := layout.Step{Value: strconv.Itoa(s.N), From: s.From, To: s.To}
		switch s.ID {
		case "opening":
			step.Name, step.Total = b.say("pdf.bridge.opening", "Date", b.words.Date(b.PreviousAsAt)), true
		case "closing":
			step.Name, step.Total = b.say("pdf.bridge.closing", "Date", b.words.Date(b.AsAt)), true
		default:
			step.Name, step.Value = b.say("column.step_"+s.ID), signed(s.N)
			told = append(told, b.say("pdf.bridge.alt.step", "Step", step.Name, "Change", step.Value))
		}
		chart.Steps = append(chart.Steps, step)
	}
	all := b.Movement.All
	chart.Alt = b.say("pdf.bridge.alt", "Opening", all.Opening, "Since", b.words.Date(b.PreviousAsAt),
		"Steps", strings.Join(told, " "), "Closing", all.Closing, "Date", b.words.Date(b.AsAt))
	return chart
}

// signed writes a change with its sign; the minus is the sign of that name, which is read as such.
func signed(n int) string {
	if n < 0 {
		return "\u2212" + strconv.Itoa(-n)
	}
	return "+" + strconv.Itoa(n)
}
