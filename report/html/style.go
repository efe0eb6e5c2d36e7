package html

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/colour"
)

//go:embed page.css
var sheet string

// style is the style sheet: the looks, in the colours of the accent, which language shows, the headings of columns where there are none, and
// the marking on each printed page.
func (p *page) style() string {
	var out strings.Builder
	for line := range strings.Lines(strings.NewReplacer(p.colours()...).Replace(sheet)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "/*") {
			out.WriteString(line + "\n")
		}
	}
	p.shows(&out)
	p.columns(&out)
	if marking := p.voices[0].doc.Marking; marking != "" {
		fmt.Fprintf(&out, "@page{@top-center{content:%s}@bottom-center{content:%[1]s}}\n", quoted(marking))
	}
	return out.String()
}

// ground is the colour behind everything where the reader has asked for dark colours.
func ground() colour.Colour { return colour.Colour{R: 0x12, G: 0x18, B: 0x1F} }

// colours are the names of colours in the sheet, each with the colour.
func (p *page) colours() []string {
	const easy = 9 // contrast of what leads the eye on a dark ground
	c := colour.NewPalette(p.options.Accent)
	return []string{"$ink", c.Text.String(), "$muted", c.Muted.String(), "$accent", c.Accent.String(), "$rule", c.Rule.String(), "$edge", c.Strong.String(),
		"$tint", c.Tint.String(), "$done", c.Done.String(), "$doing", c.Doing.String(), "$red", c.Red.String(), "$amber", c.Amber.String(), "$green", c.Green.String(),
		"$blue", c.Blue.String(), "$ground", ground().String(), "$bright", p.options.Accent.Lighter(ground(), easy).String()}
}

// shows hides what is of another language than the one that the address asks for. A browser that does not know how to ask shows all.
func (p *page) shows(out *strings.Builder) {
	if len(p.voices) < 2 {
		return
	}
	first, others := p.voices[0], p.voices[1:]
	out.WriteString("@supports selector(:has(a)){\n")
	for _, v := range others {
		fmt.Fprintf(out, ":root:not(:has([id|=%s]:target)) .%[1]s,:root:has([id|=%[1]s]:target) .%[2]s{display:none}\n", v.lang, first.lang)
	}
	out.WriteString("}\n")
}

// columns sets the headings of columns before the cells, where a table stands as a list of blocks.
func (p *page) columns(out *strings.Builder) {
	out.WriteString("@media screen and (max-width:47.9375em){\n")
	for _, class := range slices.Sorted(maps.Keys(p.labels)) {
		l := p.labels[class]
		for i, v := range l.by {
			where := ""
			if i > 0 {
				where = ":root:has([id|=" + v.lang + "]:target) "
			}
			for c, heading := range l.heads[i] {
				if c > 0 && heading != "" && (i == 0 || heading != l.heads[0][c]) {
					fmt.Fprintf(out, "%s.%s td:nth-child(%d)::before{content:%s}\n", where, class, c+1, quoted(heading))
				}
			}
		}
	}
	out.WriteString("}\n")
}

// quoted is a text as a style sheet holds it: letters and digits as they are, all else by its number.
func quoted(s string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range s {
		if r == ' ' || r < 0x80 && (r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			out.WriteRune(r)
		} else {
			out.WriteString("\\" + strconv.FormatInt(int64(max(r, 1)), 16) + " ")
		}
	}
	out.WriteByte('"')
	return out.String()
}
