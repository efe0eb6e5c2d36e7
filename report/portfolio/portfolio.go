package portfolio

import (
	"maps"
	"slices"
	"strings"

	"boardpack/report"
)

// Portfolio puts the packs of a month's masters together into one: a board that tracks twelve reviews reads one paper.
//
// Refs of different masters clash: each has a number 1. So a recommendation's key is its key in its own pack with the name of its
// master before it, "custody-inspection 4.2", always and not only where two clash: the key stays when another master comes or goes.
type Portfolio struct {
	rules *report.Rules
	parts []Part
}

// Part is what the portfolio needs of one master.
type Part struct {
	Name        string       // what the portfolio calls it, before its keys
	now, before *report.Rows // now is nil for a master that only last month had
	trend       []report.TrendPoint
	problems    []report.Problem
	round       *report.Round // nil where nobody was asked
}

// New starts a portfolio.
func New(rules *report.Rules) *Portfolio { return &Portfolio{rules: rules} }

// PartOf gives what the portfolio needs of a pack.
func PartOf(name string, pack *report.Pack) *Part {
	now, before := pack.Rows()
	return &Part{name, now, slim(before), pack.Trend, pack.Problems, pack.Round}
}

// GonePart gives what the portfolio needs of a master that last month had and this month has not: its recommendations count as
// removed. The history must have a month.
func GonePart(name string, history *report.History) *Part {
	last, trend := history.Last()
	return &Part{Name: name, before: slim(last), trend: trend}
}

// Add takes in a master. They come in the order in which the portfolio lists them, and no name twice.
func (f *Portfolio) Add(part *Part) { f.parts = append(f.parts, *part) }

// slim leaves out the long texts of the month before, which no output shows: the portfolio holds all masters at once.
func slim(rows *report.Rows) *report.Rows {
	if rows == nil {
		return nil
	}
	register := *rows.Register
	register.Recommendations, register.Problems = nil, nil
	out := &report.Rows{Register: &register, Positions: slices.Clone(rows.Positions)}
	slimmed, answered := make([]report.Recommendation, len(out.Positions)), report.Text{"en": "…"}
	for i := range out.Positions {
		p, r := &out.Positions[i], &slimmed[i]
		*r = *p.Recommendation
		r.Response, r.Progress, r.Evidence, r.Extra, r.Cells = nil, nil, "", nil, report.Cells{}
		if !p.Response.IsEmpty() {
			r.Response = answered // that there is a response is a figure
		}
		r.Actions, p.Actions, p.Recommendation = nil, nil, r
	}
	return out
}

// Build works the portfolio out. The register gives its name, month, title and what was published of the month before. It fails as
// report.Join does.
func (f *Portfolio) Build(register *report.Register, publishedBefore *report.Published) (*report.Pack, error) {
	var current, earlier []*report.Register
	for _, part := range f.parts {
		if part.now != nil {
			current = append(current, part.now.Register)
		}
		if part.before != nil {
			earlier = append(earlier, part.before.Register)
		}
	}
	if len(current) == 0 {
		return nil, report.ErrNoRows
	}
	joinRegisters(register, current, f.rules)
	register.Reviews = f.reviews(func(part *Part) *report.Rows { return part.now })
	now := &report.Rows{Register: register}
	var before *report.Rows
	if len(earlier) > 0 {
		before = &report.Rows{Register: &report.Register{Name: register.Name}, Published: publishedBefore}
		joinRegisters(before.Register, earlier, f.rules)
		before.Register.Reviews = f.reviews(func(part *Part) *report.Rows { return part.before })
	}
	f.merge(now, before)
	pack, err := report.Join(now, before, f.trend(), f.rules)
	if err != nil {
		return nil, err
	}
	pack.Problems = append(pack.Problems, f.problems(pack)...)
	if in := f.returns(); in != nil {
		pack = pack.WithReturns(in)
	}
	return pack, nil
}

// returns are what the owners of all parts were asked and answered; nil where nobody was asked.
func (f *Portfolio) returns() *report.Returns {
	rounds := make([]*report.Round, len(f.parts))
	for i := range f.parts {
		rounds[i] = f.parts[i].round
	}
	return report.JoinReturns(rounds, func(of int, key string) string { return f.parts[of].key(key) })
}

// reviews are the parts that a month has.
func (f *Portfolio) reviews(of func(*Part) *report.Rows) []report.Review {
	var out []report.Review
	for i := range f.parts {
		if rows := of(&f.parts[i]); rows != nil {
			out = append(out, f.parts[i].review(rows.Register))
		}
	}
	return out
}

// merge puts the positions of all parts in a row. Before is nil where no part has a month before.
func (f *Portfolio) merge(now, before *report.Rows) {
	f.makeRoom(now, before)
	into := now.Register
	for _, part := range f.parts {
		offset := 0
		if before != nil {
			offset = len(before.Positions)
		}
		if part.before != nil {
			for i := range part.before.Positions {
				before.Positions = append(before.Positions, part.position(part.before, i, before.Register, f.rules))
			}
		}
		if part.now == nil {
			continue
		}
		for i, last := range part.now.Last {
			p := part.position(part.now, i, now.Register, f.rules)
			into.Recommendations = append(into.Recommendations, *p.Recommendation)
			p.Recommendation = &into.Recommendations[len(into.Recommendations)-1] // there is room for all: it does not move
			now.Positions = append(now.Positions, p)
			if last >= 0 {
				last += offset
			}
			now.Last = append(now.Last, last)
		}
	}
}

// makeRoom gives the lists of both months the room that they take: a list of thousands that grows would leave a part of it empty.
func (f *Portfolio) makeRoom(now, before *report.Rows) {
	rows, earlier := 0, 0
	for _, part := range f.parts {
		if part.now != nil {
			rows += len(part.now.Positions)
		}
		if part.before != nil {
			earlier += len(part.before.Positions)
		}
	}
	now.Positions, now.Last = make([]report.Position, 0, rows), make([]int, 0, rows)
	now.Register.Recommendations = make([]report.Recommendation, 0, rows)
	if before != nil {
		before.Positions = make([]report.Position, 0, earlier)
	}
}

// position is a part's position as the portfolio has it: its key with the master's name, the master's title for a source where
// the row has none, its cell with the file, and measured on the portfolio's as-at date.
func (part *Part) position(rows *report.Rows, i int, register *report.Register, rules *report.Rules) report.Position {
	p := part.row(rows, rows.Positions[i], register, rules)
	p.Actions = slices.Clone(p.Actions)
	for a := range p.Actions {
		p.Actions[a] = part.row(rows, p.Actions[a], register, rules)
	}
	return p
}

// row is the position of a recommendation or of one of its actions.
func (part *Part) row(rows *report.Rows, p report.Position, register *report.Register, rules *report.Rules) report.Position {
	r := *p.Recommendation
	if r.Source == "" {
		r.Source = titleOf(rows.Register)
		if cy := rows.Register.About.Title["cy"]; cy != "" {
			r.Welsh = maps.Clone(r.Welsh)
			if r.Welsh == nil {
				r.Welsh = map[report.Field]string{}
			}
			r.Welsh[report.FieldSource] = cy
		}
	}
	cell := rows.Register.File + ": " + rows.Register.Address(&r, report.FieldRef)
	r.Cells, r.Extra = report.Cells{}.With(report.FieldRef, cell), nil
	p.Recommendation, p.Key, p.Master = &r, part.key(p.Key), part.Name
	if p.SeeAlso != "" { // of the same master
		p.SeeAlso = part.key(p.SeeAlso)
	}
	return p.On(register.AsAt, rules)
}

func (part *Part) key(key string) string { return part.Name + " " + key }

// titleOf is the register's title as data: its name where the master gives none.
func titleOf(r *report.Register) string {
	if title, _ := r.About.Title.In("en"); title != "" {
		return title
	}
	return r.Name
}

// trend adds up the months of the parts. A master that a month lacks adds nothing to it; its own pack says which months those are.
func (f *Portfolio) trend() []report.TrendPoint {
	var out []report.TrendPoint
	places := map[report.Month]int{}
	for _, part := range f.parts {
		for _, point := range part.trend {
			i, ok := places[point.Month]
			if !ok {
				i = len(out)
				places[point.Month] = i
				out = append(out, report.TrendPoint{Month: point.Month})
			}
			sum := &out[i]
			if point.AsAt.After(sum.AsAt) || sum.AsAt.IsZero() {
				sum.AsAt = point.AsAt
			}
			sum.InScope += point.InScope
			sum.Complete += point.Complete
			sum.Outstanding += point.Outstanding
			sum.Overdue += point.Overdue
		}
	}
	slices.SortFunc(out, func(a, b report.TrendPoint) int { return strings.Compare(a.Month.String(), b.Month.String()) })
	return out
}
