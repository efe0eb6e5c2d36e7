package master

import (
	"strings"

	"boardpack/report"
)

// refStored is a ref that the master stores as a number, so that 3.10 has become 3.1.
type refStored struct {
	index int // of the recommendation
	ref   string
}

// ref gives the row's number as printed in the source.
func (t *tableReader) ref() string {
	ref := line(t.text(report.FieldRef))
	c := t.of(report.FieldRef)
	switch {
	case c == nil:
		t.doubt(report.Warning, "no-ref", report.FieldRef)
	case c.kind == isNumber && t.sheet.formats.of(c.style).isDate:
		t.doubt(report.Warning, "ref-is-date", report.FieldRef, "Ref", short(ref))
	case c.kind == isNumber && strings.Contains(ref, "."):
		t.refsStored = append(t.refsStored, refStored{len(t.register.Recommendations), ref})
	}
	return ref
}

// doubtRefs lists a ref stored as the number 3.1 that was perhaps typed as 3.10: where another row of the same source
// has 3.1 too. Of two such numbers it is the later that is doubted, unless the earlier comes right after 3.9.
func (t *tableReader) doubtRefs() {
	all := t.register.Recommendations
	first := map[[2]string]int{}
	for i := range all {
		key := [2]string{all[i].Source, all[i].Ref}
		if _, seen := first[key]; !seen {
			first[key] = i
		}
	}
	for _, stored := range t.refsStored {
		rec := &all[stored.index]
		other := first[[2]string{rec.Source, rec.Ref}]
		if other == stored.index {
			continue
		}
		t.add(report.Warning, "ref-looks-changed", place{t.sheet.name, rec.Row, t.header.fields[report.FieldRef], report.FieldRef},
			"Ref", short(rec.Ref), "Perhaps", short(rec.Ref)+"0", "OtherCell", all[other].Cells[report.FieldRef])
	}
}
