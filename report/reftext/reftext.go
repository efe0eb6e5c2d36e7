// Package reftext reads what refs and short answers say of other refs: that 3a is a part of 3, that "5 and 6" names two, that "see
// recommendation 8" only refers to another.
package reftext

import (
	"strconv"
	"strings"

	"boardpack/report/fold"
	"boardpack/report/pattern"
)

// partEnding is what a part's ref has after that of its parent: a letter or a Roman number ("3a", "5(i)"), or a number behind a
// point, a dash or a stroke, or in brackets ("4.1", "4(2)").
const partEnding = pattern.Expression(`^(?:[.\-/]?\(?[a-z]{1,4}\)?|[.\-/]\(?[0-9]+\)?.*|\([0-9]+\).*)\.?$`)

// IsPart tells whether a ref is that of a part of another: 3a and 3(b) of 3, 4.1 of 4, A1 of A.
func IsPart(ref, of string) bool {
	ref, of = strings.ReplaceAll(fold.Text(ref), " ", ""), strings.TrimRight(strings.ReplaceAll(fold.Text(of), " ", ""), ".:)")
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

const (
	// listedRefs are several refs with words or commas between: "5, 6 and 7", "5 & 6", "5 to 7", "5 a 6", "Recs 5 – 7".
	listedRefs = pattern.Expression(`^(?:recs?|recommendations?|nos?|refs?|argymhellion|rhifau|cyf)?[. ]*` + oneRef + `(?: ?(?:,|;|&|\+|\band\b|\bto\b|\ba\b|\bac\b|\bi\b|–|—| - )+ ?(?:(?:and|a|ac|&) )?` + oneRef + `)+$`)
	// spannedRefs are two numbers with a dash or a stroke between, which may also be one ref.
	spannedRefs = pattern.Expression(`^([0-9]{1,3})[\-/]([0-9]{1,3})$`)
)

// Several tells whether a ref names several recommendations. Spans tells whether it is of the form 5-7, which is one ref where
// refs of a register look so.
func Several(ref string) (several, spans bool) {
	ref = fold.Text(ref)
	if found := spannedRefs.FindStringSubmatch(ref); found != nil {
		from, _ := strconv.Atoi(found[1])
		to, _ := strconv.Atoi(found[2])
		return from < to, true
	}
	return listedRefs.MatchString(ref), false
}
