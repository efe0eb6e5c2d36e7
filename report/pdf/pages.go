package pdf

import (
	"fmt"
	"slices"

	"boardpack/report/pdf/layout"
)

// page is a part of the paper: a page or more under one heading of the contents, or a section for each theme.
type page struct {
	name   string // as the template's list of sections has it
	blocks func(b *book) []layout.Block
}

// pages lists the parts of the paper in the usual order. To add one, write its file and put it here and into the sections of
// templates/pack.yaml.
func pages() []page {
	return []page{
		{"cover", cover},
		{"glance", glance},
		{"contents", contents},
		{"changes", changes},
		{"due", due},
		{partThemes, themes},
		{"sign_off", signOff},
		{"others", others},
		{partAnnex, annex},
		{"quality", quality},
		{"notes", notes},
	}
}

// PartNames lists the parts of the paper by name, in the usual order.
func PartNames() []string {
	var names []string
	for _, p := range pages() {
		names = append(names, p.name)
	}
	return names
}

// chosen gives the parts of the names, in their order; all in the usual order for no names.
func chosen(names []string) ([]page, error) {
	if len(names) == 0 {
		return pages(), nil
	}
	var out []page
	for _, name := range names {
		i := slices.IndexFunc(pages(), func(p page) bool { return p.name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no part %q", name)
		}
		out = append(out, pages()[i])
	}
	return out, nil
}

// partThemes is the part to which the keys of recommendations lead, where the paper has it.
const partThemes = "themes"

// Places that other pages link to.
const (
	placeGlance  = "glance"
	placeQuality = "quality"
	placeNotes   = "notes"
)

// recommendationPlace is where a recommendation is told in full.
func recommendationPlace(key string) string { return "recommendation " + key }

// shortPart is the height, in points, below which a part begins on a new page rather than at the foot of this one.
const shortPart = 340
