package reporttest

import (
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// Front is the page that a board reads first, in plain texts.
type Front struct {
	Lead    []string
	Warning string // that the data need a look; "" when they do not
	Tiles   []content.Tile
	Bars    []content.Bar
	Changed []string
	Asks    []string
}

// FrontOf gives the first page of a pack.
func FrontOf(p *report.Pack, w report.Words) Front {
	var out Front
	sections, err := content.Of(p, w, nil).Paper([]string{content.Front})
	if err != nil {
		panic(err) // the section is one of the program's own
	}
	for _, b := range sections[0].Blocks {
		switch {
		case b.Paragraph != nil && b.Paragraph.Role == content.RoleLead:
			out.Lead = append(out.Lead, b.Paragraph.Text.Plain())
		case b.Paragraph != nil:
			_, out.Warning, _ = strings.Cut(b.Paragraph.Text.Plain(), content.LineEnd)
		case b.Tiles != nil:
			out.Tiles = b.Tiles.Tiles
		case b.Bars != nil:
			out.Bars = b.Bars.Bars
		case b.List != nil && b.List.Numbered:
			out.Asks = plain(b.List.Items)
		case b.List != nil:
			out.Changed = plain(b.List.Items)
		}
	}
	return out
}

func plain(list []content.Text) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Plain()
	}
	return out
}
