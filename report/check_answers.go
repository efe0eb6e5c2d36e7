package report

import (
	"boardpack/report/fold"
	"boardpack/report/keys"
	"boardpack/report/reftext"
)

// linkAnswers finds the answers that only refer to another recommendation ("as for recommendation 8").
func (p *Pack) linkAnswers() {
	byKey, byRef := map[string]string{}, map[keys.Identity]string{}
	for i := range p.Positions {
		position := &p.Positions[i]
		byKey[fold.Text(position.Key)] = position.Key
		if id := identityOf(position.Recommendation); byRef[id] == "" {
			byRef[id] = position.Key
		}
	}
	for i := range p.Positions {
		position := &p.Positions[i]
		if ref := refersTo(position.Response); ref != "" {
			position.SeeAlso = byRef[keys.Identity{Source: fold.Text(position.Source), Ref: ref}]
			if key, ok := byKey[ref]; ok {
				position.SeeAlso = key
			}
		}
	}
}

// refersTo gives the ref that the answer does nothing but refer to, in the first language that does; "" for none.
func refersTo(response Text) string {
	for _, lang := range []string{"en", "cy"} {
		if ref := reftext.ReferredTo(response[lang]); ref != "" {
			return ref
		}
	}
	return ""
}

func checkRefersToMissing(c *checking, p *Position) {
	if ref := refersTo(p.Response); ref != "" && p.SeeAlso == "" {
		c.add(p, FieldResponse, "Other", ref)
	}
}

// checkRefersInCircle follows answers that only refer to another: one that comes back to itself answers nothing.
func checkRefersInCircle(c *checking, p *Position) {
	const longest = 50 // no real chain of references is longer
	at := p
	for steps := 0; at != nil && at.SeeAlso != "" && steps < longest; steps++ {
		if at.SeeAlso == p.Key {
			c.add(p, FieldResponse, "Other", p.SeeAlso)
			return
		}
		at = c.pack.Position(at.SeeAlso)
	}
}
