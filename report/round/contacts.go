package round

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/plainfile"
)

// Contact is how an owner is reached.
type Contact struct {
	Owner, Name, Email, CopyTo string
	Language                   string // "cy"; "" where the file does not say
}

// contactHeadings are those of the file of contacts, in the order in which the program writes them.
func contactHeadings() [][]string {
	return [][]string{{"Owner", "Perchennog"}, {"Name", "Enw"}, {"E-mail", "Email", "E-mail address", "E-bost", "Ebost"},
		{"Copy to", "Copy", "Cc", "Copi i"}, {"Language", "Iaith"}}
}

// ReadContacts reads the file of contacts. One that is not there has none, with there false.
func ReadContacts(path string) (contacts []Contact, there bool, err error) {
	data, err := plainfile.Read(path, mostBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, false, nil
	case err != nil:
		return nil, false, fmt.Errorf("%s cannot be read: %s", path, plainfile.Say(err))
	}
	grids, err := master.Grids(path, data, master.Options{Vocabulary: &report.Vocabulary{Columns: map[report.Field][]string{
		report.FieldOwner: contactHeadings()[0], report.FieldSource: contactHeadings()[1], report.FieldPriority: contactHeadings()[2]}}})
	if err != nil {
		return nil, false, err
	}
	for i := range grids {
		if contacts, ok := contactsIn(&grids[i]); ok {
			return contacts, true, nil
		}
	}
	return nil, false, fmt.Errorf("%s has no row of headings with Owner and E-mail: write Owner, Name, E-mail, Copy to, Language in its first row", path)
}

// contactsIn reads the table below the first row with the headings that are needed.
func contactsIn(g *master.Grid) ([]Contact, bool) {
	for i := range g.Rows {
		columns := make([]int, len(contactHeadings()))
		for _, c := range g.Rows[i].Cells {
			for n, names := range contactHeadings() {
				if slices.ContainsFunc(names, func(name string) bool { return fold.Word(name) == fold.Word(c.Text) }) && columns[n] == 0 {
					columns[n] = c.Column
				}
			}
		}
		if columns[0] == 0 || columns[2] == 0 {
			continue
		}
		var out []Contact
		for _, row := range g.Rows[i+1:] {
			text := func(n int) string {
				c := row.Cell(columns[n])
				if columns[n] == 0 || c == nil || strings.Trim(c.Text, "-–— ") == "" { // a dash says that there is none
					return ""
				}
				return fold.Line(c.Text)
			}
			if text(0) != "" {
				out = append(out, Contact{text(0), text(1), text(2), text(3), language(text(4))})
			}
		}
		return out, true
	}
	return nil, false
}

// language gives the code of a language by its name.
func language(name string) string {
	switch fold.Word(name) {
	case "cy", "cymraeg", "welsh":
		return "cy"
	case "en", "english", "saesneg":
		return "en"
	}
	return strings.ToLower(name)
}

// Strangers lists the owners of the file of contacts who were not asked.
func (out *AskResult) Strangers(contacts []Contact) []string {
	var names []string
	for i := range contacts {
		if out.Round.owner(contacts[i].Owner) == nil {
			names = append(names, contacts[i].Owner)
		}
	}
	return names
}

// contactOf finds an owner's contact; nil for none.
func contactOf(contacts []Contact, owner string) *Contact {
	i := slices.IndexFunc(contacts, func(c Contact) bool { return sameName(c.Owner, owner) })
	if i < 0 {
		return nil
	}
	return &contacts[i]
}
