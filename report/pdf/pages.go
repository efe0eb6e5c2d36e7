package pdf

import "boardpack/report/pdf/layout"

// page is a part of the paper: a page or more under one heading of the contents, or a section for each theme.
type page struct {
	name   string // for tests and golden files
	blocks func(b *book) []layout.Block
}

// pages lists the parts of the paper in printing order. To add one, write its file and put it here.
func pages() []page {
	return []page{
		{"cover", cover},
		{"glance", glance},
		{"contents", contents},
		{"changes", changes},
		{"due", due},
		{"themes", themes},
		{"sign-off", signOff},
		{"others", others},
		{"annex", annex},
		{"quality", quality},
		{"notes", notes},
	}
}

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
