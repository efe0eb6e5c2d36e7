package report

// Vocabulary is the template's words for what masters hold. Readers compare without case, spacing, accents and
// punctuation; the words here are as the template gives them, in every language.
type Vocabulary struct {
	// ThemeSeparators are what parts the themes of a cell that names several; nil for a semicolon, a new line and a stroke.
	ThemeSeparators []string
	Sheets          []string             // names of the sheet that holds the table, best first
	Columns         map[Field][]string   // headings of each column
	Percents        []string             // headings of columns of percentages, "% complete"
	States          map[State][]string   // statuses that mean each state
	SignOffs        map[SignOff][]string // words for each position of the issuer
	Scopes          map[Scope][]string   // words for each scope
	Themes          map[string][]string  // by theme id: its names, synonyms and the headings that roll up to it
	About           map[string][]string  // by the About key's id ("as_at"): its names
	Yes             []string             // words that mean yes
	No              []string
	Ignored         []string // headings of columns that are passed over
	Kept            []string // headings of the team's own columns that are known to be none of the program's
	Printed         []string // names of entries of a workbook's cover that say nothing of the master
	Continued       Continued
	TypedTheme      []string           // headings of the column with the theme as it was typed
	English         map[Field][]string // headings of the columns with the English texts, of a workbook in another language
	Added           []string           // headings of the columns that a pack's workbook adds, in every language: see AddedTogether

	Settings SettingsNames // of the sheets of settings

	Foreign map[string]bool // those of the words that are of a language which the packs are not in: understood, never offered
}

// Continued is how a pack's workbook says that a text goes on, and where: words of every language.
type Continued struct {
	Marks                          []string // at the end of what the cell holds
	Sheet, Key, Column, Part, Text []string // headings of the table with the rest
}

// AddedTogether is how many of a vocabulary's added columns must stand side by side to be passed over: then the master is the
// workbook of a pack. A master that has one or two such headings means something of its own by them.
const AddedTogether = 5
