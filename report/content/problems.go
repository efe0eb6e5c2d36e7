package content

import (
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// problemCell says what is wrong. What it quotes of the master keeps its language.
func (w *writer) problemCell(p report.Problem) Cell {
	message := p.Message(w.words)
	if !strings.Contains(message, "“") {
		return plainCell(message)
	}
	langs := w.quotedLangs(p)
	part := func(text, lang string) Text {
		if text == "" {
			return nil
		}
		return w.quotedIn(text, lang, "problem").text
	}
	var runs Text
	rest, other := message, false
	for {
		before, after, quotes := strings.Cut(rest, "“")
		quote, after, closed := strings.Cut(after, "”")
		if !quotes || !closed {
			break
		}
		lang, known := langs[quote]
		if !known {
			lang = w.words.Lang()
		}
		other = other || w.other(lang) != ""
		runs = append(append(runs, part(before+"“", w.words.Lang())...), part(quote, lang)...)
		rest = "”" + after
	}
	if !other {
		return plainCell(message)
	}
	return runsCell(append(runs, part(rest, w.words.Lang())...))
}

// quotedLangs gives the languages of what a problem quotes of the master, by the text. Dates and Welsh forms tell theirs; what stands in a
// column without a language of its own is English.
func (w *writer) quotedLangs(p report.Problem) map[string]string {
	out := map[string]string{}
	for name, value := range p.Args {
		switch name {
		case "Welsh", "First":
			out[value] = "cy"
		case "Text", "Status", "Priority", "Name", "Theme", "Scope":
			out[value] = dates.Lang(value)
		}
	}
	return out
}
