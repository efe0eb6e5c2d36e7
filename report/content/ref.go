package content

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// Place says what kind of value an address leads to.
type Place string

// The places. What else of a Ref is filled in stands behind each.
const (
	PlaceNone           Place = ""
	PlaceFigure         Place = "figure"         // Of, ID: the group; Name: the figure. Also the list of the recommendations behind it
	PlaceBefore         Place = "before"         // Name: the figure of the whole, last month
	PlaceGroup          Place = "group"          // Of, ID: the name of a group
	PlaceBridge         Place = "bridge"         // Of: "reviews" or "" for themes; ID: "all" or a group; Name: "opening", a step, "closing"
	PlaceStage          Place = "stage"          // ID: "opening", a step, "closing"; Name: what a waterfall draws of it: "foot", "level", "added", "taken"
	PlaceTrend          Place = "trend"          // Index: the month; Name: a figure, "month" or "as_at"
	PlaceAgeing         Place = "ageing"         // ID: the band; Name: "band", "number", "number_before" or "refs"
	PlaceChange         Place = "change"         // Index: the change; Name: what of it
	PlaceChanges        Place = "changes"        // Of: the kind; ID: the cause, "" for any; Name: one of the Some constants
	PlaceReason         Place = "reason"         // ID: the figure; Index: the reason; Name: "difference" or "refs", or of the change "figure", "number_before", "number"
	PlaceRestated       Place = "restated"       // ID: "" or one of the Restated constants; Index: the figure that differs; Name: what of it, or "month"
	PlaceRecommendation Place = "recommendation" // ID: the key; Name: the field
	PlaceAction         Place = "action"         // ID: the recommendation's key; Index: the action; Name: the field
	PlaceReading        Place = "reading"        // ID: the key; Index: the date in words; Name: "due_as_written", "read_as" or "due"
	PlaceProblem        Place = "problem"        // Index: the problem; Name: what of it
	PlaceProblems       Place = "problems"       // Name: the level, or one of the Problems constants: how many
	PlaceRegister       Place = "register"       // Name: a fact of the whole file: "title", "as_at", "month", "previous_month"
	PlaceShown          Place = "shown"          // Name: the figure of the whole: what the filters of a sheet leave of it, at first all
	PlaceSetting        Place = "setting"        // Name: a setting of the template that decides figures
	PlaceRated          Place = "rated"          // Name: the rating: the list of the recommendations of that rating
	PlaceOthers         Place = "others"         // the list of the recommendations that are not the organisation's alone
	PlaceAll            Place = "all"            // the list of all recommendations
	PlaceWord           Place = "word"           // Of: a list of terms, Name: the term: "standing" and "complete"
	PlaceRule           Place = "rule"           // Name: the figure whose rule the text is
	PlaceQuoted         Place = "quoted"         // Name: what of the master or the template the text is, as typed there
	PlaceLayout         Place = "layout"         // Name: what of the drawn file the number is: the rows of a sheet or of a group, or with ID, a section, one of the Page constants
	PlaceRound          Place = "round"          // Of, ID: a group of those who were asked; Name: a figure of it, with RefsOf behind it the list, or RoundName. Without Of, a fact or list of the round
	PlaceExtension      Place = "extension"      // Index: the extension that an owner asks for; Name: what of it
	PlaceGroups         Place = "groups"         // Of: a kind of groups; ID: a rating, "" for any, or one of the Groups constants; Name: a figure that they have some of, "" for none: how many
)

// Which groups are meant when it is not those of a rating.
const (
	GroupsMost = "most" // the fewest that have over half of a figure
	GroupsGone = "gone" // those that the month before had and this one has not
)

// What is said of the pages of a section.
const (
	PageFirst = "page"
	PageLast  = "last_page"
)

// What is meant by a list of changes when not all of a kind are.
const (
	SomeMoved      = "moved"        // one date put in the place of another
	SomeLater      = "open_later"   // of an open recommendation, to a later date
	SomeComplete   = "complete"     // of a recommendation that is complete
	SomeOutOfScope = "out_of_scope" // of one that is not in scope
)

// What is said of a round beside its figures.
const (
	RoundName     = "asked_name" // of a group
	RoundAsking   = "asking"     // the list of the recommendations for which later dates are asked
	RoundToDecide = "to_decide"  // of those, the ones whose dates the master does not have
	RefsOf        = "_refs"      // behind the name of a figure: the recommendations behind it
)

// What was restated when it is no count.
const (
	RestatedPercents = "percentages"
	RestatedRatings  = "ratings"
)

// What is counted of the problems when it is not a level.
const (
	ProblemsToCheck    = "to_check"    // all but notes
	ProblemsNotCounted = "not_counted" // rows of the master that are in no figure
)

// Ref is the address of a value in the figures file. Index counts from 1, and is 0 where it does not apply. In a list of
// recommendations, Element counts from 1 and leads to one of them; 0 is the list, or its length.
type Ref struct {
	Place   Place
	Of      string
	ID      string
	Name    string
	Index   int
	Element int
}

// IsZero tells whether there is no address.
func (r Ref) IsZero() bool { return r.Place == PlaceNone }

// at is the address of one recommendation of a list, counted from 0.
func (r Ref) at(i int) Ref {
	r.Element = i + 1
	return r
}

// named is the address of another field of the same thing.
func (r Ref) named(name string) Ref {
	r.Name = name
	return r
}

// String writes the address as the Document's file has it: "figure/themes/training/overdue", with "#2" for an index and "@3" for an
// element. Parts that are empty stay empty.
func (r Ref) String() string {
	return string(r.appendTo(make([]byte, 0, 64)))
}

// appendJSON writes the address as a string of JSON. Nothing in it needs to be escaped, for its parts are escaped as those of a path are.
func (r Ref) appendJSON(b []byte) []byte { return append(r.appendTo(append(b, '"')), '"') }

func (r Ref) appendTo(b []byte) []byte {
	if r.IsZero() {
		return b
	}
	slashes := 0
	for _, part := range [...]string{string(r.Place), r.Of, r.ID, r.Name} {
		if part != "" {
			for ; slashes > 0; slashes-- {
				b = append(b, '/')
			}
			b = appendEscaped(b, part)
		}
		slashes++
	}
	if r.Index != 0 {
		b = strconv.AppendInt(append(b, '#'), int64(r.Index), 10)
	}
	if r.Element != 0 {
		b = strconv.AppendInt(append(b, '@'), int64(r.Element), 10)
	}
	return b
}

// appendEscaped adds a part of an address. Most are names in small letters, which stay as they are; the "@" of a key such as "3@2" would
// begin an element.
func appendEscaped(b []byte, part string) []byte {
	for i := range len(part) {
		if c := part[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return append(b, strings.ReplaceAll(url.PathEscape(part), "@", "%40")...)
		}
	}
	return append(b, part...)
}

// MarshalText writes the address as String does.
func (r Ref) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (r *Ref) UnmarshalText(data []byte) error {
	*r = Ref{}
	s, element, _ := strings.Cut(string(data), "@")
	s, index, _ := strings.Cut(s, "#")
	var err error
	for _, number := range []struct {
		text string
		into *int
	}{{element, &r.Element}, {index, &r.Index}} {
		if number.text == "" {
			continue
		}
		if *number.into, err = strconv.Atoi(number.text); err != nil {
			return fmt.Errorf("%q is no address of a value", data)
		}
	}
	parts := strings.Split(s, "/")
	if len(parts) > 4 {
		return fmt.Errorf("%q is no address of a value", data)
	}
	into := []*string{(*string)(&r.Place), &r.Of, &r.ID, &r.Name}
	for i, p := range parts {
		if *into[i], err = url.PathUnescape(p); err != nil {
			return fmt.Errorf("%q is no address of a value", data)
		}
	}
	return nil
}

// Term is one address of a sum or a difference.
type Term struct {
	Ref  Ref  `json:"r"`
	Less bool `json:"less,omitempty"` // taken away
}
