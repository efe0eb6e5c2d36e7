package report

import (
	"strconv"
	"strings"

	"boardpack/report/excerpt"
	"boardpack/report/fold"
	"boardpack/report/reftext"
)

// partsOf gives the keys of the parts that follow each recommendation which has some: 3a and 3b after 3, of the same source.
func partsOf(positions []Position) map[string][]string {
	parts := map[string][]string{}
	for i := range positions {
		parent := &positions[i]
		for j := i + 1; j < len(positions) && fold.Text(positions[j].Source) == fold.Text(parent.Source) && reftext.IsPart(positions[j].Ref, parent.Ref); j++ {
			parts[parent.Key] = append(parts[parent.Key], positions[j].Key)
		}
	}
	return parts
}

// spansAreRefs tells whether refs such as 5-7 are single ones in the register: where a fifth of them look so, and not only one or
// two.
func spansAreRefs(positions []Position) bool {
	const few, fifth = 3, 5
	n := 0
	for i := range positions {
		_, spans := reftext.Several(positions[i].Ref)
		n += one(spans)
	}
	return n >= few && n*fifth >= len(positions)
}

// checkHasParts tells of a recommendation that counts beside its own parts.
func checkHasParts(c *checking, p *Position) {
	if c.parts == nil {
		c.parts = partsOf(c.pack.Positions)
	}
	if parts := c.parts[p.Key]; len(parts) > 0 {
		c.add(p, FieldRef, "Parts", strings.Join(parts, ", "), "N", strconv.Itoa(len(parts)+1))
	}
}

// checkSeveralRefs tells of a row that counts once and whose ref names several recommendations.
func checkSeveralRefs(c *checking, p *Position) {
	several, spans := reftext.Several(p.Ref)
	if !several {
		return
	}
	if spans && c.spansAreRefs == nil {
		are := spansAreRefs(c.pack.Positions)
		c.spansAreRefs = &are
	}
	if !spans || !*c.spansAreRefs {
		c.add(p, FieldRef, "Printed", excerpt.Short(p.Ref, 60))
	}
}
