package content

import "boardpack/report"

// OfNaming writes what a pack says, with sentences that name so many recommendations before they say how many more there are.
func OfNaming(pack *report.Pack, words report.Words, names int) *Document {
	return (&writer{pack, words, names, ThePaper, mostKept}).document(nil)
}

// Made is a value for a message of a test.
type Made struct {
	Text Text
	N    int
}

// Written gives a message as package content writes it: with Values for arguments, and a number where there is one.
func Written(words report.Words, id string, main *Made, args map[string]Made) Text {
	w := &writer{words: words}
	var given []any
	for name, v := range args {
		given = append(given, name, value{v.N, v.Text})
	}
	if main == nil {
		return w.say(id, given...)
	}
	return w.count(id, value{main.N, main.Text}, given...)
}

// Holding writes what a pack says in an edition, holding the cards and rows of at most so many recommendations.
func Holding(pack *report.Pack, words report.Words, e Edition, kept int) *Document {
	return (&writer{pack, words, namesInSentence, e, kept}).document(nil)
}
