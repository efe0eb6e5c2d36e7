package report

import "strings"

// Title is the register's title in the pack's language or, where there is none, in the language given back.
func (p *Pack) Title(w Words) (text, lang string) {
	if text, lang = p.Register.About.Title.In(w.Lang()); text == "" {
		return p.Register.Name, w.Lang()
	}
	return text, lang
}

// Organisation is whose pack it is, "" when neither the master nor the template says.
func (p *Pack) Organisation(w Words) string {
	if text, _ := p.Register.About.Organisation.In(w.Lang()); text != "" {
		return text
	}
	text, _ := p.Rules.DefaultOrg.In(w.Lang())
	return text
}

// Marking is the security marking for every page: the master's, else the template's.
func (p *Pack) Marking() string {
	if m := p.Register.About.Marking; m != "" {
		return m
	}
	return p.Rules.Marking
}

// GroupName is the name of a group in the pack's language, or else as typed.
func (p *Pack) GroupName(w Words, g *Group) string { return groupName(w, g.ID, g.Name) }

func groupName(w Words, id string, name Text) string {
	if text, _ := name.In(w.Lang()); text != "" {
		return text
	}
	return w.Say("group." + id)
}

// ThemeName is the name of a theme by its id.
func (p *Pack) ThemeName(w Words, id string) string {
	for _, theme := range p.Rules.Themes {
		if theme.ID == id {
			return groupName(w, id, theme.Name)
		}
	}
	return w.Say("group." + ThemeUnmatched)
}

// StandingWord, StateWord, SignOffWord, ScopeWord, RatingWord and ChangeWord name values in the pack's language.
func StandingWord(w Words, s Standing) string { return w.Say("standing." + string(s)) }

// StateWord names a state.
func StateWord(w Words, s State) string { return w.Say("state." + underscored(string(s))) }

// SignOffWord names the issuer's position; "" for none.
func SignOffWord(w Words, s SignOff) string {
	if s == "" {
		return ""
	}
	return w.Say("sign_off." + underscored(string(s)))
}

// ScopeWord names a scope.
func ScopeWord(w Words, s Scope) string { return w.Say("scope." + string(s)) }

// RatingWord names a rating.
func RatingWord(w Words, r Rating) string { return w.Say("rating." + underscored(string(r))) }

// ChangeWord names a kind of change.
func ChangeWord(w Words, k ChangeKind) string { return w.Say("change." + underscored(string(k))) }

// CauseWords says why a recommendation became overdue or is no longer; "" for no cause.
func CauseWords(w Words, c Cause) string {
	if c == "" {
		return ""
	}
	return w.Say("cause." + underscored(string(c)))
}

func underscored(s string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(s)
}

// joinPlain makes "a, b and c" in the pack's language.
func joinPlain(w Words, items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return w.Say("list.and", "Head", strings.Join(items[:last], ", "), "Last", items[last])
}
