package report

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"boardpack/report/fold"
	"boardpack/report/keys"
)

// SameRef says what rows of one source with the same ref and the same text are.
type SameRef string

// SameRefActions, which the empty setting means too, makes them one recommendation with an action in each row; with
// SameRefSeparate each is a recommendation of its own.
const (
	SameRefActions  SameRef = "actions"
	SameRefSeparate SameRef = "separate"
)

// Lines gives the rows of the master that the recommendation was read from: its actions, or itself where it is one row.
func (r *Recommendation) Lines() iter.Seq[*Recommendation] {
	return func(yield func(*Recommendation) bool) {
		if len(r.Actions) == 0 {
			yield(r)
			return
		}
		for i := range r.Actions {
			if !yield(&r.Actions[i]) {
				return
			}
		}
	}
}

// AddAction makes a row an action of the recommendation. The first one makes an action of what it was too.
func (r *Recommendation) AddAction(row Recommendation) {
	if len(r.Actions) == 0 {
		first := *r
		r.Actions = append(r.Actions, first)
	}
	r.Actions = append(r.Actions, row)
}

// JoinActions makes one recommendation of the rows that are of one: those to which actions were added and, unless the rules count
// them apart, those of one source with the same ref and the same text. It stands where its first row does. Rows without a ref or
// without a text are never the same. The list that is given is used up.
func JoinActions(rows []Recommendation, how SameRef) []Recommendation {
	out := rows
	if how != SameRefSeparate {
		out = joinSame(rows)
	}
	for i := range out {
		if len(out[i].Actions) > 0 {
			out[i].sumUp()
		}
	}
	return out
}

// joinSame makes actions of the rows that have the same source, ref and text as a row above.
func joinSame(rows []Recommendation) []Recommendation {
	refs := make([]keys.Identity, len(rows))
	times := make(map[keys.Identity]int, len(rows))
	for i := range rows {
		refs[i] = identityOf(&rows[i])
		times[refs[i]]++
	}
	type recommendation struct {
		keys.Identity
		text string
	}
	first := map[recommendation]int{}
	out := rows[:0]
	for i := range rows {
		if refs[i].Ref == "" || times[refs[i]] == 1 { // most refs are used once: their texts need no look
			out = append(out, rows[i])
			continue
		}
		of := recommendation{refs[i], Wording(&rows[i])}
		at, seen := first[of]
		if !seen || of.text == "" {
			first[of] = len(out)
			out = append(out, rows[i])
			continue
		}
		for line := range rows[i].Lines() {
			out[at].AddAction(*line)
		}
	}
	return out
}

// sumUp says of a recommendation what its actions come to. What is said of the whole (theme, scope, priority) is what the first
// row says that says it; the texts of all rows stay. Its dates are settled with those of its actions: see settleActions.
func (r *Recommendation) sumUp() {
	rows := r.Actions
	r.State, r.SignOff = JointState(statesOf(rows)), jointSignOff(rows)
	r.Owner = joinNames(rows, func(row *Recommendation) string { return row.Owner })
	r.Status = joinStatuses(rows)
	r.Reason = joinDistinct(rows, "\n", func(row *Recommendation) string { return row.Reason })
	r.Evidence = joinDistinct(rows, "\n", func(row *Recommendation) string { return row.Evidence })
	r.Welsh = joinWelsh(rows)
	r.Response = joinTexts(rows, func(row *Recommendation) Text { return row.Response })
	r.Progress = joinTexts(rows, func(row *Recommendation) Text { return row.Progress })
	r.Extra = joinExtras(rows)
	r.Completed, r.Updated = Date{}, Date{}
	for i := range rows {
		r.Updated = later(r.Updated, rows[i].Updated)
		r.Completed = later(r.Completed, rows[i].Completed)
		r.fillFrom(&rows[i])
	}
	for i := range rows { // below a first row, empty cells mean the same again
		rows[i].fillFrom(r)
	}
	if slices.ContainsFunc(rows, func(row Recommendation) bool { return row.State.isOpen() }) {
		r.Completed = Date{} // what is still open was not completed
	}
}

// inOrderOf gives the recommendation with its actions in the order of the month before, where they are the same rows: what the first
// one says of the whole does not change because somebody sorted the master.
func (r *Recommendation) inOrderOf(was *Recommendation) *Recommendation {
	if len(r.Actions) == 0 || len(r.Actions) != len(was.Actions) {
		return r
	}
	left := map[string][]int{}
	for i := range r.Actions {
		row := wholeRow(&r.Actions[i])
		left[row] = append(left[row], i)
	}
	order := make([]Recommendation, len(r.Actions))
	for i := range was.Actions {
		row := wholeRow(&was.Actions[i])
		if len(left[row]) == 0 {
			return r
		}
		order[i] = r.Actions[left[row][0]]
		left[row] = left[row][1:]
	}
	sorted := order[0]
	sorted.Actions = order
	sorted.sumUp()
	return &sorted
}

// fillFrom takes what a row says of the recommendation as a whole, where it is not said yet.
func (r *Recommendation) fillFrom(row *Recommendation) {
	r.Ref, r.Source, r.Heading = cmp.Or(r.Ref, row.Ref), cmp.Or(r.Source, row.Source), cmp.Or(r.Heading, row.Heading)
	r.Priority = cmp.Or(r.Priority, row.Priority)
	if len(r.Themes) == 0 && r.ThemeAsTyped == "" {
		r.ThemeAsTyped, r.Themes = row.ThemeAsTyped, row.Themes
	}
	if r.Text.IsEmpty() {
		r.Text = row.Text
	}
}

// isOpen tells whether a state leaves something to do.
func (s State) isOpen() bool { return s == NotStarted || s == InProgress || s == Unrecognised }

// JointState is what the states of several actions come to: complete, not started, withdrawn and so on only where all are; not
// recognised where any is; and in progress otherwise.
func JointState(states []State) State {
	joint := states[0]
	for _, s := range states {
		switch {
		case s == Unrecognised:
			return Unrecognised
		case s != joint:
			joint = InProgress
		}
	}
	return joint
}

func statesOf(rows []Recommendation) []State {
	out := make([]State, len(rows))
	for i := range rows {
		out[i] = rows[i].State
	}
	return out
}

// jointSignOff is the position that is furthest from agreed: agreed only where all rows are.
func jointSignOff(rows []Recommendation) SignOff {
	for _, position := range []SignOff{Refused, NotAsked, Asked, Agreed} {
		if slices.ContainsFunc(rows, func(row Recommendation) bool { return row.SignOff == position }) {
			return position
		}
	}
	return rows[0].SignOff
}

// joinNames names each owner once, by name, so that the order of the rows makes no other group: "A; B".
func joinNames(rows []Recommendation, get func(*Recommendation) string) string {
	var names []string
	for i := range rows {
		for name := range strings.SplitSeq(get(&rows[i]), ";") {
			name = strings.TrimSpace(name)
			if name != "" && !slices.ContainsFunc(names, func(other string) bool { return fold.Text(other) == fold.Text(name) }) {
				names = append(names, name)
			}
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return strings.Compare(fold.Text(a), fold.Text(b)) })
	return strings.Join(names, "; ")
}

// joinWelsh puts the Welsh of what the rows say for themselves together, as their own is put together. What not every row that says
// something has in Welsh has none: half a text would pass for all of it.
func joinWelsh(rows []Recommendation) map[Field]string {
	var out map[Field]string
	for _, field := range []struct {
		of   Field
		own  func(*Recommendation) string
		join func(get func(*Recommendation) string) string
	}{
		{FieldOwner, func(r *Recommendation) string { return r.Owner }, func(get func(*Recommendation) string) string { return joinNames(rows, get) }},
		{FieldReason, func(r *Recommendation) string { return r.Reason }, func(get func(*Recommendation) string) string { return joinDistinct(rows, "\n", get) }},
		{FieldEvidence, func(r *Recommendation) string { return r.Evidence }, func(get func(*Recommendation) string) string { return joinDistinct(rows, "\n", get) }},
	} {
		lacks := func(row Recommendation) bool { return field.own(&row) != "" && row.Welsh[field.of] == "" }
		if slices.ContainsFunc(rows, lacks) {
			continue
		}
		if text := field.join(func(row *Recommendation) string { return row.Welsh[field.of] }); text != "" {
			if out == nil {
				out = map[Field]string{}
			}
			out[field.of] = text
		}
	}
	return out
}

// joinStatuses names each status once, in the order of their states. One that is missing is a question mark, so that the same words
// always come to the same state, in the workbook and where it is read again.
func joinStatuses(rows []Recommendation) string {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Recommendation) int {
		return slices.Index(States(), a.State) - slices.Index(States(), b.State)
	})
	status := joinDistinct(sorted, "; ", func(row *Recommendation) string { return row.Status })
	if status != "" && slices.ContainsFunc(rows, func(row Recommendation) bool { return row.Status == "" && row.State == Unrecognised }) {
		status += "; ?"
	}
	return status
}

// joinExtras puts together what the rows have in each of the master's own columns.
func joinExtras(rows []Recommendation) []string {
	var out []string
	for i := range rows {
		for n := len(out); n < len(rows[i].Extra); n++ {
			out = append(out, joinDistinct(rows, "\n", func(row *Recommendation) string {
				if n < len(row.Extra) {
					return row.Extra[n]
				}
				return ""
			}))
		}
	}
	return out
}

// joinDistinct puts together what the rows say, each text once.
func joinDistinct(rows []Recommendation, between string, get func(*Recommendation) string) string {
	var texts []string
	for i := range rows {
		text := get(&rows[i])
		if text != "" && !slices.ContainsFunc(texts, func(other string) bool { return fold.Text(other) == fold.Text(text) }) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, between)
}

// joinTexts does so in each language.
func joinTexts(rows []Recommendation, get func(*Recommendation) Text) Text {
	var out Text
	for i := range rows {
		for lang := range get(&rows[i]) {
			if out[lang] == "" {
				if out == nil {
					out = Text{}
				}
				out[lang] = joinDistinct(rows, "\n", func(row *Recommendation) string { return get(row)[lang] })
			}
		}
	}
	return out
}

func later(a, b Date) Date {
	if a.Before(b) || a.IsZero() {
		return b
	}
	return a
}
