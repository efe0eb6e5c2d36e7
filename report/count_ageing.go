package report

// AgeBand is the recommendations that are overdue by so many days.
type AgeBand struct {
	ID   string // the name in figures.json and in the wording: "1_30"
	From int    // days late, this many included
	To   int    // and up to this many; 0 for no end
	Keys []string
}

// AgeBands lists the bands, the shortest first. They do not overlap and leave no day out, so that they add up to what is
// overdue.
func AgeBands() []AgeBand {
	return []AgeBand{{ID: "1_30", From: 1, To: 30}, {ID: "31_90", From: 31, To: 90}, {ID: "91_180", From: 91, To: 180},
		{ID: "over_180", From: 181}}
}

// holds tells whether so many days late is in the band.
func (b *AgeBand) holds(days int) bool { return days >= b.From && (b.To == 0 || days <= b.To) }

// ageBands puts what is overdue into its bands.
func ageBands(positions []Position) []AgeBand {
	bands := AgeBands()
	for i := range positions {
		p := &positions[i]
		if !p.overdue() {
			continue
		}
		for b := range bands {
			if bands[b].holds(p.DaysLate) {
				bands[b].Keys = append(bands[b].Keys, p.Key)
			}
		}
	}
	return bands
}
