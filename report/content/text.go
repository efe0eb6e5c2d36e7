package content

import (
	"encoding/json"
	"strings"

	"boardpack/report"
	"boardpack/report/excerpt"
)

// Run is a stretch of a text: the message's own words, or what stands for a value.
type Run struct {
	Text string `json:"t"`
	Key  string `json:"k,omitempty"` // the recommendation that the run names, "" for none
	Lang string `json:"l,omitempty"` // where it is not the pack's language
	Ref  Ref    `json:"r,omitzero"`  // what the run is made from; zero for a message's own words
	Said Said   `json:"s,omitzero"`
	*RunOf
	Bold bool `json:"b,omitempty"`
	Look Look `json:"look,omitempty"`
}

// RunOf is what few runs have: see [Run.More] and [Run.Review].
type RunOf struct {
	Terms []Term `json:"more,omitempty"`
	Paper string `json:"review,omitempty"`
}

// More is what is added to the value of a run or taken away.
func (r *Run) More() []Term {
	if r.RunOf == nil {
		return nil
	}
	return r.Terms
}

// Review is the review of a portfolio whose own paper the run leads to.
func (r *Run) Review() string {
	if r.RunOf == nil {
		return ""
	}
	return r.Paper
}

// looking gives the text a look.
func (t Text) looking(l Look) Text {
	out := append(Text(nil), t...)
	for i := range out {
		out[i].Look = l
	}
	return out
}

// bold gives the text in bold letters.
func (t Text) bold() Text {
	out := append(Text(nil), t...)
	for i := range out {
		out[i].Bold = true
	}
	return out
}

// Said is the message that a run stands in, and under which name; Main is the number that a plural message depends on.
type Said struct {
	ID   string `json:"id,omitempty"`
	Arg  string `json:"arg,omitempty"`
	Main bool   `json:"main,omitempty"`
}

// Text is a text in the pack's language.
type Text []Run

// Plain gives the text without its runs.
func (t Text) Plain() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
	}
	return b.String()
}

// MarshalJSON writes a text that is words alone as a string.
func (t Text) MarshalJSON() ([]byte, error) {
	return t.appendJSON(nil), nil
}

// isBare tells of words that carry nothing else.
func (r *Run) isBare() bool {
	return !r.Bold && r.Key == "" && r.Lang == "" && r.Look == LookPlain && len(r.More()) == 0 && r.Review() == "" && r.Ref.IsZero() && r.Said == Said{}
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *Text) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		*t = Text{{}}
		return json.Unmarshal(data, &(*t)[0].Text)
	}
	return json.Unmarshal(data, (*[]Run)(t))
}

// plain is the text of words that carry no value.
func plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// marked is the text with marks for bold words and refs, as a message takes it: what stands before it, such as the Welsh "and", goes
// by how it begins.
func (t Text) marked() string {
	var b strings.Builder
	bold := false
	for _, r := range t {
		if r.Bold != bold {
			b.WriteString(boldMark)
			bold = r.Bold
		}
		if r.Key != "" {
			b.WriteString("[[" + r.Text + "]]")
			continue
		}
		b.WriteString(r.Text)
	}
	if bold {
		b.WriteString(boldMark)
	}
	return b.String()
}

const boldMark = "**"

// ownRuns reads the marks of a message's own words: **bold**, which may go on in the next piece, and [[key]] for a link to a
// recommendation. Anything unpaired is text.
func ownRuns(s string, bold *bool, said Said) Text {
	var out Text
	add := func(text, key string) {
		if text != "" {
			out = append(out, Run{Text: text, Bold: *bold, Key: key, Said: said})
		}
	}
	for s != "" {
		b, link := strings.Index(s, boldMark), strings.Index(s, "[[")
		if link >= 0 && !strings.Contains(s[link:], "]]") {
			link = -1
		}
		switch {
		case b < 0 && link < 0:
			add(s, "")
			return out
		case link < 0 || b >= 0 && b < link:
			add(s[:b], "")
			*bold, s = !*bold, s[b+len(boldMark):]
		default:
			add(s[:link], "")
			key, rest, _ := strings.Cut(s[link+2:], "]]")
			add(key, key)
			s = rest
		}
	}
	return out
}

// changedTo is the text as a message changed its beginning: a mutated first letter.
func (t Text) changedTo(marked string) Text {
	was := t.marked()
	if was == marked || len(t) == 0 {
		return t
	}
	was, now := strings.TrimPrefix(was, boldMark), strings.TrimPrefix(marked, boldMark)
	for was != "" && now != "" && was[len(was)-1] == now[len(now)-1] {
		was, now = was[:len(was)-1], now[:len(now)-1]
	}
	out := append(Text(nil), t...)
	out[0].Text = now + strings.TrimPrefix(out[0].Text, was)
	return out
}

// shortText is the length to which texts are cut, in characters; see [excerpt.Short].
const shortText = 140

func short(t report.Text, lang string) (text, in string) {
	text, in = t.In(lang)
	return excerpt.Short(text, shortText), in
}
