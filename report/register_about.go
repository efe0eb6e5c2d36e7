package report

// Review is one of the masters that a portfolio is made from.
type Review struct {
	ID        string // what the portfolio calls it, as in Position.Master
	Name      Text   // its title, or the name of its file where it has none
	Published Date   // of the report that it answers; zero where the master does not say
	Pack      string // the name of its own pack
}

// About is what the master says of itself. Absent entries are empty.
type About struct {
	Title          Text
	Organisation   Text
	Issuer         Text
	Published      Date
	ResponseIssued Date
	AsAt           Date
	Marking        string
	Board          Text
	MeetingDate    Date
	Contact        Text
	Version        string
	Illustrative   bool // the data is made up; every page says so
	Draft          bool

	At map[string]Place // where the entry of a key is, by the ids of AboutKeys; nil for a master without an About sheet
}

// Texts gives the entries that are texts in languages, by their ids.
func (a *About) Texts() map[string]*Text {
	return map[string]*Text{"title": &a.Title, "organisation": &a.Organisation, "issuer": &a.Issuer, "board": &a.Board, "contact": &a.Contact}
}

// TextKeys lists the ids of the entries that are texts in languages, in the order of AboutKeys.
func TextKeys() []string { return []string{"title", "organisation", "issuer", "board", "contact"} }

// CoverKeys lists AboutKeys, and the English texts that the cover of a pack in another language has beside its own, as "title.en".
func CoverKeys() []string {
	keys := AboutKeys()
	for _, key := range TextKeys() {
		keys = append(keys, key+".en")
	}
	return keys
}

// Place is a cell of the master.
type Place struct{ Sheet, Cell string }

// String is "About!B3", or the name of the sheet for a whole one.
func (p Place) String() string {
	if p.Cell == "" {
		return p.Sheet
	}
	return p.Sheet + "!" + p.Cell
}

// AboutKeys lists the ids of the entries of the About sheet. A language code after a full stop, as in "title.cy", is
// the same entry in that language; those with a language are the ones of type Text in About.
func AboutKeys() []string {
	return []string{"title", "title.cy", "organisation", "organisation.cy", "issuer", "issuer.cy", "published",
		"response_issued", "as_at", "marking", "board", "board.cy", "meeting_date", "contact", "contact.cy", "version", "illustrative", "draft"}
}
