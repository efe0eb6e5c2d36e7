package master

import (
	"html"
	"strconv"
	"strings"
	"unicode"

	"boardpack/report/pattern"
)

// htmlText writes the text of HTML piece by piece.
type htmlText struct {
	out    strings.Builder
	prose  bool   // line ends in it are no more than spaces
	lists  []int  // of each list that is open, the number of its last item; negative where bullets stand
	hidden bool   // within what a browser does not show, or strikes through
	struck bool   // something is struck through, and so left out
	link   string // the address of the open link
	linked int    // where its words begin
	lines  int    // line ends before the next word
	spaced bool   // a space before it
	prefix string // the bullet or number before it
}

// text takes what stands between two tags.
func (w *htmlText) text(s string) {
	if w.hidden {
		return
	}
	for _, r := range entity.ReplaceAllStringFunc(s, html.UnescapeString) {
		switch {
		case r == '\n' && !w.prose:
			w.lines++
		case unicode.IsSpace(r):
			w.spaced = true
		default:
			w.begin()
			w.out.WriteRune(r)
		}
	}
}

// begin writes what stands before the next word: at most one empty line, a space, a bullet.
func (w *htmlText) begin() {
	switch {
	case w.out.Len() == 0:
	case w.lines > 0:
		w.out.WriteString(strings.Repeat("\n", min(w.lines, 2)))
	case w.spaced:
		w.out.WriteByte(' ')
	}
	w.out.WriteString(w.prefix)
	w.lines, w.spaced, w.prefix = 0, false, ""
}

// tag takes a tag; name is in small letters.
func (w *htmlText) tag(name, whole string) {
	end := strings.HasPrefix(whole, "</")
	switch name {
	case "head", "script", "style":
		w.hidden = !end
	case "s", "strike", "del":
		w.hidden, w.struck = !end, true
	case "br":
		w.lines++
	case "td", "th", "dd":
		w.spaced = true
	case "ul", "ol":
		w.list(name, end)
	case "li":
		w.item(end)
	case "a":
		w.anchor(whole, end)
	case "blockquote", "body", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "table", "tr":
		w.lines = max(w.lines, 1)
	}
}

func (w *htmlText) list(name string, end bool) {
	w.lines = max(w.lines, 1)
	switch {
	case !end && name == "ol":
		w.lists = append(w.lists, 0)
	case !end:
		w.lists = append(w.lists, -1)
	case len(w.lists) > 0:
		w.lists = w.lists[:len(w.lists)-1]
	}
}

func (w *htmlText) item(end bool) {
	w.lines = max(w.lines, 1)
	if end {
		return
	}
	w.prefix = "• "
	if last := len(w.lists) - 1; last >= 0 && w.lists[last] >= 0 {
		w.lists[last]++
		w.prefix = strconv.Itoa(w.lists[last]) + ". "
	}
}

const address = pattern.Expression(`(?i)href\s*=\s*(?:"([^"]*)"|'([^']*)')`)

// anchor keeps the address of a link, in brackets after its words, where these do not say it.
func (w *htmlText) anchor(whole string, end bool) {
	if !end {
		w.link, w.linked = "", w.out.Len()
		if found := address.FindStringSubmatch(whole); found != nil {
			w.link = strings.TrimPrefix(html.UnescapeString(found[1]+found[2]), "mailto:")
		}
		return
	}
	if w.link != "" && !strings.HasPrefix(w.link, "#") && !strings.Contains(w.out.String()[w.linked:], w.link) {
		w.out.WriteString(" (" + w.link + ")")
	}
	w.link = ""
}
