package figures

import (
	"fmt"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof/difference"
)

// round is what the owners were asked and answered.
type round struct {
	ReplyBy    day         `json:"reply_by"`
	Unread     int         `json:"unread_files"`
	All        asked       `json:"all" as:"-"`
	Owners     []asked     `json:"owners" as:"-"`
	Reviews    []asked     `json:"reviews" as:"-"` // of a portfolio
	NotUpdated *notUpdated `json:"not_updated" as:"-"`
	Extensions []extension `json:"extensions" as:"-"`
}

// asked is how far one owner has answered, or all.
type asked struct {
	ID       string                     `json:"id" as:"-"`
	Name     report.Text                `json:"name" as:"-"`
	Asked    int                        `json:"asked"`
	Answered int                        `json:"answered"`
	Partly   int                        `json:"partly_answered"`
	Not      int                        `json:"not_answered"`
	Refs     map[report.Figure][]string `json:"refs" as:"-"`
}

type notUpdated struct {
	Since day      `json:"since"`
	N     int      `json:"n"`
	Refs  []string `json:"refs"`
}

type extension struct {
	Ref     string                `json:"ref" as:"key"`
	Owner   string                `json:"owner"`
	OwnerCy string                `json:"owner_cy"`
	Asked   day                   `json:"due_when_asked"`
	Wanted  day                   `json:"new_date"`
	Now     day                   `json:"due"`
	State   report.ExtensionState `json:"state" as:"extension_state"`
}

// counts gives the numbers of a group by their figures.
func (g *asked) counts() map[report.Figure]int {
	return map[report.Figure]int{report.FigAsked: g.Asked, report.FigAnswered: g.Answered, report.FigPartlyAnswered: g.Partly, report.FigNotAnswered: g.Not}
}

// groups are those of a kind.
func (r *round) groups(kind report.GroupKind) []asked {
	switch kind {
	case report.OfAll:
		return []asked{r.All}
	case report.OfOwners:
		return r.Owners
	case report.OfReviews:
		return r.Reviews
	}
	return nil
}

// inRound gives a value of the round: of a group, or of all of it.
func (f *File) inRound(ref content.Ref) Value {
	r := f.Round
	switch {
	case r == nil:
		return Value{Kind: Absent}
	case ref.Place == content.PlaceExtension:
		return f.field(nth(r.Extensions, ref), ref.Name)
	case ref.Of != "":
		return r.group(ref)
	case ref.Name == content.RoundAsking:
		return keysOf(r.asking(func(*extension) bool { return true }))
	case ref.Name == content.RoundToDecide:
		return keysOf(r.asking(func(e *extension) bool {
			return e.State == report.ExtensionWaits || e.State == report.ExtensionNotEntered
		}))
	case r.NotUpdated != nil && ref.Name == string(report.FigNotUpdated):
		return keysOf(r.NotUpdated.Refs)
	case r.NotUpdated != nil && ref.Name == "since":
		return dayOf(r.NotUpdated.Since)
	}
	return f.field(r, ref.Name)
}

// group gives what a name is of in one group: its name, a number or, with the ending for it, the recommendations behind the number.
func (r *round) group(ref content.Ref) Value {
	groups := r.groups(report.GroupKind(ref.Of))
	i := slices.IndexFunc(groups, func(g asked) bool { return ref.Of == string(report.OfAll) || g.ID == ref.ID })
	if i < 0 {
		return Value{Kind: Absent}
	}
	g := &groups[i]
	if ref.Name == content.RoundName && ref.Of == string(report.OfAll) {
		return Value{Kind: Names, List: []string{ref.ID}}
	}
	if ref.Name == content.RoundName {
		return Value{Kind: Text, Text: g.Name["en"], In: g.Name}
	}
	name := report.Figure(strings.TrimSuffix(ref.Name, content.RefsOf))
	if n, ok := g.counts()[name]; ok {
		return Value{Kind: Keys, N: n, List: g.Refs[name]}
	}
	return Value{}
}

// asking are the recommendations of some extensions, each once.
func (r *round) asking(is func(*extension) bool) []string {
	var out []string
	for i := range r.Extensions {
		if e := &r.Extensions[i]; is(e) && !slices.Contains(out, e.Ref) {
			out = append(out, e.Ref)
		}
	}
	return out
}

// roundThings are the addresses of the groups of a kind, and of the whole.
func (r *round) roundThings(of string) []content.Ref {
	var out []content.Ref
	if of != string(report.OfAll) { // the table begins with the whole where no group was asked
		for _, g := range r.groups(report.GroupKind(of)) {
			out = append(out, content.Ref{Place: content.PlaceRound, Of: of, ID: g.ID})
		}
	}
	return append(out, content.Ref{Place: content.PlaceRound, Of: string(report.OfAll), ID: string(report.OfAll)})
}

// checkRound holds the round to itself: each recommendation that was asked about has one answer, in every group, and the groups are the whole.
func (f *File) checkRound(d *difference.List) {
	if f.Round == nil {
		for i := range f.Recommendations {
			if r := &f.Recommendations[i]; r.Answer != "" {
				d.Add("figures.json, recommendation "+r.Ref, "answer, where nobody was asked", "", string(r.Answer))
			}
		}
		return
	}
	r := f.Round
	for _, kind := range []report.GroupKind{report.OfAll, report.OfOwners, report.OfReviews} {
		for _, g := range r.groups(kind) {
			f.checkAsked(d, fmt.Sprintf("figures.json, round, %s.%s", kind, g.ID), &g)
		}
	}
	f.checkAnswers(d)
	if len(f.Reviews) > 0 {
		for _, figure := range report.AskedFigures() {
			sum := 0
			for i := range r.Reviews {
				sum += r.Reviews[i].counts()[figure]
			}
			d.Number("figures.json, round, reviews", string(figure), r.All.counts()[figure], sum)
		}
	}
	if u := r.NotUpdated; u != nil {
		d.Number("figures.json, round, not_updated", "n", len(u.Refs), u.N)
		for _, key := range u.Refs {
			if !f.has(report.Open, key) {
				d.Add("figures.json, round, not_updated", "an open recommendation", "", key)
			}
		}
	}
	for i := range r.Extensions {
		e := &r.Extensions[i]
		if f.ByKey[e.Ref] == nil || e.Asked >= e.Wanted || (e.State == report.ExtensionEntered) != (e.Now == e.Wanted) {
			d.Add(fmt.Sprintf("figures.json, round, extensions, %d", i+1), "an extension", string("after "+e.Asked), string(e.Wanted)+" ("+string(e.State)+")")
		}
	}
}

// checkAsked compares the numbers of a group with its refs and with each other.
func (f *File) checkAsked(d *difference.List, place string, g *asked) {
	seen := map[string]int{}
	for _, figure := range report.AskedFigures() {
		d.Number(place, string(figure), len(g.Refs[figure]), g.counts()[figure])
		for _, key := range g.Refs[figure] {
			if f.ByKey[key] == nil {
				d.Add(place, "a recommendation behind "+string(figure), "", key)
			}
			if figure != report.FigAsked {
				seen[key]++
			}
		}
	}
	d.Number(place, "asked", g.Answered+g.Partly+g.Not, g.Asked)
	for _, key := range g.Refs[report.FigAsked] {
		d.Number(place, "the answers about "+key, 1, seen[key])
	}
}

// checkAnswers compares each recommendation's answer with the lists that it is in, and the whole with the owners.
func (f *File) checkAnswers(d *difference.List) {
	all, byOwners, heard := answersOf(&f.Round.All), map[string]bool{}, map[string]bool{}
	for i := range f.Round.Owners {
		for key, a := range answersOf(&f.Round.Owners[i]) {
			byOwners[key] = true
			heard[key] = heard[key] || a != report.NotAnswered
		}
	}
	for i := range f.Recommendations {
		r := &f.Recommendations[i]
		if all[r.Ref] != r.Answer {
			d.Add("figures.json, recommendation "+r.Ref, "answer", string(all[r.Ref]), string(r.Answer))
		}
		if byOwners[r.Ref] != (r.Answer != "") || heard[r.Ref] != (r.Answer == report.Answered || r.Answer == report.PartlyAnswered) {
			d.Add("figures.json, recommendation "+r.Ref, "answer of its owners", fmt.Sprint(byOwners[r.Ref], heard[r.Ref]), string(r.Answer))
		}
	}
}

// answersOf gives the answer of each recommendation by the lists of a group.
func answersOf(g *asked) map[string]report.Answer {
	out := map[string]report.Answer{}
	for figure, answer := range map[report.Figure]report.Answer{report.FigAnswered: report.Answered, report.FigPartlyAnswered: report.PartlyAnswered, report.FigNotAnswered: report.NotAnswered} {
		for _, key := range g.Refs[figure] {
			out[key] = answer
		}
	}
	return out
}
