package proof

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/pattern"
	"boardpack/report/proof/figures"
	"boardpack/report/proof/texts"
)

// text holds each run of a text to its address, and the text to the rules for shares, parts and order.
func (c *checking) text(t content.Text) {
	for i, r := range t {
		if r.Ref.IsZero() {
			c.ownWords(r)
		} else {
			c.run(t, i)
		}
	}
	c.shares(t)
	c.order(t)
}

// declared are the messages whose own words hold numbers: rules and examples, which speak of no figure.
const declared = pattern.Expression(`^(reading|status_rule|ageing|filter|workbook\.notes|condition|rule|problem|month)\.|\.rule$`)

// unsaid is what stands in place of a message that the wording does not have, or that lacks a value.
const unsaid = pattern.Expression(`^«[a-z0-9_]+(\.[a-z0-9_]+)+(: .*)?»$`)

// said refuses a message that could not be said.
func (c *checking) said(id, text string) {
	if strings.HasPrefix(text, "«") && unsaid.MatchString(strings.TrimSpace(text)) {
		c.complain(id, "the text of a message", "", text)
	}
}

// ownWords refuses a number that a message says of itself.
func (c *checking) ownWords(r content.Run) {
	c.said(r.Said.ID, r.Text)
	for _, n := range texts.Digits(r.Text) {
		if !declared.MatchString(r.Said.ID) {
			c.complain(r.Said.ID, "a number of the message's own", "", n)
		}
	}
}

// run compares a run with the value at its address.
func (c *checking) run(t content.Text, i int) {
	r := t[i]
	v := c.total(t, i)
	c.namedAfter(r)
	if v.IsNumber() && r.Text == strconv.Itoa(v.N) || v.Kind == figures.Text && v.In == nil && r.Text == v.Text {
		return // most are; the rest is more work
	}
	forms, known := c.words.Forms(v, r.Ref.Of)
	switch {
	case !known && v.Kind == figures.Unknown && !isQuoted(r.Ref):
		for _, n := range texts.Digits(r.Text) {
			c.Add(c.place, "a number without a figure, at "+r.Ref.String(), "", n)
		}
	case known && !slices.Contains(forms, strings.TrimSpace(r.Text)) && !slices.Contains(c.words.OtherForms(v), strings.TrimSpace(r.Text)) && !sameMutated(forms, r.Text):
		c.Add(c.place, r.Ref.String()+" in "+r.Said.ID, first(forms), r.Text)
	}
}

// isQuoted tells of texts that are the master's or the template's own, and of what only the drawn file can say.
func isQuoted(ref content.Ref) bool {
	switch ref.Place {
	case content.PlaceQuoted, content.PlaceRule, content.PlaceLayout, content.PlaceSetting:
		return true
	}
	return false
}

// sameMutated tells whether a text is one of the forms but for its first letter, which Welsh changes after some words.
func sameMutated(forms []string, text string) bool {
	for _, form := range forms {
		if texts.Digits(form) != nil || len(form) < 3 {
			continue
		}
		if strings.HasSuffix(text, form[1:]) && len(text) <= len(form)+2 {
			return true
		}
	}
	return false
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// total is the value of a run: that of its address, with what is added and taken away.
func (c *checking) total(t content.Text, i int) figures.Value {
	r := t[i]
	v := c.figures.Value(r.Ref)
	for _, term := range r.More() {
		by := c.figures.Value(term.Ref).N
		if term.Ref.Place == content.PlaceLayout {
			by = listedBefore(t[:i], r.Ref)
		}
		if term.Less {
			by = -by
		}
		v.N += by
	}
	return v
}

// listedBefore is how many recommendations of a list stand at the end of a text: those that follow each other from the first on.
func listedBefore(t content.Text, list content.Ref) int {
	n := 0
	for _, r := range t {
		at := r.Ref
		at.Element = 0
		if r.Ref.Element > 0 && at == list {
			n++
		}
	}
	return n
}

// namedAfter holds a number to the message that it stands in: a message whose id ends in the name of a figure counts that figure, and an
// argument is called after its value.
func (c *checking) namedAfter(r content.Run) {
	if r.Said.ID == "" || len(r.More()) > 0 || r.Ref.Place == content.PlaceShown || r.Ref.Place == content.PlaceLayout {
		return
	}
	name := c.plainName(r.Ref.Name)
	if r.Ref.Place == content.PlaceRound && r.Ref.Of != "" && r.Ref.Element == 0 && c.figures.Value(r.Ref).IsNumber() {
		c.namedExactly(r, name)
		return
	}
	if r.Said.Main {
		last := c.plainName(r.Said.ID[strings.LastIndexByte(r.Said.ID, '.')+1:])
		of := name
		switch r.Ref.Place {
		case content.PlaceFigure, content.PlaceBridge:
			if r.Ref.Place == content.PlaceFigure && !c.isFigure(last) || last == "nomovement" {
				return
			}
		case content.PlaceChanges:
			if of = c.plainName(r.Ref.Of); r.Ref.ID != "" {
				of = c.plainName(r.Ref.ID)
			} else if last == name {
				of = name
			}
		default:
			return
		}
		if !strings.HasPrefix(last, of) && !strings.HasPrefix(of, last) {
			c.complain(r.Said.ID, "the number that it counts", last, r.Ref.String())
		}
		return
	}
	switch of := r.Ref; {
	case r.Said.Arg == "N" || of.Element > 0 || !c.figures.Value(of).IsNumber():
		return
	case of.Place == content.PlaceFigure, of.Place == content.PlaceBefore, of.Place == content.PlaceTrend, of.Place == content.PlaceProblems,
		of.Place == content.PlaceBridge && (of.Name == "opening" || of.Name == "closing"):
	default:
		return
	}
	if arg := c.plainName(r.Said.Arg); !strings.Contains(name, arg) && !strings.Contains(arg, name) {
		c.complain(r.Said.ID, "the value of "+r.Said.Arg, r.Said.Arg, r.Ref.String())
	}
}

// namedExactly holds a number of the round, whose names are parts of each other, to its own name: as argument, or as the number that a message
// counts.
func (c *checking) namedExactly(r content.Run, name string) {
	said := r.Said.Arg
	if r.Said.Main {
		said = r.Said.ID[strings.LastIndexByte(r.Said.ID, '.')+1:]
	}
	if c.plainName(said) != name {
		c.complain(r.Said.ID, "the number of what was asked and answered", said, r.Ref.String())
	}
}

// plainName is a name without case and joints: "InScope" and "in_scope" are the same.
func (c *checking) plainName(s string) string {
	plain, ok := c.plain[s]
	if !ok {
		plain = strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("_- ", r) }), ""))
		c.plain[s] = plain
	}
	return plain
}

// isFigure tells whether a plain name is that of a figure.
func (c *checking) isFigure(plain string) bool {
	for f := range c.figures.All.Counts {
		if c.plainName(string(f)) == plain {
			return true
		}
	}
	return false
}

// shares sees to it that a percentage is the percentage, and comes with what it is a percentage of.
func (c *checking) shares(t content.Text) {
	for i, r := range t {
		isShare := r.Ref.Name == "percent_complete" && (r.Ref.Place == content.PlaceFigure || r.Ref.Place == content.PlaceBefore)
		follows := i+1 < len(t) && t[i+1].Ref.IsZero() && strings.HasPrefix(strings.TrimLeft(t[i+1].Text, " \u00A0"), "%")
		if isShare && !slices.ContainsFunc(t, func(x content.Run) bool {
			return x.Ref.Place == r.Ref.Place && x.Ref.Of == r.Ref.Of && x.Ref.ID == r.Ref.ID && x.Ref.Name == "in_scope"
		}) && !c.isOne(r) {
			c.complain(r.Said.ID, "what the percentage is of", "in_scope", "")
		}
		if follows && !isShare && !declared.MatchString(t[i+1].Said.ID) && !isQuoted(r.Ref) {
			c.complain(t[i+1].Said.ID, "the percentage", "percent_complete", r.Ref.String())
		}
	}
}

// isOne tells of a share of one recommendation, which is said as a word.
func (c *checking) isOne(r content.Run) bool {
	of := r.Ref
	of.Name = "in_scope"
	return c.figures.Value(of).N == 1
}

// partOf is what stands between a part and its whole, in the languages that the packs are in.
const partOf = pattern.Expression(`^\s*\**\s*(of|o|allan o|/)\s*\**\s*$`)

// order sees to it that a part stands before its whole where "of" stands between, and the beginning before the end.
func (c *checking) order(t content.Text) {
	opening := -1
	for i, r := range t {
		if i+2 < len(t) && t[i].Said.ID == t[i+2].Said.ID && !r.Ref.IsZero() && partOf.MatchString(t[i+1].Text) && !sideBySide(r.Ref, t[i+2].Ref) {
			if a, b := c.figures.Value(r.Ref), c.figures.Value(t[i+2].Ref); a.IsNumber() && b.IsNumber() && (a.N > b.N || a.Kind == figures.Share) {
				c.complain(r.Said.ID, "the part and its whole", fmt.Sprint(b.N, ", ", a.N), fmt.Sprint(a.N, ", ", b.N))
			}
		}
		if r.Ref.Place != content.PlaceBridge {
			continue
		}
		switch r.Ref.Name {
		case "opening":
			opening = i
		case "closing":
			if opening < 0 && slices.ContainsFunc(t[i:], func(x content.Run) bool { return x.Ref.Place == content.PlaceBridge && x.Ref.Name == "opening" }) {
				c.complain(r.Said.ID, "opening and closing", "opening first", "closing first")
			}
		}
	}
}

// sideBySide tells of two numbers of which neither is a part of the other, whatever a team's own words put between them: "2/14" of warnings and notes.
func sideBySide(a, b content.Ref) bool {
	isLevel := func(r content.Ref) bool {
		return r.Place == content.PlaceProblems && (r.Name == string(report.Warning) || r.Name == string(report.Note))
	}
	return isLevel(a) && isLevel(b)
}

// complain notes a fault of a message, once.
func (c *checking) complain(id, what, wanted, found string) {
	if c.heard[id+what] {
		return
	}
	c.heard[id+what] = true
	c.Add("wording "+strconv.Quote(id)+" ("+c.words.Lang()+"), "+c.place, what, wanted, found)
}
