package report

import "slices"

// A sign-off column that nobody has ever filled in says nothing of the issuer: it counts as absent, and the owner's word decides what is
// complete. As soon as a month has an entry, the column counts in all months, because an empty cell then means that the issuer was
// not asked. What was published before is restated so, and nothing seems to have been reopened. A template that requires sign-off
// keeps the column in any case.

// settle gives the months that a register is compared with, and the register as it counts beside them.
func (h *History) settle(register *Register) (past *months, now *Register) {
	switch {
	case h.signedOff:
		return &h.months, register
	case register.EmptySignOff != nil:
		return &h.months, register.withoutSignOff()
	case register.Has(FieldSignOff):
		return h.asRead(), register
	}
	return &h.months, register
}

// asRead gives the months with their sign-off columns as they are, empty ones too.
func (h *History) asRead() *months {
	if h.kept != nil {
		return h.kept
	}
	return &h.months
}

// withoutSignOff gives the register without its empty column, and with the note that says so.
func (r *Register) withoutSignOff() *Register {
	out := *r
	out.Columns = slices.DeleteFunc(slices.Clone(r.Columns), func(f Field) bool { return f == FieldSignOff })
	out.Recommendations = slices.Clone(r.Recommendations)
	for i := range out.Recommendations {
		rec := &out.Recommendations[i]
		rec.SignOff, rec.Actions = NoSignOff, slices.Clone(rec.Actions)
		for j := range rec.Actions {
			rec.Actions[j].SignOff = NoSignOff
		}
	}
	out.Problems = append(slices.Clip(r.Problems), *r.EmptySignOff)
	return &out
}
