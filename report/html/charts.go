package html

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// chart draws a chart, with what it shows in words for those who do not see it.
func (p *page) chart(list []said[*content.Chart]) {
	c := list[0].it
	p.put("<figure class=c-", safe(c.ID), "><span class=hidden>")
	p.tell(pick(list, func(c *content.Chart) content.Text { return c.Alt }))
	p.put("</span>\n")
	if len(c.Stages) > 0 {
		p.bridge(list)
	} else {
		p.trend(list)
	}
	p.put("</figure>\n")
}

// words writes a text into a drawing: once where all languages have the same, else once for each.
func (p *page) words(class, x, y string, texts []said[content.Text]) {
	write := func(v *voice, text string) {
		classes := strings.TrimSpace(class + " " + lone(v))
		p.put("<text")
		if classes != "" {
			p.put(" class=\"", classes, "\"")
		}
		p.put(" x=", x, " y=", y, ">", escaped(text), "</text>")
	}
	for _, t := range texts[1:] {
		if t.it.Plain() != texts[0].it.Plain() {
			for _, t := range texts {
				write(t.by, t.it.Plain())
			}
			return
		}
	}
	write(nil, texts[0].it.Plain())
}

// lone is the class of what one language has for itself.
func lone(v *voice) string {
	if v == nil {
		return ""
	}
	return v.lang
}

// The drawing of lines over the months, in units: where it begins and ends, and the space for the names of the lines.
const (
	trendWide, trendHigh      = 360.0, 170.0
	trendLeft, trendRight     = 26.0, 232.0
	trendTop, trendBottom     = 20.0, 140.0
	nameApart, labelWide      = 16.0, 46.0
	bridgeWide, bridgeRow     = 320.0, 40.0
	bridgeBarHigh, bridgeRoom = 16.0, 260.0
	numberAbove, numberBeside = 7.0, 6.0
	few                       = 4
	hollow, dot               = 3.5, 3.5
)

// trend draws lines over the months: on one scale from zero, with the values that there is room for.
func (p *page) trend(list []said[*content.Chart]) {
	c := list[0].it
	most := c.Step()
	for _, s := range c.Series {
		for _, n := range s.N {
			for most < n {
				most += c.Step()
			}
		}
	}
	last := len(c.Labels) - 1
	x := func(i int) float64 {
		return trendLeft + 14 + (trendRight-trendLeft-28)*float64(i)/float64(max(last, 1))
	}
	y := func(n int) float64 { return trendBottom - (trendBottom-trendTop)*float64(n)/float64(most) }
	p.put("<svg class=chart aria-hidden=true viewBox=\"0 0 ", number(trendWide), " ", number(trendHigh), "\">\n")
	for v := 0; v <= most; v += c.Step() {
		p.put("<path class=grid d=\"M", number(trendLeft), " ", number(y(v)), "H", number(trendRight), "\"></path>",
			"<text class=scale x=", number(trendLeft-5), " y=", number(y(v)+4), ">", strconv.Itoa(v), "</text>")
	}
	every := 1
	for labelWide*float64(last/every) > trendRight-trendLeft {
		every++
	}
	for i := range c.Labels {
		if (last-i)%every == 0 {
			p.words("month", number(x(i)), number(trendHigh-12), pick(list, func(c *content.Chart) content.Text { return c.Labels[i] }))
		}
	}
	p.put("\n")
	for i := range c.Series {
		p.line(c, i, x, y)
	}
	p.ends(list, x(last), y)
	p.put("</svg>\n")
}

// line draws one line with its points, and the values at them but the last.
func (p *page) line(c *content.Chart, i int, x func(int) float64, y func(int) float64) {
	s := &c.Series[i]
	class := seriesClass(s)
	p.put("<path class=\"line ", class, "\" d=\"")
	for m, n := range s.N {
		step := "L"
		if m == 0 || c.Gaps[m] {
			step = "M"
		}
		p.put(step, number(x(m)), " ", number(y(n)))
	}
	p.put("\"></path>")
	highest := 0
	for m, n := range s.N {
		if n > s.N[highest] {
			highest = m
		}
	}
	for m, n := range s.N {
		if s.Figure == report.Overdue {
			p.put("<rect class=\"point ", class, "\" x=", number(x(m)-hollow), " y=", number(y(n)-hollow), " width=7 height=7></rect>")
		} else {
			p.put("<circle class=\"point ", class, "\" cx=", number(x(m)), " cy=", number(y(n)), " r=", number(dot), "></circle>")
		}
		if m < len(s.N)-1 && (len(s.N) <= few || m == 0 || m == highest) {
			p.put("<text class=\"value ", class, "\" x=", number(x(m)), " y=", number(y(n)-numberAbove), ">", escaped(s.Values[m].Plain()), "</text>")
		}
	}
	p.put("\n")
}

// ends writes the last values, and the names of the lines beside them, apart from each other.
func (p *page) ends(list []said[*content.Chart], x float64, y func(int) float64) {
	c := list[0].it
	at := make([]float64, len(c.Series))
	for i := range c.Series {
		at[i] = y(c.Series[i].N[len(c.Series[i].N)-1]) + 4
	}
	if len(at) == 2 {
		if gap := at[1] - at[0]; gap >= 0 && gap < nameApart {
			at[0], at[1] = at[0]-(nameApart-gap)/2, at[1]+(nameApart-gap)/2
		} else if gap < 0 && -gap < nameApart {
			at[0], at[1] = at[0]+(nameApart+gap)/2, at[1]-(nameApart+gap)/2
		}
	}
	for i := range c.Series {
		s := &c.Series[i]
		p.put("<text class=\"end ", seriesClass(s), "\" x=", number(x+numberBeside), " y=", number(at[i]), ">", escaped(s.Values[len(s.Values)-1].Plain()), "</text>")
		wide := float64(len(s.Values[len(s.Values)-1].Plain()))*9 + 5
		p.words("name "+seriesClass(s), number(x+numberBeside+wide), number(at[i]), pick(list, func(c *content.Chart) content.Text { return c.Series[i].Name }))
	}
}

func seriesClass(s *content.Series) string { return "of-" + safe(string(s.Figure)) }

// bridge draws how one number became another: each step from where the last one ended.
func (p *page) bridge(list []said[*content.Chart]) {
	c := list[0].it
	most := 1
	for _, s := range c.Stages {
		most = max(most, s.From, s.To)
	}
	scale := bridgeRoom / float64(most)
	high := number(bridgeRow * float64(len(c.Stages)))
	p.put("<svg class=chart aria-hidden=true viewBox=\"0 0 ", number(bridgeWide), " ", high, "\">\n")
	for i, s := range c.Stages {
		top := bridgeRow * float64(i)
		from, to := float64(min(s.From, s.To))*scale, float64(max(s.From, s.To))*scale
		class := "whole"
		switch {
		case i == 0 || i == len(c.Stages)-1:
		case s.To > s.From:
			class = "added"
		default:
			class = "taken"
		}
		p.words("step", "0", number(top+13), pick(list, func(c *content.Chart) content.Text { return c.Labels[i] }))
		p.put("<rect class=", class, " x=", number(from+1), " y=", number(top+18), " width=", number(max(to-from, 1)), " height=", number(bridgeBarHigh), "></rect>",
			"<text class=by x=", number(to+numberBeside), " y=", number(top+31), ">", escaped(s.Value.Plain()), "</text>\n")
	}
	p.put("</svg>\n")
}
