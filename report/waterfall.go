package report

// Stage is one bar of a bridge drawn as a waterfall: from what number to what number it goes.
type Stage struct {
	ID       string // "opening", a step's ID, "closing"
	N        int    // what is printed: the number itself of opening and closing, else the change with its sign
	From, To int
}

// Stages gives the bridge from opening to closing, without the steps in which nothing happened.
func (b Bridge) Stages() []Stage {
	stages := []Stage{{ID: "opening", N: b.Opening, To: b.Opening}}
	at := b.Opening
	for _, step := range b.Steps() {
		if step.N == 0 {
			continue
		}
		change := step.Sign * step.N
		stages = append(stages, Stage{ID: step.ID, N: change, From: at, To: at + change})
		at += change
	}
	return append(stages, Stage{ID: "closing", N: b.Closing, To: b.Closing})
}
