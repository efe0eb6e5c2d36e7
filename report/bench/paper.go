package bench

import "boardpack/report"

// Paper is the text of the PDF in plain blocks: what the peers lay out and the floor writes. Charts, links and the
// attached figures are left to boardpack alone.
type Paper struct {
	Title  string       `json:"title"`
	Head   string       `json:"head"`
	Foot   string       `json:"foot"`
	Blocks []PaperBlock `json:"blocks"`
}

// PaperBlock is a heading, a paragraph or a table: one of the three is set.
type PaperBlock struct {
	Heading string      `json:"heading,omitempty"`
	Level   int         `json:"level,omitempty"`
	Text    string      `json:"text,omitempty"`
	Label   string      `json:"label,omitempty"` // bold, over the text
	Table   *PaperTable `json:"table,omitempty"`
}

// PaperTable is a table whose header repeats on each page. A wide one stands on pages on their side.
type PaperTable struct {
	Wide    bool       `json:"wide"`
	Columns []string   `json:"columns"`
	Widths  []int      `json:"widths"` // shares of the width
	Rows    [][]string `json:"rows"`
}

// PaperOf gives the text of a pack's PDF.
func PaperOf(pack *report.Pack, w report.Words) *Paper {
	title, _ := pack.Title(w)
	p := &Paper{Title: title, Head: pack.RunningHead(w), Foot: pack.Stamp(w)}
	glance := pack.Glance(w)
	p.heading(1, title)
	for _, s := range append(append(glance.Lead, glance.Changed...), glance.Asks...) {
		p.text("", s.Plain())
	}
	p.table(pack.SummaryTable(w, report.OfThemes), false)
	if pack.Movement != nil {
		p.table(pack.ChangesTable(w).Select("key", "short", "change", "from", "to", "why"), false)
	}
	for _, f := range []report.Figure{report.Overdue, report.DueSoon} {
		p.table(pack.DueTable(w, f).Select("key", "short", "owner", "original_due", "due", "days_late", "days_left", "progress_note"), false)
	}
	for i := range pack.Themes {
		p.theme(pack, w, &pack.Themes[i])
	}
	p.table(pack.SignOffTable(w), false)
	p.table(pack.OthersTable(w), false)
	p.table(pack.RegisterTable(w).Select("key", "theme", "recommendation", "owner", "standing", "original_due", "due", "times_moved", "completed", "rag"), true)
	p.table(pack.QualityTable(w), false)
	return p
}

func (p *Paper) heading(level int, text string) {
	p.Blocks = append(p.Blocks, PaperBlock{Heading: text, Level: level})
}

func (p *Paper) text(label, text string) {
	p.Blocks = append(p.Blocks, PaperBlock{Label: label, Text: text})
}

// theme tells the recommendations of a theme in full. The facts, a small table each in boardpack, are one line here.
func (p *Paper) theme(pack *report.Pack, w report.Words, g *report.Group) {
	p.heading(2, pack.GroupName(w, g))
	for _, e := range pack.Entries(w, g) {
		p.heading(3, w.Say("pdf.recommendation", "Key", e.Key)+" · "+e.Rating.Text)
		p.text("", e.Text.Text)
		facts := ""
		for _, d := range e.Facts {
			facts += d.Label + ": " + d.Cell.Text + ". "
		}
		p.text("", facts)
		for _, d := range e.Story {
			p.text(d.Label, d.Cell.Text)
		}
	}
}

func (p *Paper) table(t report.Table, wide bool) {
	p.heading(2, t.Title)
	if len(t.Rows) == 0 {
		p.text("", t.Empty)
		return
	}
	p.text("", t.Purpose)
	out := &PaperTable{Wide: wide}
	for _, c := range t.Columns {
		out.Columns, out.Widths = append(out.Columns, c.Heading), append(out.Widths, max(c.Width, 6))
	}
	for _, r := range t.Rows {
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = c.Text
		}
		out.Rows = append(out.Rows, cells)
	}
	p.Blocks = append(p.Blocks, PaperBlock{Table: out})
}
