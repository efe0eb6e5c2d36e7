package templates

// Behind is a file of the team's wording that is older than the program: some messages of it are not said in its words.
type Behind struct {
	File string // "wording/en.yaml"
	Why  Lag
	IDs  []string // of the messages, in the order of the file or of the alphabet
}

// Lag is why a message of a team's wording is not said in its words.
type Lag string

const (
	// Outdated is a message that the program no longer asks for, or no longer gives what it names. The shipped words stand for it.
	Outdated Lag = "outdated"
	// Untranslated is a message that is new, in a language of the team's own. It is said in English.
	Untranslated Lag = "untranslated"
)

// Behind lists the files of the team's wording that are older than the program; none for one that is not.
func (t *Template) Behind() []Behind { return t.behind }

// fallBack notes a message that is not said in the team's words.
func (l *loader) fallBack(file string, why Lag, id string) {
	t := l.template
	for i := range t.behind {
		if b := &t.behind[i]; b.File == file && b.Why == why {
			b.IDs = append(b.IDs, id)
			return
		}
	}
	t.behind = append(t.behind, Behind{file, why, []string{id}})
}
