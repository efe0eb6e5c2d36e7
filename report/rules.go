package report

import "time"

// Rules are the template's settings that decide figures. They come in checked; see package templates.
type Rules struct {
	Themes           []Theme
	DueSoonDays      int      // due soon means due within this many days of the as-at date, the last one included
	OverdueBy        DueBasis // which date decides overdue and due soon
	EachTheme        bool     // a cell with several themes counts under each of them; else under the first
	PositionRatings  []RatingRule
	GroupRatings     []RatingRule
	NoPage           bool   // no page for browsers is made, so that nothing names it
	Marking          string // used when the master's About sheet has none
	DefaultOrg       Text
	FinancialYearEnd Date           // month and day alone count; 31 March as shipped
	TimeZone         *time.Location // in which a time of day with its zone is a day; nil: UTC
	SignOff          SignOffPolicy
	SameRef          SameRef       // what rows of one source with the same ref and text are
	PercentStates    PercentStates // what a percentage means as a status
	Unconfirmed      []Guess       // what the template holds that was guessed; none: all of it is confirmed
	Priorities       []string      // the words of the Priority column, highest first; none: any word will do
	Figures          []FigureRule  // counted beside the program's own; their names are under "figure.<name>" in the wording. None as shipped
	// Own are the settings that come from the master's own sheets and differ from the template. None in a portfolio.
	Own []OwnSetting
	// Draws tells whether the paper can show a character; nil where nobody asks. It comes from the fonts and decides no figure.
	Draws func(r rune) bool
}

// SignOffPolicy says whether the issuer's sign-off decides what is complete.
type SignOffPolicy string

// The policies. SignOffWhenPresent, which the empty policy means too, asks for sign-off where the master has the column;
// SignOffRequired asks for it always; with SignOffIgnored the column is one of the master's own.
const (
	SignOffWhenPresent SignOffPolicy = "when_present"
	SignOffIgnored     SignOffPolicy = "ignore"
	SignOffRequired    SignOffPolicy = "required"
)

// Theme is one of the configured themes.
type Theme struct {
	ID     string // "perpetrators"; in figures.json, in explain and in file names
	Name   Text
	Colour string // of its name in the workbook, "#1A3A5C"; "" for none
}

// DueBasis is the date that decides overdue, due soon and no date.
type DueBasis string

// ByDue takes the current due date, ByOriginalDue the first one.
const (
	ByDue         DueBasis = "due"
	ByOriginalDue DueBasis = "original_due"
)

// Rating is a RAG word. NotKnown and NotRated are printed as such: nothing is left to colour alone.
type Rating string

// The ratings.
const (
	Blue     Rating = "blue"
	Red      Rating = "red"
	Amber    Rating = "amber"
	Green    Rating = "green"
	NotKnown Rating = "not known" // statuses that are not recognised may hide anything: no template's rule gives it, see count_rating.go
	NotRated Rating = "not rated"
)

// Ratings lists all ratings in printing order.
func Ratings() []Rating { return []Rating{Red, Amber, Green, Blue, NotKnown, NotRated} }

// RatingRule is one rule of a list of which the first that holds decides. Holds sees the figures by name: for a
// recommendation each is 0 or 1, for a group it is the count, so that one evaluator serves both. Beside the figures, a
// rule for a recommendation may ask for a PriorityTest, and one for a group for PercentComplete and RatedFigures.
type RatingRule struct {
	Rating   Rating
	Sentence Text   // the rule in words, as the pack prints it
	When     string // the expression as written in the template
	Holds    func(figure func(Figure) int) (bool, error)
}

// Guess is something in the template that the program guessed from a master, and that nobody has confirmed.
type Guess struct {
	What  string // as found: `the status "Nearly complete"`
	Where string // "tracker.xlsx, D3, 4 rows"
	As    string // what it was taken for: "in progress"
}

// ThemeUnmatched is the id of the group of rows whose theme is not one of the configured ones.
const ThemeUnmatched = "not_matched"
