package reporttest

import (
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// Front is the page that a board reads first, in plain texts.
type Front struct {
	Lead    []string
	Warning string // what is doubtful, and how many cells need a look; "" when they do not
	Tiles   []content.Tile
	Bars    []content.Bar
	Asks    []string
}

// FrontOf gives the first page of a pack.
func FrontOf(p *report.Pack, w report.Words) Front {
	var out Front
	sections := content.Of(p, w, nil).Sections // page 1 names pages of the others
	for _, b := range sections[0].Blocks {
		switch {
		case b.Paragraph != nil && b.Paragraph.Role == content.RoleLead:
			out.Lead = append(out.Lead, b.Paragraph.Text.Plain())
		case b.Paragraph != nil && b.Paragraph.Role == content.RoleDoubt:
			out.Warning = b.Paragraph.Text.Plain()
		case b.Contents != nil:
			out.Warning = strings.TrimSpace(out.Warning + " " + b.Contents.ToCheck.Plain())
		case b.Tiles != nil:
			out.Tiles = b.Tiles.Tiles
		case b.Bars != nil:
			out.Bars = b.Bars.Bars
		case b.List != nil:
			out.Asks = plain(b.List.Items)
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
