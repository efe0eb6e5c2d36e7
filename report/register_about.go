package report

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
	Contact        string
	Version        string
	Illustrative   bool // the data is made up; every page says so
	Draft          bool

	At map[string]Place // where the entry of a key is, by the ids of AboutKeys; nil for a master without an About sheet
}

// Place is a cell of the master.
type Place struct{ Sheet, Cell string }

// AboutKeys lists the ids of the entries of the About sheet. A language code after a full stop, as in "title.cy", is
// the same entry in that language; those with a language are the ones of type Text in About.
func AboutKeys() []string {
	return []string{"title", "title.cy", "organisation", "organisation.cy", "issuer", "issuer.cy", "published",
		"response_issued", "as_at", "marking", "board", "board.cy", "meeting_date", "contact", "version", "illustrative", "draft"}
}
