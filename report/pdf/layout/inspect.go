package layout

import (
	"fmt"
	"io"

	"boardpack/report/pdf/tag"
)

// Composed is a document as it stands on its pages before it is drawn, for tests that look for lost, cut and overlapping text.
type Composed struct {
	Pages []ComposedPage
	tree  *tag.Elem
}

// ComposedPage is one page: its body and the texts on it, in drawing order.
type ComposedPage struct {
	Geometry
	Texts []PlacedText
	head  float64 // where the lines of the marking end
	marks map[int]string
}

// PlacedText is a text with the box that its letters fill, from the top of the page.
type PlacedText struct {
	Text                     string
	Left, Top, Right, Bottom float64
	Baseline, Size           float64
	Tag                      tag.Kind
}

// Compose sets blocks on pages and tells where each text stands. Page numbers that are known only when drawing are left out.
func Compose(blocks []Block, o Options) (*Composed, error) {
	var all []*page
	f, tree, err := compose(blocks, o, func(*flow) func(*page, int) {
		all = nil
		return func(p *page, _ int) { all = append(all, p) }
	})
	if err != nil {
		return nil, err
	}
	c := &Composed{tree: tree}
	for _, p := range all {
		page := ComposedPage{Geometry: p.Geometry, marks: map[int]string{}, head: mm(markingTop) + o.Chrome.more(f.fonts) + slack}
		for _, m := range p.marks {
			for _, it := range m.items {
				if w, ok := it.what.(words); ok {
					page.Texts = append(page.Texts, f.placedText(w, it, m.elem))
					page.marks[m.id] += w.text
				}
			}
		}
		c.Pages = append(c.Pages, page)
	}
	return c, nil
}

func (f *flow) placedText(w words, at placed, elem *tag.Elem) PlacedText {
	t := PlacedText{
		Text: w.text, Baseline: at.y, Size: w.size, Left: at.x, Right: at.x + f.fonts.measure(trimmed(w.text), w.bold, w.size),
		Top: at.y - capHeight*w.size, Bottom: at.y + descent*w.size,
	}
	if elem != nil {
		t.Tag = elem.Kind
	}
	return t
}

// trimmed leaves out the space that a line keeps at its end for those who listen.
func trimmed(s string) string {
	if n := len(s); n > 0 && s[n-1] == ' ' {
		return s[:n-1]
	}
	return s
}

// DumpTags prints the tag tree with its texts.
func (c *Composed) DumpTags(w io.Writer) error {
	return tag.Dump(w, c.tree, func(m tag.Mark) string { return c.Pages[m.Page].marks[m.ID] })
}

// dumpTexts prints each text of a page with where it begins and its size, so that a change of layout can be read in review.
func (c *Composed) dumpTexts(w io.Writer) error {
	for i := range c.Pages {
		if err := c.DumpPage(w, i); err != nil {
			return err
		}
	}
	return nil
}

// DumpPage prints the texts of one page, counted from 0.
func (c *Composed) DumpPage(w io.Writer, i int) error {
	p := &c.Pages[i]
	if _, err := fmt.Fprintf(w, "page %d, %.0f by %.0f\n", i+1, p.Width, p.Height); err != nil {
		return err
	}
	for _, t := range p.Texts {
		if _, err := fmt.Fprintf(w, "%7.2f %7.2f %5.1f  %s\n", t.Left, t.Baseline, t.Size, t.Text); err != nil {
			return err
		}
	}
	return nil
}

// Faults finds text outside the body of its page and texts that overlap: what a person would see as cut off or unreadable. It looks
// at every page and gives one line for each fault.
func (c *Composed) Faults() []string {
	var faults []string
	for i, p := range c.Pages {
		for _, t := range p.Texts {
			if !p.holds(t) {
				faults = append(faults, fmt.Sprintf("page %d: %q stands outside the margins", i+1, t.Text))
			}
		}
		for a, t := range p.Texts {
			for _, u := range p.Texts[a+1:] {
				if t.overlaps(u) {
					faults = append(faults, fmt.Sprintf("page %d: %q overlaps %q", i+1, t.Text, u.Text))
				}
			}
		}
	}
	return faults
}

// slack allows for rounding, in points.
const slack = 0.6

func (p ComposedPage) holds(t PlacedText) bool {
	if t.Baseline > 0 && t.Baseline <= p.head { // the marking, which is read on page 1
		return true
	}
	return t.Left >= p.Left-slack && t.Right <= p.Width-p.Right+slack && t.Top >= p.Top-slack && t.Bottom <= p.bodyBottom()+slack
}

func (t PlacedText) overlaps(u PlacedText) bool {
	return t.Left < u.Right-slack && u.Left < t.Right-slack && t.Top < u.Bottom-slack && u.Top < t.Bottom-slack &&
		trimmed(t.Text) != "" && trimmed(u.Text) != ""
}
