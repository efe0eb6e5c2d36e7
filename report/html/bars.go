package html

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// unit is the length of a bar for each recommendation, and longest that of the longest bar.
const (
	unit    = 30
	longest = 300
	barHigh = 20
)

// bars draws a bar for each theme, figures of it and its rating, and the whole in numbers.
func (p *page) bars(list []said[*content.Bars]) {
	b := list[0].it
	most := 1
	for i := range b.Bars {
		if !b.Bars[i].Total {
			most = max(most, b.Bars[i].Length())
		}
	}
	var l label
	for _, b := range list {
		var heads []string
		for _, h := range b.it.Heads {
			heads = append(heads, h.Plain())
		}
		l.by, l.heads = append(l.by, b.by), append(l.heads, heads)
	}
	p.put("<table class=\"", p.labelled("bars", l), " labelled\">\n<caption class=hidden>")
	p.tell(pick(list, func(b *content.Bars) content.Text { return b.Title }))
	p.put("</caption>\n")
	p.heads(len(b.Heads), func(i int) ([]said[content.Text], bool) {
		return pick(list, func(b *content.Bars) content.Text { return b.Heads[i] }), i > 1 && i < len(b.Heads)-1
	})
	p.put("<tbody>\n")
	for i := range b.Bars {
		p.bar(pick(list, func(b *content.Bars) *content.Bar { return &b.Bars[i] }), min(unit, longest/float64(most)))
	}
	p.put("</tbody>\n</table>\n")
}

func (p *page) bar(list []said[*content.Bar], unit float64) {
	b := list[0].it
	p.put("<tr")
	if b.Total {
		p.put(" class=total")
	}
	p.put("><th scope=row>")
	p.tell(pick(list, func(b *content.Bar) content.Text { return b.Label }))
	p.put("</th><td>")
	switch {
	case b.Total:
		p.tell(pick(list, func(b *content.Bar) content.Text { return b.Sum }))
	case len(b.Segments) == 0:
		p.tell(pick(list, func(b *content.Bar) content.Text { return b.Figures }))
	default:
		p.put("<span class=hidden>")
		p.tell(pick(list, (*content.Bar).Alt))
		p.put("</span>")
		p.stretches(b, unit)
	}
	p.put("</td>")
	for i := range b.Cells {
		p.put("<td class=\"n")
		if i+1 == b.Alarm {
			p.put(" alarm")
		}
		p.put("\">")
		p.tell(pick(list, func(b *content.Bar) content.Text { return b.Cells[i] }))
		p.put("</td>")
	}
	p.put("<td>")
	if len(b.Rated) > 0 {
		p.put("<b class=\"rating ", ratingClass(string(b.Rating)), "\">")
		p.tell(pick(list, func(b *content.Bar) content.Text { return b.Rated }))
		p.put("</b>")
	}
	p.put("</td></tr>\n")
}

// stretches draws a bar: each stretch as long as what it counts, with its number where there is room for it.
func (p *page) stretches(b *content.Bar, unit float64) {
	width := number(float64(b.Length()) * unit)
	p.put("<svg class=bar aria-hidden=true width=", width, " height=", number(barHigh), " viewBox=\"0 0 ", width, " ", number(barHigh), "\">")
	at := 0.0
	shown := withoutRoom(b, unit)
	for _, s := range b.Segments {
		long := float64(s.N) * unit
		p.stretch(s.Standing, at, long)
		if s.N > shown {
			if s.Standing == report.StandAwaiting {
				const wide = 7 // of the ground behind the number, on either side of its middle
				p.put("<rect class=behind x=", number(at+long/2-wide), " y=3 width=", number(2*wide), " height=14></rect>")
			}
			p.put("<text class=on-", standingClass(s.Standing), " x=", number(at+long/2), " y=15>", strconv.Itoa(s.N), "</text>")
		}
		at += long
	}
	p.put("</svg>")
}

// stretch draws one stretch in the look of what it counts.
func (p *page) stretch(s report.Standing, at, long float64) {
	const gap = 1
	p.put("<rect class=", standingClass(s), " x=", number(at+gap), " y=1 width=", number(max(long-2*gap, gap)), " height=", number(barHigh-2), "></rect>")
	if s == report.StandAwaiting {
		p.put("<path class=hatch d=\"")
		for k := 6.0; k < long+barHigh-gap; k += 6 { // lines on which x and y add up to the same
			x1, y1, x2, y2 := min(k, long-gap), max(k-long+gap, gap), max(k-barHigh+gap, gap), min(k, barHigh-gap)
			p.put("M", number(at+x1), " ", number(y1), "L", number(at+x2), " ", number(y2))
		}
		p.put("\"></path>")
	}
}

// withoutRoom is the longest stretch, in recommendations, that has no room for its number: longer ones alone show theirs.
func withoutRoom(b *content.Bar, unit float64) int {
	const digit, beside = 8, 4
	n := 0
	for _, s := range b.Segments {
		if float64(s.N)*unit < float64(digit*len(strconv.Itoa(s.N))+beside) {
			n = max(n, s.N)
		}
	}
	return n
}

func standingClass(s report.Standing) string {
	return "b-" + strings.NewReplacer(" ", "-", "_", "-").Replace(string(s))
}

// key explains the looks of the stretches that occur.
func (p *page) key(list []said[*content.Key]) {
	p.put("<p class=key>")
	for i, e := range list[0].it.Entries {
		if i > 0 {
			p.put(" ")
		}
		p.put("<span class=entry><svg class=bar aria-hidden=true width=26 height=14 viewBox=\"0 0 36 20\">")
		p.stretch(e.Standing, 0, 36)
		p.put("</svg>")
		p.tell(pick(list, func(k *content.Key) content.Text { return k.Entries[i].Label }))
		p.put("</span>")
	}
	p.put("</p>\n")
}

// number writes a length in as few signs as do.
func number(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(f, 'f', 1, 64), "0"), ".")
}
