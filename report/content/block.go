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
	Card      *Card      `json:"entry,omitempty"`
	Contents  *Contents  `json:"contents,omitempty"`
	Picture   *Picture   `json:"picture,omitempty"`
	Choices   *Choices   `json:"choices,omitempty"`
}

// Heading is a heading of level 1, the title of the paper, to 3.
type Heading struct {
	Level int    `json:"level"`
	ID    string `json:"id,omitempty"` // where links lead, "" for nowhere
	Text  Text   `json:"text"`
	Lang  string `json:"lang,omitempty"` // where it is not the pack's
	// Beside says that it heads a part of a page, and is no place of its own.
	Beside bool `json:"beside,omitempty"`
	// Message says that it is what the paper has to say. Short are shorter ways to say it, for where it is longer than a line.
	Message bool   `json:"message,omitempty"`
	Short   []Text `json:"short,omitempty"`
	// Rating and Tail stand behind the text, in smaller letters.
	Rating *Cell `json:"rating,omitempty"`
	Tail   Text  `json:"tail,omitempty"`
}

// Whole is all that the heading says, with the text in one of its lengths.
func (h *Heading) Whole(text Text) string {
	s := text.Plain()
	if h.Rating != nil {
		s += " " + h.Rating.Text
	}
	if len(h.Tail) > 0 {
		s += " " + h.Tail.Plain()
	}
	return s
}

// Texts are the lengths in which the heading may be said, the longest first.
func (h *Heading) Texts() []Text { return append([]Text{h.Text}, h.Short...) }

// Role says what a paragraph is for, which decides its look.
type Role string

// The roles.
const (
	RoleBody  Role = ""
	RoleLead  Role = "lead"  // the first sentences of the paper
	RoleIntro Role = "intro" // what follows
	RoleNote  Role = "note"  // of what stands around it, in smaller letters
	RoleDoubt Role = "doubt" // what makes all of the paper doubtful
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

// Bars is a bar for each theme, figures of it and its rating, and the whole, in numbers, as the last. Heads stand above the names, the
// bars, the figures and the ratings.
type Bars struct {
	Title Text   `json:"title,omitempty"`
	Heads []Text `json:"heads,omitempty"`
	Bars  []Bar  `json:"bars"`
	// MM are the widths of the columns behind the bars, in millimetres; none for the usual ones.
	MM []float64 `json:"mm,omitempty"`
}

// Bar is one bar: segments in the order of the standings that are in scope.
type Bar struct {
	Of       Ref           `json:"of,omitzero"` // the group; none for several that stand in one row
	Label    Text          `json:"label"`
	Segments []Segment     `json:"segments,omitempty"`
	Cells    []Text        `json:"cells,omitempty"` // figures of the group, in step with the Heads between the bar and the rating
	Rating   report.Rating `json:"rating,omitempty"`
	Rated    Text          `json:"rated,omitempty"` // its word
	Figures  Text          `json:"figures"`         // the segments in words: "1 complete, 2 in progress"
	Total    bool          `json:"total,omitempty"` // of the whole: drawn as its Sum
	Sum      Text          `json:"sum,omitempty"`   // "3 + 2 + 10 + 2 = 17"
	Alarm    int           `json:"alarm,omitempty"` // which of the Cells should be zero and is not, counted from 1
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
	ID     string   `json:"id"`             // "trend", "bridge"
	Gaps   []bool   `json:"gaps,omitempty"` // by month: months are missing before it
	Alt    Text     `json:"alt"`
	Labels []Text   `json:"labels"` // of the months or steps
	Series []Series `json:"series"`
	Stages []Stage  `json:"stages,omitempty"` // of a bridge
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

// Entry is a recommendation as its card tells it.
type Entry struct {
	Key      string `json:"key"`
	Heading  Text   `json:"heading"`
	Beside   Text   `json:"beside,omitempty"` // behind the heading: what of its place differs from that of its section
	Bookmark Text   `json:"bookmark"`         // the heading with the first words of the recommendation
	Rating   Cell   `json:"rating"`
	Text     Cell   `json:"text"`  // the recommendation, whole
	Facts    Facts  `json:"facts"` // short ones
	Actions  *Table `json:"actions,omitempty"`
	Story    []Fact `json:"story"` // long ones: response, progress, reason, evidence
	// On a page for browsers: what its link to itself says, and its link back to the register.
	Link Text `json:"link,omitempty"`
	Back Text `json:"back,omitempty"`
}

// Contents is the list of the sections with their pages, one after the other.
type Contents struct {
	Title   Text            `json:"title"`
	Page    Text            `json:"page"` // what stands before the number of a page
	Entries []ContentsEntry `json:"entries"`
	// ToCheck says how many points about the data there are, whether the paper has the part on them or not; the short form where there is
	// little room. Nothing where there are none.
	ToCheck      Text `json:"to_check,omitempty"`
	ToCheckShort Text `json:"to_check_short,omitempty"`
}

// ContentsEntry is one section; Short is what it is called where there is little room.
type ContentsEntry struct {
	Section string `json:"section"`
	Name    Text   `json:"name"`
	Short   Text   `json:"short"`
}

// Picture is the logo.
type Picture struct {
	Alt  Text   `json:"alt"`
	Lang string `json:"lang,omitempty"`
}

// Choices are what the rows of a table can be chosen by, and put in order by, on a page for browsers.
type Choices struct {
	Table  string        `json:"table"` // whose rows
	Title  Text          `json:"title"`
	Fields []ChoiceField `json:"fields"`
	Words  Text          `json:"words"` // what stands beside the place for words
	Sort   Text          `json:"sort"`
	Sorts  []Text        `json:"sorts"` // the columns, in their order
	Clear  Text          `json:"clear"`
	Shown  Text          `json:"shown"` // how many rows are shown, of how many
	None   Text          `json:"none"`  // where that is none
}

// ChoiceField is one choice: a row is shown if what stands in the column of this id is what was chosen. Without an id, if its
// recommendation is among the Keys of what was.
type ChoiceField struct {
	ID      string   `json:"id,omitempty"`
	Label   Text     `json:"label"`
	Any     Text     `json:"any"`
	Options []Option `json:"options"`
}

// Option is one of the things that can be chosen; its ID and Keys are of a field without an id.
type Option struct {
	ID   string   `json:"id,omitempty"`
	Text Text     `json:"text"`
	List Ref      `json:"list,omitzero"` // the recommendations
	Keys []string `json:"keys,omitempty"`
}
