package templates

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
)

// isEmpty tells an empty list, written out or by nothing at all after the key.
func isEmpty(n ast.Node) bool {
	if n == nil {
		return true
	}
	if seq, ok := n.(*ast.SequenceNode); ok {
		return len(seq.Values) == 0
	}
	return n.Type() == ast.NullType
}

// noThemes notes that there is no theme yet: masters can be read and checked, and packs cannot be made.
func (p *packReader) noThemes(n ast.Node) {
	at := p.place(n)
	p.t.NoThemes = &Mistake{at.file, at.line, at.column, `themes is empty, so no pack is made: write your themes there in place of [], ` +
		`one to a line, as in "- { id: finance, name: { en: Finance } }"`}
}

// unconfirmed reads what was guessed and nobody has confirmed.
func (p *packReader) unconfirmed(n ast.Node) {
	if isEmpty(n) {
		return
	}
	for _, item := range p.items(n, "unconfirmed") {
		p.t.Rules.Unconfirmed = append(p.t.Rules.Unconfirmed, p.guess(item))
	}
	at, what := p.place(n), "1 thing in it was guessed and is not confirmed"
	if guesses := len(p.t.Rules.Unconfirmed); guesses != 1 {
		what = fmt.Sprintf("%d things in it were guessed and are not confirmed", guesses)
	}
	p.t.Unconfirmed = &Mistake{at.file, at.line, at.column, what + ", so every pack is a draft: check each entry under unconfirmed, " +
		"correct the template where the guess is wrong, then delete the entry"}
}

func (p *packReader) guess(n ast.Node) report.Guess {
	var g report.Guess
	texts := map[string]*string{"what": &g.What, "where": &g.Where, "as": &g.As}
	for _, e := range p.entries(n, "an entry of unconfirmed") {
		into, known := texts[e.key]
		if !known {
			p.add(e.at, "unknown key \"%s\" in unconfirmed: %s", e.key, instead(e.key, []string{"what", "where", "as"}))
			continue
		}
		if w, ok := p.text(e.value, e.key); ok {
			*into = w.text
		}
	}
	return g
}
