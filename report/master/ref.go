package master

import (
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// ref gives the row's number as printed in the source.
func (t *tableReader) ref() string {
	ref := fold.PlainHyphens(line(t.meantRef()))
	c := t.of(report.FieldRef)
	switch {
	case c == nil && t.above != nil:
	case c == nil:
		t.doubt(report.Warning, "no-ref", report.FieldRef)
	case c.kind == isNumber && t.sheet.formats.of(c.style).isDate:
		t.doubt(report.Warning, "ref-is-date", report.FieldRef, "Ref", short(ref))
	case c.kind == isNumber && strings.Contains(ref, "."):
		t.storedRefs = append(t.storedRefs, len(t.register.Recommendations))
	}
	return ref
}

// doubtRefs lists a ref stored as the number 3.1 that was perhaps typed as 3.10: where another row of the same source
// has 3.1 too, and another text. The first of several is doubted only if another is text, which was typed as it stands.
func (t *tableReader) doubtRefs() {
	all := t.register.Recommendations
	key := func(i int) [2]string { return [2]string{all[i].Source, all[i].Ref} }
	stored, first := map[int]bool{}, map[[2]string]int{}
	for _, i := range t.storedRefs {
		stored[i] = true
	}
	for i := range all {
		if other, seen := first[key(i)]; !seen || stored[other] && !stored[i] {
			first[key(i)] = i
		}
	}
	for _, i := range t.storedRefs {
		if other := first[key(i)]; other != i && report.Wording(&all[i]) != report.Wording(&all[other]) {
			ref := short(all[i].Ref)
			t.add(report.Warning, "ref-looks-changed", place{t.sheet.name, all[i].Row, t.header.fields[report.FieldRef], report.FieldRef},
				"Ref", ref, "Perhaps", ref+"0", "OtherCell", all[other].Cells.Of(report.FieldRef))
		}
	}
}
