// Package named gives the names of what a pack speaks of in its language: titles, groups, and the words for states, standings and the like.
package named

import (
	"strings"

	"boardpack/report"
)

// Title is the register's title in the pack's language or, where there is none, in the language given back.
func Title(w report.Words, p *report.Pack) (text, lang string) {
	if text, lang = p.Register.About.Title.In(w.Lang()); text == "" {
		return p.Register.Name, w.Lang()
	}
	return text, lang
}

// Organisation is whose pack it is, and the language that it is given in; "" when neither the master nor the template says.
func Organisation(w report.Words, p *report.Pack) (text, lang string) {
	if text, lang = p.Register.About.Organisation.In(w.Lang()); text != "" {
		return text, lang
	}
	return p.Rules.DefaultOrg.In(w.Lang())
}

// Group is the name of a group in the pack's language, or else as typed.
func Group(w report.Words, g *report.Group) string { return ByID(w, g.ID, g.Name) }

// ByID is the name of a group of the id, or else the name as typed.
func ByID(w report.Words, id string, name report.Text) string {
	if text, _ := name.In(w.Lang()); text != "" {
		return text
	}
	return w.Say("group." + id)
}

// Theme is the name of a theme by its id.
func Theme(w report.Words, rules *report.Rules, id string) string {
	for _, theme := range rules.Themes {
		if theme.ID == id {
			return ByID(w, id, theme.Name)
		}
	}
	return w.Say("group." + report.ThemeUnmatched)
}

// Themes names themes by their ids, in a row.
func Themes(w report.Words, rules *report.Rules, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = Theme(w, rules, id)
	}
	return strings.Join(names, "; ")
}

// Standing names a standing.
func Standing(w report.Words, s report.Standing) string { return w.Say("standing." + string(s)) }

// State names a state.
func State(w report.Words, s report.State) string { return w.Say("state." + Underscored(string(s))) }

// SignOff names the issuer's position; "" for none.
func SignOff(w report.Words, s report.SignOff) string {
	if s == "" {
		return ""
	}
	return w.Say("sign_off." + Underscored(string(s)))
}

// Scope names a scope.
func Scope(w report.Words, s report.Scope) string { return w.Say("scope." + string(s)) }

// Rating names a rating.
func Rating(w report.Words, r report.Rating) string { return w.Say("rating." + Underscored(string(r))) }

// WhyUnrated says of a group that no rule of the template rates why it has the rating, NotKnown or NotRated.
func WhyUnrated(w report.Words, r report.Rating) string {
	return w.Say("rates.group." + Underscored(string(r)))
}

// Change names a kind of change.
func Change(w report.Words, k report.ChangeKind) string {
	return w.Say("change." + Underscored(string(k)))
}

// Restating says why a published figure was restated.
func Restating(w report.Words, c report.Restating) string {
	return w.Say("restating." + Underscored(string(c)))
}

// Cause says why a recommendation became overdue or is no longer; "" for no cause.
func Cause(w report.Words, c report.Cause) string {
	if c == "" {
		return ""
	}
	return w.Say("cause." + Underscored(string(c)))
}

// Underscored is the end of a message's id for a word of the figures file.
func Underscored(s string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(s)
}
