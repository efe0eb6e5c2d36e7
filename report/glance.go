package report

// Glance is the page that a board reads in ten seconds, in the pack's language.
type Glance struct {
	Lead    []Sentence // position, movement, what needs the board
	Tiles   []Tile
	Bars    []Bar // one per theme, the whole last
	Changed []Sentence
	Asks    []Sentence // what the board is asked to do
}

// Tile is one headline figure.
type Tile struct {
	Label  string // "Complete"
	N      int
	Of     string // "of 17 · 18%", "of 12 open"
	Change string // "up 1 since August"; "" without an earlier month
	Figure FigureRef
	Alarm  bool // the figure is one that should be nought and is not
}

// Bar is one row of the chart of progress: segments in the order of Standings that are in scope.
type Bar struct {
	ID       string
	Label    string
	Segments []Segment
	Complete string // "1 of 3 (33%)", or that nothing is in scope
	Rating   Rating
	Rated    string // its word
	Figures  string // the segments in words: "1 complete, 2 in progress"
	Total    bool
}

// Segment is one stretch of a bar.
type Segment struct {
	Standing Standing
	Label    string // "Complete"
	N        int    // never 0: empty stretches are left out
}
