package sheets

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"boardpack/report"
	"boardpack/templates"
)

// Set gives a setting with one value another: "due_soon_days", "overdue_by", "accent", or "organisation" in a language. It gives what is
// wrong with the text, and what to do; "" where it was taken.
func (s *Settings) Set(name, lang, text string, t *templates.Template) (fault string) {
	switch name {
	case "organisation":
		s.Rules.DefaultOrg = maps.Clone(s.Rules.DefaultOrg)
		if s.Rules.DefaultOrg == nil {
			s.Rules.DefaultOrg = report.Text{}
		}
		s.Rules.DefaultOrg[lang] = text
	case "due_soon_days":
		const most = 3650
		days, err := strconv.ParseFloat(text, 64)
		if err != nil || days != float64(int(days)) || days < 0 || days > most {
			return "\"" + text + "\" is not a whole number from 0 to 3650: enter only the number of days"
		}
		s.Rules.DueSoonDays = int(days)
	case "overdue_by":
		basis, known := basisNamed(text, t)
		if !known {
			return "\"" + text + "\" is not one of the two dates: " + instead(text, bases(t))
		}
		s.Rules.OverdueBy = basis
	case "accent":
		c, fault := templates.ColourFault(text)
		if fault != "" {
			return "the colour " + fault
		}
		s.Accent = c
	}
	return ""
}

// Given is a setting that is given for one run.
type Given struct{ Name, Value string }

// givenNames lists the settings that can be given for a run.
func givenNames() []string { return []string{"due_soon_days", "overdue_by", "accent"} }

// UseGiven sets what is given for a run in the template itself: masters without sheets of settings have it too. The error names what is
// wrong with one of them.
func UseGiven(t *templates.Template, given []Given) error {
	s := &Settings{Rules: t.Rules, Accent: t.Accent}
	for _, g := range given {
		if !slices.Contains(givenNames(), g.Name) {
			return fmt.Errorf("%s: %s", g.Name, instead(g.Name, givenNames()))
		}
		if fault := s.Set(g.Name, "", g.Value, t); fault != "" {
			return fmt.Errorf("%s: %s", g.Name, fault)
		}
	}
	t.Rules, t.Accent = s.Rules, s.Accent
	return nil
}
