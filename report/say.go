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

// Issuer is the body that made the recommendations, in words that fit a sentence even when the master does not name it.
func (p *Pack) Issuer(w Words) string {
	if text, _ := p.Register.About.Issuer.In(w.Lang()); text != "" {
		return text
	}
	return w.Say("glance.issuer")
}

// Marking is the security marking for every page: the master's, else the template's.
func (p *Pack) Marking() string {
	if m := p.Register.About.Marking; m != "" {
		return m
	}
	return p.Rules.Marking
}

// Stamp is the line that every page and sheet carries: the day the figures speak of, the version, and whether the data is
// illustrative or the paper a draft.
func (p *Pack) Stamp(w Words) string {
	about := &p.Register.About
	parts := []string{w.Say("page.as_at", "Date", w.Date(p.AsAt))}
	if about.Version != "" {
		parts = append(parts, w.Say("page.version", "Version", about.Version))
	}
	if p.Draft() {
		parts = append(parts, w.Say("page.draft"))
	}
	if about.Illustrative {
		parts = append(parts, w.Say("page.illustrative"))
	}
	return strings.Join(parts, " · ")
}

// RunningHead is the other line of every page: whose paper it is, for which board and meeting.
func (p *Pack) RunningHead(w Words) string {
	var parts []string
	if org := p.Organisation(w); org != "" {
		parts = append(parts, org)
	}
	board, _ := p.Register.About.Board.In(w.Lang())
	switch meeting := p.Register.About.MeetingDate; {
	case board != "" && !meeting.IsZero():
		parts = append(parts, w.Say("page.board_meeting", "Board", board, "Date", w.Date(meeting)))
	case board != "":
		parts = append(parts, board)
	}
	if title, _ := p.Title(w); len(parts) < 2 {
		parts = append(parts, title)
	}
	return strings.Join(parts, " · ")
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

func (p *Pack) themeNames(w Words, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = p.ThemeName(w, id)
	}
	return strings.Join(names, "; ")
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

// ValueWords is what a field held, in the pack's language; "none" when it was empty.
func (p *Pack) ValueWords(w Words, v Value) string {
	switch {
	case v.Standing != "":
		return StandingWord(w, v.Standing)
	case v.SignOff != "":
		return SignOffWord(w, v.SignOff)
	case !v.Date.IsZero():
		return w.ShortDate(v.Date)
	case len(v.Themes) > 0:
		return p.themeNames(w, v.Themes)
	case v.Text != "":
		return v.Text
	}
	return w.Say("value.none")
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

// joinKeys makes "2, 13 and 4 more" of links, naming at most limit.
func joinKeys(w Words, keys []string, limit int) string {
	items := make([]string, 0, limit+1)
	for _, key := range keys[:min(limit, len(keys))] {
		items = append(items, "[["+key+"]]")
	}
	if more := len(keys) - limit; more > 0 {
		items = append(items, w.Count("list.more", more))
	}
	return joinPlain(w, items)
}
