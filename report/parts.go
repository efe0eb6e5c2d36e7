package report

import (
	"regexp"
	"strconv"
	"strings"
)

// partEnding is what a part's ref has after that of its parent: a letter or a Roman number ("3a", "5(i)"), or a number behind a
// point, a dash or a stroke, or in brackets ("4.1", "4(2)").
var partEnding = regexp.MustCompile(`^(?:[.\-/]?\(?[a-z]{1,4}\)?|[.\-/]\(?[0-9]+\)?.*|\([0-9]+\).*)\.?$`)

// IsPart tells whether a ref is that of a part of another: 3a and 3(b) of 3, 4.1 of 4, A1 of A.
func IsPart(ref, of string) bool {
	ref, of = strings.ReplaceAll(fold(ref), " ", ""), strings.TrimRight(strings.ReplaceAll(fold(of), " ", ""), ".:)")
	ending, ok := strings.CutPrefix(ref, of)
	if !ok || of == "" || ending == "" {
		return false
	}
	if last := of[len(of)-1]; last < '0' || last > '9' { // after a letter a number is a part, and another letter another word
		return strings.ContainsAny(ending[:1], "0123456789.-/(") && hasDigit(ending) || strings.HasPrefix(ending, "(")
	}
	return partEnding.MatchString(ending)
}

// oneRef is a ref with a number, as lists of refs have it.
const oneRef = `(?:[a-z]{1,4}[ .\-]?)?[0-9]+(?:\.[0-9]+)*(?:[a-z]|\([a-z0-9]+\))?`

var (
	// listedRefs are several refs with words or commas between: "5, 6 and 7", "5 & 6", "5 to 7", "5 a 6", "Recs 5 – 7".
	listedRefs = regexp.MustCompile(`^(?:recs?|recommendations?|nos?|refs?|argymhellion|rhifau|cyf)?[. ]*` + oneRef + `(?: ?(?:,|;|&|\+|\band\b|\bto\b|\ba\b|\bac\b|\bi\b|–|—| - )+ ?(?:(?:and|a|ac|&) )?` + oneRef + `)+$`)
	// spannedRefs are two numbers with a dash or a stroke between, which may also be one ref.
	spannedRefs = regexp.MustCompile(`^([0-9]{1,3})[\-/]([0-9]{1,3})$`)
)

// namesSeveral tells whether a ref names several recommendations. Spans tells whether it is of the form 5-7, which is one ref where
// refs of a register look so.
func namesSeveral(ref string) (several, spans bool) {
	ref = fold(ref)
	if found := spannedRefs.FindStringSubmatch(ref); found != nil {
		from, _ := strconv.Atoi(found[1])
		to, _ := strconv.Atoi(found[2])
		return from < to, true
	}
	return listedRefs.MatchString(ref), false
}

// partsOf gives the keys of the parts that follow each recommendation which has some: 3a and 3b after 3, of the same source.
func partsOf(positions []Position) map[string][]string {
	parts := map[string][]string{}
	for i := range positions {
		parent := &positions[i]
		for j := i + 1; j < len(positions) && fold(positions[j].Source) == fold(parent.Source) && IsPart(positions[j].Ref, parent.Ref); j++ {
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
		_, spans := namesSeveral(positions[i].Ref)
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
	several, spans := namesSeveral(p.Ref)
	if !several {
		return
	}
	if spans && c.spansAreRefs == nil {
		are := spansAreRefs(c.pack.Positions)
		c.spansAreRefs = &are
	}
	if !spans || !*c.spansAreRefs {
		c.add(p, FieldRef, "Printed", Short(p.Ref, 60))
	}
}
