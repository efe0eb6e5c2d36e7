package master

// fate is what becomes of a filled row. Every row has exactly one, so that none is lost without a word: rows counted and rows
// listed as not counted are together the rows with content.
type fate uint8

const (
	aHeading        fate = 1 + iota // the headings, what stands above them, or the headings again
	aThemeRow                       // a theme alone, over the rows that belong to it
	aRecommendation                 // counted
	anAction                        // one of several rows of the recommendation above
	aContinuation                   // the rest of the recommendation above
	notCounted                      // listed among the problems
)

// settle gives the fate of a row. A theme row turns out, when nothing belongs to it, not to have been one.
func (r *row) settle(f fate) { r.fate = f }
