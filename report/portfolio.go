package report

import (
	"slices"
	"strconv"
	"strings"
)

// Portfolio puts the packs of a month's masters together into one: a board that tracks twelve reviews reads one paper.
//
// Refs of different masters clash: each has a number 1. So a recommendation's key is its key in its own pack with the name of its
// master before it, "custody-inspection 4.2", always and not only where two clash: the key stays when another master comes or goes.
type Portfolio struct {
	rules *Rules
	parts []Part
}

// Part is what the portfolio needs of one master.
type Part struct {
	Name        string    // what the portfolio calls it, before its keys
	now, before *snapshot // now is nil for a master that only last month had
	trend       []TrendPoint
	problems    []Problem
}

// NewPortfolio starts a portfolio.
func NewPortfolio(rules *Rules) *Portfolio { return &Portfolio{rules: rules} }

// PartOf gives what the portfolio needs of a pack.
func PartOf(name string, pack *Pack) *Part {
	return &Part{name, pack.now, slim(pack.before), pack.Trend, pack.Problems}
}

// GonePart gives what the portfolio needs of a master that last month had and this month has not: its recommendations count as
// removed. The history must have a month.
func GonePart(name string, history *History) *Part {
	return &Part{Name: name, before: slim(history.last), trend: history.trend}
}

// Add takes in a master. They come in the order in which the portfolio lists them, and no name twice.
func (f *Portfolio) Add(part *Part) { f.parts = append(f.parts, *part) }

// slim leaves out the long texts of the month before, which no output shows: the portfolio holds all masters at once.
func slim(s *snapshot) *snapshot {
	if s == nil {
		return nil
	}
	out := &snapshot{keyed: s.keyed, positions: slices.Clone(s.positions)}
	register := *s.register
	register.Recommendations, register.Problems = nil, nil
	keyed := *s.keyed
	keyed.register = &register
	out.keyed = &keyed
	for i := range out.positions {
		r := *out.positions[i].Recommendation
		r.Response, r.Progress, r.Evidence, r.Extra, r.Cells = nil, nil, "", nil, nil
		if !out.positions[i].Response.IsEmpty() {
			r.Response = Text{"en": "…"} // that there is a response is a figure
		}
		r.Actions, out.positions[i].Actions = nil, nil
		out.positions[i].Recommendation = &r
	}
	return out
}

// Build works the portfolio out. The register gives its name, month, title and what was published of the month before.
func (f *Portfolio) Build(register *Register, publishedBefore *Published) (*Pack, error) {
	var current, earlier []*Register
	for _, part := range f.parts {
		if part.now != nil {
			current = append(current, part.now.register)
		}
		if part.before != nil {
			earlier = append(earlier, part.before.register)
		}
	}
	if len(current) == 0 {
		return nil, ErrNoRows
	}
	joinRegisters(register, current, f.rules)
	pack := &Pack{Register: register, Rules: f.rules, Trend: f.trend()}
	if len(earlier) > 0 {
		before := &Register{Name: register.Name, Published: publishedBefore}
		joinRegisters(before, earlier, f.rules)
		pack.before = &snapshot{keyed: &keyed{register: before}}
	}
	pack.now = &snapshot{keyed: &keyed{register: register}}
	f.merge(pack)
	pack.Positions = pack.now.positions
	if err := pack.workOut(pairsOf(pack.before, pack.now), everyPosition); err != nil {
		return nil, err
	}
	pack.linkParts(f)
	pack.fixTrend()
	pack.Problems = slices.Concat(f.rules.unconfirmed(), pack.restatedProblem(), f.problems(pack))
	return pack, nil
}

// merge puts the positions of all parts in a row.
func (f *Portfolio) merge(pack *Pack) {
	for _, part := range f.parts {
		offset := 0
		if pack.before != nil {
			offset = len(pack.before.positions)
		}
		if part.before != nil {
			for i := range part.before.positions {
				pack.before.positions = append(pack.before.positions, part.position(part.before, i, pack.before.register))
			}
		}
		if part.now == nil {
			continue
		}
		for i := range part.now.positions {
			p := part.position(part.now, i, pack.Register)
			pack.now.positions = append(pack.now.positions, p)
			pack.Register.Recommendations = append(pack.Register.Recommendations, *p.Recommendation)
			last := part.now.last[i]
			if last >= 0 {
				last += offset
			}
			pack.now.last = append(pack.now.last, last)
		}
	}
}

// position is a part's position as the portfolio has it: its key with the master's name, the master's title for a source where
// the row has none, its cell with the file, and measured on the portfolio's as-at date.
func (part *Part) position(s *snapshot, i int, register *Register) Position {
	p := part.row(s, s.positions[i], register)
	p.Actions = slices.Clone(p.Actions)
	for a := range p.Actions {
		p.Actions[a] = part.row(s, p.Actions[a], register)
	}
	return p
}

// row is the position of a recommendation or of one of its actions.
func (part *Part) row(s *snapshot, p Position, register *Register) Position {
	r := *p.Recommendation
	if r.Source == "" {
		r.Source = s.register.title()
	}
	cell := s.register.File + ": " + s.register.Address(&r, FieldRef)
	r.Cells, r.Extra = map[Field]string{FieldRef: cell}, nil
	p.Recommendation, p.Key, p.SeeAlso, p.master = &r, part.key(p.Key), "", part.Name
	p.asAt, p.DaysLate, p.DaysLeft = register.AsAt, 0, 0
	p.measure()
	return p
}

func (part *Part) key(key string) string { return part.Name + " " + key }

// title is the register's title as data: its name where the master gives none.
func (r *Register) title() string {
	if title, _ := r.About.Title.In("en"); title != "" {
		return title
	}
	return r.Name
}

// linkParts carries over the answers that refer to another recommendation of the same master.
func (p *Pack) linkParts(f *Portfolio) {
	i := 0
	for _, part := range f.parts {
		if part.now == nil {
			continue
		}
		for j := range part.now.positions {
			if see := part.now.positions[j].SeeAlso; see != "" {
				p.Positions[i].SeeAlso = part.key(see)
			}
			i++
		}
	}
}

// trend adds up the months of the parts. A master that a month lacks adds nothing to it; its own pack says which months those are.
func (f *Portfolio) trend() []TrendPoint {
	var out []TrendPoint
	places := map[Month]int{}
	for _, part := range f.parts {
		for _, point := range part.trend {
			i, ok := places[point.Month]
			if !ok {
				i = len(out)
				places[point.Month] = i
				out = append(out, TrendPoint{Month: point.Month})
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
	slices.SortFunc(out, func(a, b TrendPoint) int { return strings.Compare(a.Month.String(), b.Month.String()) })
	return lastMonths(out)
}

// fixTrend has the trend's last two months say what the figures say: where masters have different as-at dates, the portfolio's
// own is the one that decides what is overdue.
func (p *Pack) fixTrend() {
	set := func(s *snapshot) {
		point := trendPoint(s)
		for i := range p.Trend {
			if p.Trend[i].Month == point.Month {
				p.Trend[i] = point
			}
		}
	}
	if p.before != nil {
		set(p.before)
	}
	set(p.now)
}

// problems gathers those of the parts, with the keys that the rows have here, and adds what only the portfolio can see.
func (f *Portfolio) problems(pack *Pack) []Problem {
	var own, out []Problem
	for _, part := range f.parts {
		if part.now == nil {
			own = append(own, Problem{Level: Warning, Code: "master-gone", File: part.before.register.File,
				Args: map[string]string{"Month": part.before.register.Month.String(), "Rows": strconv.Itoa(len(part.before.positions))}})
			continue
		}
		if at := part.now.register.AsAt; at != pack.AsAt {
			own = append(own, Problem{Level: Warning, Code: "other-as-at", File: part.now.register.File,
				Args: map[string]string{"AsAt": at.String(), "Date": pack.AsAt.String()}})
		}
		for _, problem := range part.problems {
			if problem.Code == UnconfirmedCode { // that of the one template they share
				continue
			}
			if problem.Key != "" {
				problem.Key = part.key(problem.Key)
			}
			out = append(out, problem)
		}
	}
	own = append(own, f.twice(pack)...)
	return append(own, out...)
}

// twice finds recommendations that two masters have: the portfolio counts each of them twice.
func (f *Portfolio) twice(pack *Pack) []Problem {
	const shortest = 30 // letters; shorter texts are alike by chance
	var out []Problem
	first := map[string]int{}
	from := 0
	for _, part := range f.parts {
		if part.now == nil {
			continue
		}
		for i := from; i < from+len(part.now.positions); i++ {
			p := &pack.Positions[i]
			text := Wording(p.Recommendation)
			at, seen := first[text]
			switch {
			case len(text) < shortest:
			case !seen:
				first[text] = i
			case at < from:
				out = append(out, Problem{Level: Warning, Code: "in-two-masters", File: part.now.register.File, Sheet: part.now.register.SheetOf(part.now.positions[i-from].Recommendation),
					Cell: part.now.positions[i-from].Cell(FieldRef), Field: FieldRecommendation, Key: p.Key,
					Args: map[string]string{"Ref": p.Key, "Other": pack.Positions[at].Key}})
			}
		}
		from += len(part.now.positions)
	}
	return out
}
