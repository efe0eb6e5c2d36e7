package report

import (
	"slices"
)

// TrendMonths is how many months the trend shows at most, this one included: a year and the month a year ago.
const TrendMonths = 13

// History is what the earlier months of a register come to. It keeps the last of them and the trend, and not the others: the
// work of a month does not grow with the months before it.
type History struct {
	rules *Rules
	months
	kept      *months // with their empty sign-off columns; nil while that is no other view of them
	signedOff bool    // sign-off columns count: one has an entry, or the template requires it
}

// months is what the months come to: the last of them, and how all stood.
type months struct {
	last  *snapshot
	trend []TrendPoint
}

// NewHistory starts a history without any month.
func NewHistory(rules *Rules) *History {
	return &History{rules: rules, signedOff: rules.SignOff == SignOffRequired}
}

// Add takes the next month in. Months must come in their order.
func (h *History) Add(register *Register) {
	past, now := h.settle(register)
	next := past.with(now, h.rules)
	switch {
	case register.Has(FieldSignOff) && register.EmptySignOff == nil:
		h.signedOff, h.kept = true, nil
	case !h.signedOff && (h.kept != nil || register.EmptySignOff != nil):
		kept := h.asRead().with(register, h.rules)
		h.kept = &kept
	}
	h.months = next
}

// with gives the months with one more.
func (m *months) with(register *Register, rules *Rules) months {
	last := assess(register, m.last, rules)
	return months{last, lastMonths(append(slices.Clone(m.trend), trendPoint(last)))}
}

// Publish notes what was published of the newest month taken in, if there is one.
func (h *History) Publish(figures *Published) {
	for _, m := range []*months{&h.months, h.asRead()} {
		if m.last != nil {
			m.last.published = figures
		}
	}
}

func lastMonths(trend []TrendPoint) []TrendPoint {
	return slices.Clone(trend[max(0, len(trend)-TrendMonths):])
}

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
