package report

import (
	"slices"

	"boardpack/report/excerpt"
	"boardpack/report/fold"
)

// What is said of a recommendation as a whole is what its first row says. The checks below tell of an action that says another
// thing.

func checkActionTheme(c *checking, p *Position) {
	for action := range p.Rows() {
		if themes := action.Themes; len(themes) > 0 && !slices.Equal(themes, p.Themes) {
			c.add(action, FieldTheme, "Theme", excerpt.Short(action.ThemeAsTyped, 60))
		}
	}
}

func checkActionScope(c *checking, p *Position) {
	i := 0
	for row := range p.Lines() { // as read: the actions of a position have its scope
		if row.Scope != p.Scope {
			c.add(&p.Actions[i], FieldScope, "Scope", string(row.Scope))
		}
		i++
	}
}

func checkActionPriority(c *checking, p *Position) {
	for action := range p.Rows() {
		if action.Priority != "" && fold.Text(action.Priority) != fold.Text(p.Priority) {
			c.add(action, FieldPriority, "Priority", excerpt.Short(action.Priority, 60))
		}
	}
}
