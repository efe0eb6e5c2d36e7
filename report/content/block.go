package content

import "boardpack/report"

// Block is a part of a section: exactly one of its fields is filled in.
type Block struct {
	Heading   *Heading   `json:"heading,omitempty"`
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	Tiles     *Tiles     `json:"tiles,omitempty"`
	Bars      *Bars      `json:"bars,omitempty"`
	Key       *Key       `json:"key,omitempty"`
	Chart     *Chart     `json:"chart,omitempty"`
	Table     *View      `json:"table,omitempty"`
	List      *List      `json:"list,omitempty"`
	Facts     *Facts     `json:"facts,omitempty"`
	Entry     *Entry     `json:"entry,omitempty"`
	Contents  *Contents  `json:"contents,omitempty"`
	Picture   *Picture   `json:"picture,omitempty"`
}

// Heading is a heading of level 1, the title of the paper, to 3.
type Heading struct {
	Level int    `json:"level"`
	ID    string `json:"id,omitempty"` // where links lead, "" for nowhere
	Text  Text   `json:"text"`
	Lang  string `json:"lang,omitempty"` // where it is not the pack's
	// Beside says that it heads one of the columns of a page, and is no place of its own.
	Beside bool `json:"beside,omitempty"`
}

// Role says what a paragraph is for, which decides its look.
type Role string

// The roles.
const (
	RoleBody         Role = ""
	RoleOrganisation Role = "organisation" // above the title
	RoleIllustrative Role = "illustrative" // that the data are no real ones
	RoleSubtitle     Role = "subtitle"     // of what and when a page speaks
	RoleLead         Role = "lead"         // the first sentences of the paper
	RoleIntro        Role = "intro"        // what follows
)

// Paragraph is one text.
type Paragraph struct {
	Role Role `json:"role,omitempty"`
	Text Text `json:"text"`
}

// Tiles are the headline figures.
type Tiles struct {
	Tiles []Tile `json:"tiles"`
}

// Tile is one headline figure.
type Tile struct {
	Figure Ref  `json:"figure"`
	Label  Text `json:"label"`            // "Complete"
	Number Text `json:"number"`           // "3"
	Of     Text `json:"of"`               // "of 17 · 18%", "of 12 open"
	Change Text `json:"change,omitempty"` // "up 1 since August"; none without an earlier month
	Alarm  bool `json:"alarm,omitempty"`  // the figure should be zero and is not
}

// Bars is a bar for each theme, its share that is complete and its rating, and the whole, in words, as the last, under four Heads; or
// the bar of one theme alone, below a Line, with the word for complete as the one of Heads.
type Bars struct {
	Title Text   `json:"title,omitempty"`
	Heads []Text `json:"heads,omitempty"`
	Bars  []Bar  `json:"bars"`
}

// Alone tells of the bar of one theme alone.
func (b *Bars) Alone() bool { return len(b.Heads) == 1 }

// Line says how the one theme stands: "Amber · Complete: 1 of 3 (33%) · 1 complete, 2 in progress".
func (b *Bars) Line() Text {
	bar := &b.Bars[0]
	return between([]Text{bar.Rated, between([]Text{b.Heads[0], bar.Complete}, ": "), bar.Figures}, dot)
}

// Bar is one bar: segments in the order of the standings that are in scope.
type Bar struct {
	Of       Ref           `json:"of"` // the group
	Label    Text          `json:"label"`
	Segments []Segment     `json:"segments,omitempty"`
	Complete Text          `json:"complete"` // "1 of 3 (33%)", or that nothing is in scope
	Rating   report.Rating `json:"rating"`
	Rated    Text          `json:"rated"`   // its word
	Figures  Text          `json:"figures"` // the segments in words: "1 complete, 2 in progress"
	Total    bool          `json:"total,omitempty"`
}

// Segment is one stretch of a bar.
type Segment struct {
	Standing report.Standing `json:"standing"`
	Label    Text            `json:"label"` // "Complete"
	N        int             `json:"n"`     // never 0: empty stretches are left out
	Ref      Ref             `json:"ref"`
}

// Length is the room that the bar needs: one for each recommendation in it.
func (b *Bar) Length() int {
	n := 0
	for _, s := range b.Segments {
		n += s.N
	}
	return n
}

// Alt is the bar in words, for those who do not see it.
func (b *Bar) Alt() Text {
	if len(b.Segments) == 0 {
		return b.Figures
	}
	return append(append(append(Text(nil), b.Label...), Run{Text: ": "}), b.Figures...)
}

// Key explains the looks of the standings that occur in bars.
type Key struct {
	Entries []Segment `json:"entries"`
}

// Chart is a drawing with what it shows in words.
type Chart struct {
	ID     string   `json:"id"` // "trend", "bridge"
	Alt    Text     `json:"alt"`
	Labels []Text   `json:"labels"` // of the months or steps
	Series []Series `json:"series"`
	Stages []Stage  `json:"stages,omitempty"` // of a bridge
	// Optional says that the chart may be left out, because another part of the edition has it.
	Optional bool `json:"optional,omitempty"`
}

// Series is one line of a chart.
type Series struct {
	Figure report.Figure `json:"figure"`
	Name   Text          `json:"name"`
	Values []Text        `json:"values"`
	N      []int         `json:"n"`
}

// Stage is one bar of a bridge drawn as a waterfall: from what number to what number it goes.
type Stage struct {
	ID    string `json:"id"` // "opening", a step's id, "closing"
	Value Text   `json:"value"`
	From  int    `json:"from"`
	To    int    `json:"to"`
}

// List is a list of sentences.
type List struct {
	ID       string `json:"id"`
	Numbered bool   `json:"numbered,omitempty"`
	Items    []Text `json:"items"`
	// Joins says that short sentences may stand in one item.
	Joins bool `json:"joins,omitempty"`
}

// Facts are names with what each is.
type Facts struct {
	Title Text   `json:"title"`
	Facts []Fact `json:"facts"`
}

// Fact is one of them.
type Fact struct {
	ID    string `json:"id"`
	Label Text   `json:"label"`
	Cell  Cell   `json:"cell"`
}

// Entry is a recommendation as its theme's section tells it.
type Entry struct {
	Key     string `json:"key"`
	Heading Text   `json:"heading"`
	Rating  Cell   `json:"rating"`
	Text    Cell   `json:"text"`  // the recommendation, whole
	Facts   Facts  `json:"facts"` // short ones
	Actions *Table `json:"actions,omitempty"`
	Story   []Fact `json:"story"` // long ones: response, progress, reason, evidence
}

// Contents is the list of the sections with their pages.
type Contents struct{}

// Picture is the logo.
type Picture struct {
	Alt  Text   `json:"alt"`
	Lang string `json:"lang,omitempty"`
}
