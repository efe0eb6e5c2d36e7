package content

import (
	"strings"

	"boardpack/report"
)

// writer writes the Document of one pack in one language.
type writer struct {
	pack  *report.Pack
	words report.Words
	names int // how many recommendations a sentence of page 1 names before it says "and n more"
	// edition is that of the sections.
	edition Edition
	kept    int // see mostKept
}

// say gives a message. The arguments are pairs of a name and a value, or a Text for a part that is made from values itself.
func (w *writer) say(id string, args ...any) Text { return w.write(id, nil, args) }

// count gives a message in the plural form for a number, which goes in as N.
func (w *writer) count(id string, main value, args ...any) Text {
	return w.write(id, &main, args)
}

func (w *writer) write(id string, main *value, args []any) Text {
	texts := make(map[string]Text, len(args)/2+1)
	given := make([]any, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		name := args[i].(string)
		switch v := args[i+1].(type) {
		case value:
			texts[name] = v.text
		case Text:
			texts[name] = v
		}
		given[i], given[i+1] = name, texts[name].marked()
	}
	var n *int
	if main != nil {
		n, texts["N"] = &main.n, main.text
	}
	var out Text
	bold := false
	for _, piece := range w.words.Pieces(id, n, given...) {
		if piece.Arg == "" {
			out = append(out, ownRuns(piece.Text, &bold, Said{ID: id})...)
			continue
		}
		arg := texts[piece.Arg]
		if piece.Arg != "N" || main == nil || piece.Text != itoa(main.n) { // a number may be written as a word
			arg = arg.changedTo(piece.Text)
		}
		for _, run := range arg {
			if run.Said.ID == "" {
				run.Said = Said{ID: id, Arg: piece.Arg, Main: piece.Arg == "N"}
			}
			run.Bold = run.Bold != bold
			out = append(out, run)
		}
	}
	if main != nil && main.n == 1 {
		return main.inWords(id, out)
	}
	return out
}

// inWords gives the 1 that a singular form says in its own words the address of the number that it stands for.
func (v value) inWords(id string, t Text) Text {
	for i, r := range t {
		switch {
		case r.Said == Said{ID: id, Arg: "N", Main: true}:
			return t
		case r.Said.ID != id || r.Said.Arg != "" || r.Key != "":
			continue
		}
		at := aloneIn(r.Text, "1")
		if at < 0 {
			continue
		}
		one, rest := v.text[0], r
		one.Bold, one.Said = r.Bold, Said{ID: r.Said.ID, Arg: "N", Main: true}
		rest.Text = r.Text[at+1:]
		r.Text = r.Text[:at]
		out := append(Text(nil), t[:i]...)
		for _, part := range []Run{r, one, rest} {
			if part.Text != "" {
				out = append(out, part)
			}
		}
		return append(out, t[i+1:]...)
	}
	return t
}

// aloneIn finds a digit that is no part of a longer number; -1 where there is none.
func aloneIn(s, digit string) int {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }
	for from := 0; ; {
		i := strings.Index(s[from:], digit)
		if i < 0 {
			return -1
		}
		if i += from; !isDigit(i-1) && !isDigit(i+1) {
			return i
		}
		from = i + 1
	}
}

// label gives a message that has no arguments as a plain string: a heading, a name of a field.
func (w *writer) label(id string) string { return w.words.Say(id) }

// join makes "a, b and c" in the pack's language.
func (w *writer) join(items []Text) Text {
	switch len(items) {
	case 0:
		return nil
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return w.say("list.and", "Head", commas(items[:last]), "Last", items[last])
}

// commas puts items one after the other.
func commas(items []Text) Text { return between(items, ", ") }

func between(items []Text, mark string) Text {
	var out Text
	for i, item := range items {
		if i > 0 {
			out = append(out, Run{Text: mark})
		}
		out = append(out, item...)
	}
	return out
}

// namesInSentence is as many as fit a line.
const namesInSentence = 6

// refs makes "2, 13 and 4 more" of the recommendations of a list.
func (w *writer) refs(keys []string, list Ref) Text {
	items := make([]Text, 0, w.names+1)
	for i, k := range keys[:min(w.names, len(keys))] {
		items = append(items, key(k, list.at(i)).text)
	}
	if more := len(keys) - w.names; more > 0 {
		rest := number(more, list, Term{Ref: Ref{Place: PlaceLayout, Name: "named"}, Less: true})
		items = append(items, w.count("list.more", rest))
	}
	return w.join(items)
}

// trimmed takes the spaces off the ends of a heading.
func trimmed(t Text) Text {
	if len(t) == 0 {
		return t
	}
	out := append(Text(nil), t...)
	out[0].Text = strings.TrimLeft(out[0].Text, " ")
	last := len(out) - 1
	out[last].Text = strings.TrimRight(out[last].Text, " ")
	return out
}
