package layout

import "fmt"

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
