package report

import (
	"slices"

	"boardpack/report/keys"
)

// Published is what was published of a month: as much of its figures file, read back, as is compared with.
type Published struct {
	Month  string
	All    PublishedGroup
	Themes []PublishedGroup
	// DueSoonDays and OverdueBy are the settings that it was counted by; 0 and "" where the file has none.
	DueSoonDays int
	OverdueBy   DueBasis
	// Since is what has changed since it was published, where the caller knows; "" where it does not.
	Since Restating
}

// Restating is why a published figure is not what it would be now.
type Restating string

// The causes. ByEither is a rule of the template or the program, and nothing tells which.
const (
	ByMaster  Restating = "master"
	ByRules   Restating = "rules"
	ByVersion Restating = "version"
	ByEither  Restating = "rules or version"
)

// restatings lists all causes.
func restatings() []Restating { return []Restating{ByMaster, ByRules, ByVersion, ByEither} }

// PublishedGroup is the counts of a group and the keys behind each. A figure that the file lacks, because the program that wrote it did
// not count it, is in neither; one that it has without the keys is in Counts alone.
type PublishedGroup struct {
	ID     string
	Counts map[Figure]int
	Refs   map[Figure][]string
	// Percent is percent_complete, nil where it did not apply; Rating is "" in a file that has neither.
	Percent *int
	Rating  Rating
}

// none is a group of which nothing was counted: rows of no known theme are not in the file where there were none.
func (g *PublishedGroup) none() *PublishedGroup {
	none := &PublishedGroup{Counts: map[Figure]int{}, Rating: NotRated}
	for f := range g.Counts {
		none.Counts[f] = 0
	}
	return none
}

// identify gives each row of a register its key, given the month before (nil for the first).
func identify(register *Register, before *keys.Month) *keys.Month {
	rows := make([]keys.Row, len(register.Recommendations))
	for i := range rows {
		r := &register.Recommendations[i]
		rows[i] = keys.Row{Source: r.Source, Ref: r.Ref, Text: Wording(r)}
	}
	return keys.Of(rows, func(i int) string { return wholeRow(&register.Recommendations[i]) }, before)
}

// snapshot is one month of a register, keyed, dated and classified.
type snapshot struct {
	*keys.Month
	register  *Register
	positions []Position
	published *Published // what was published of the month; nil when that is not at hand
	// lost are the recommendations that an earlier month had and this one has not, as they stood when last seen: one that
	// comes back keeps its dates.
	lost map[string][]Position // several that nothing tells apart are in the order in which they were lost
}

// assess works out where every row stands in one month, given the month before (nil for the first).
func assess(register *Register, before *snapshot, rules *Rules) *snapshot {
	var keysBefore *keys.Month
	if before != nil {
		keysBefore = before.Month
	}
	s := &snapshot{Month: identify(register, keysBefore), register: register}
	s.carryLost(before)
	count := newCounter(rules)
	s.positions = make([]Position, len(register.Recommendations))
	for i := range register.Recommendations {
		p, rec := &s.positions[i], &register.Recommendations[i]
		if was := s.positionBefore(before, i); was != nil {
			rec = rec.inOrderOf(was.Recommendation)
		}
		*p = Position{Recommendation: rec, Key: s.Keys[i], RatedBy: -1, counter: count,
			asAt: register.AsAt, dueSoonDays: rules.DueSoonDays}
		p.classify()
		earlier := s.positionBefore(before, i)
		if earlier == nil {
			earlier = s.returned(p)
		}
		p.follow(earlier)
		p.settle(earlier, register, rules)
		p.GroupThemes = groupThemes(p.Recommendation, rules)
		p.measure()
	}
	return s
}

func (s *snapshot) positionBefore(before *snapshot, i int) *Position {
	if before == nil || s.Last[i] < 0 {
		return nil
	}
	return &before.positions[s.Last[i]]
}

// carryLost takes over the recommendations that are gone since an earlier month, and adds those that are gone since the last.
func (s *snapshot) carryLost(before *snapshot) {
	if before == nil {
		return
	}
	s.lost = make(map[string][]Position, len(before.lost))
	for mark, lost := range before.lost {
		s.lost[mark] = slices.Clip(lost) // the month before keeps its own
	}
	found := make([]bool, len(before.positions))
	for _, last := range s.Last {
		if last >= 0 {
			found[last] = true
		}
	}
	for i, p := range before.positions {
		if !found[i] {
			mark := lostMark(&p)
			p.LastSeen = before.register.Month
			p.Recommendation, p.Actions = nil, nil // the dates are what is carried: the texts of months long gone would fill the memory
			s.lost[mark] = append(s.lost[mark], p)
		}
	}
}

// returned finds a new row among those that an earlier month lost: same source, ref and text.
func (s *snapshot) returned(p *Position) *Position {
	if len(s.lost) == 0 {
		return nil
	}
	mark := lostMark(p)
	if len(s.lost[mark]) == 0 {
		return nil
	}
	was := s.lost[mark][0]
	s.lost[mark] = s.lost[mark][1:]
	p.LastSeen = was.LastSeen
	return &was
}

func lostMark(p *Position) string {
	id := identityOf(p.Recommendation)
	return id.Source + "\x00" + id.Ref + "\x00" + Wording(p.Recommendation)
}

// TrendPoint is one month of the trend.
type TrendPoint struct {
	Month       Month
	AsAt        Date
	InScope     int
	Complete    int
	Outstanding int
	Overdue     int
}

func trendPoint(s *snapshot) TrendPoint {
	point := TrendPoint{Month: s.register.Month, AsAt: s.register.AsAt}
	for i := range s.positions {
		p := &s.positions[i]
		point.InScope += one(p.inScope())
		point.Complete += one(p.Standing == StandComplete)
		point.Outstanding += one(p.outstanding())
		point.Overdue += one(p.overdue())
	}
	return point
}
