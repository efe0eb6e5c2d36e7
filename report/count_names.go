package report

import (
	"boardpack/report/fold"
)

// welshNames are the Welsh forms of what NameFields name, by the name without case and spacing. A name has one: filters, formulas and
// groups of a Welsh workbook go by it, so no two names of a field may have the same.
type welshNames map[Field]map[string]welshName

// welshName is a Welsh form, and where it comes from.
type welshName struct {
	text  string
	first *Recommendation
}

// of gives the Welsh form of a name; "" where there is none.
func (n welshNames) of(f Field, name string) string {
	if len(n[f]) == 0 {
		return ""
	}
	return n[f][fold.Text(name)].text
}

// said gives a name in the languages that it has; nil for none.
func (n welshNames) said(f Field, name string) Text {
	if name == "" {
		return nil
	}
	t := Text{"en": name}
	if cy := n.of(f, name); cy != "" {
		t["cy"] = cy
	}
	return t
}

// namesIn takes the first Welsh form of each name, in the master's order, that is not what another name is called.
func namesIn(positions []Position) welshNames {
	out := welshNames{}
	for _, f := range NameFields() {
		called := map[string]string{} // the names that have a form, by the form
		eachLine(positions, func(r *Recommendation) {
			if id := fold.Text(r.Name(f)); id != "" {
				called[id] = id
			}
		})
		out[f] = map[string]welshName{}
		eachLine(positions, func(r *Recommendation) {
			id, form := fold.Text(r.Name(f)), fold.Text(r.Welsh[f])
			if _, has := out[f][id]; id == "" || form == "" || has || called[form] != "" && called[form] != id {
				return
			}
			called[form], out[f][id] = id, welshName{r.Welsh[f], r}
		})
	}
	return out
}

// eachLine goes through the recommendations and, of those that have several, their actions.
func eachLine(positions []Position, do func(*Recommendation)) {
	for i := range positions {
		r := positions[i].Recommendation
		do(r)
		for a := range r.Actions {
			do(&r.Actions[a])
		}
	}
}

// in gives what a recommendation says in a field in a language, or else in the one that there is, and the language that it is in.
func (n welshNames) in(lang string, r *Recommendation, f Field) (text, inLang string) {
	switch f {
	case FieldRecommendation:
		return r.Text.In(lang)
	case FieldResponse:
		return r.Response.In(lang)
	case FieldProgress:
		return r.Progress.In(lang)
	case FieldReason:
		return r.prose(lang, f, r.Reason)
	case FieldEvidence:
		return r.prose(lang, f, r.Evidence)
	}
	name := r.Name(f)
	if lang == "cy" && name != "" {
		if cy := n.of(f, name); cy != "" {
			return cy, lang
		}
	}
	return name, "en"
}

// prose gives a text that may have a Welsh one beside it. One that is the same in both is in Welsh alone.
func (r *Recommendation) prose(lang string, f Field, text string) (in, inLang string) {
	if cy := r.Welsh[f]; cy != "" && (lang == "cy" || cy == text) {
		return cy, "cy"
	}
	return text, "en"
}
