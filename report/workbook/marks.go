package workbook

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/figurerule"
	"boardpack/report/named"
)

// standing is the rule of package report, as a formula: the figures that are standings, in their order, each with the conditions that
// look at cells. What none of them takes is the last.
func (r *register) standing() string {
	var cases []standingCase
	for _, rule := range r.pack.Figures() {
		standing := report.Standing(rule.Name)
		if !slices.Contains(report.Standings(), standing) {
			continue
		}
		c := standingCase{then: quote(named.Standing(r.words, standing))}
		for _, condition := range rule.Conditions {
			if test := r.cellTest(condition); test != "" {
				c.tests = append(c.tests, test)
			}
		}
		cases = append(cases, c)
	}
	return decided(cases)
}

// standingCase is a standing, and what must hold for it.
type standingCase struct {
	tests []string
	then  string
}

// decided gives the first case whose tests hold, and the last where none does. Cases that begin with the same test share it.
func decided(cases []standingCase) string {
	first := cases[0]
	if len(first.tests) == 0 || len(cases) == 1 {
		return first.then
	}
	var inner []standingCase
	for _, c := range cases {
		if len(c.tests) == 0 || c.tests[0] != first.tests[0] {
			break
		}
		inner = append(inner, standingCase{c.tests[1:], c.then})
	}
	if len(inner) == len(cases) {
		return decided(inner)
	}
	return "IF(" + first.tests[0] + "," + decided(inner) + "," + decided(cases[len(inner):]) + ")"
}

// marked tells whether the row's Yes/No column of the figure says Yes.
func (r *register) marked(f report.Figure) string {
	return r.page.this(string(f)) + "=" + quote(r.words.Say("value.yes"))
}

// mark is the formula of a figure's Yes/No column: its plan over the cells of the row. None where the cells do not tell what it asks.
func (r *register) mark(plan *report.Plan) string {
	if !r.told(plan.Figure) {
		return ""
	}
	return "IF(" + r.holds(plan) + "," + quote(r.words.Say("value.yes")) + "," + quote(r.words.Say("value.no")) + ")"
}

// holds is what must hold for the plan to count the row. A cell that is compared with a day must hold a number first.
func (r *register) holds(plan *report.Plan) string {
	var tests []string
	if len(plan.Standings) < len(report.Standings()) {
		var stands []string
		for _, word := range r.standingWords(plan.Standings...) {
			stands = append(stands, r.page.this("standing")+"="+quote(word))
		}
		tests = append(tests, among("OR", stands))
	}
	dated := map[report.Subject]bool{}
	for _, ask := range plan.Asks {
		if onDay(ask.Condition) && !ask.Not && !dated[ask.About] {
			dated[ask.About] = true
			tests = append(tests, r.isDay(ask.About))
		}
	}
	for _, ask := range plan.Asks {
		tests = append(tests, r.asks(ask.Condition, dated[ask.About]))
	}
	return among("AND", tests)
}

// asks is one ask of a plan. That the cell holds a day may be known.
func (r *register) asks(c report.Condition, dated bool) string {
	switch {
	case len(c.Of) > 0:
		var any []string
		for _, f := range c.Of {
			if plan := r.pack.Plan(f); plan.Marked {
				any = append(any, r.marked(f))
			} else {
				any = append(any, r.holds(plan))
			}
		}
		return not(c.Not, among("OR", any))
	case onDay(c) && c.Not && !dated:
		c.Not = false
		return not(true, among("AND", []string{r.isDay(c.About), r.cellTest(c)}))
	}
	return r.cellTest(c)
}

// cellTest is a condition over the cell that shows its subject; "" for one that looks at figures, and where nothing is to be asked.
func (r *register) cellTest(c report.Condition) string {
	cell := r.page.this(c.About.Column(r.pack.Rules))
	equal := "="
	if c.Not {
		equal = "<>"
	}
	switch {
	case len(c.Of) > 0:
		return ""
	case c.About == report.AboutSignOff && c.Value == string(report.Agreed):
		return not(c.Not, r.agreed(c))
	case c.Test == report.TestIs:
		return cell + equal + quote(figurerule.ValueWord(r.words, &c))
	case c.Test == report.TestBlank:
		return cell + equal + `""`
	case c.Test == report.TestAbove:
		return not(c.Not, "N("+cell+")>0")
	}
	return cell + comparison(c) + r.dayOf(c)
}

// comparison compares a cell with the day of a condition.
func comparison(c report.Condition) string {
	switch before := c.Test == report.TestBefore; {
	case before && c.Not:
		return ">="
	case before:
		return "<"
	case c.Not:
		return ">"
	}
	return "<="
}

// dayOf is the day that the condition compares with.
func (r *register) dayOf(c report.Condition) string {
	days := c.Days
	if c.Soon {
		days += r.pack.Rules.DueSoonDays
	}
	switch {
	case c.Soon || days > 0:
		return asAtName + "+" + strconv.Itoa(days)
	case days < 0:
		return asAtName + strconv.Itoa(days)
	}
	return asAtName
}

func (r *register) isDay(about report.Subject) string {
	return "N(" + r.page.this(about.Column(r.pack.Rules)) + ")>0"
}

// onDay tells whether the condition compares with a day.
func onDay(c report.Condition) bool { return c.Test == report.TestBefore || c.Test == report.TestUpTo }

// agreed asks for the issuer's agreement where the row's master records it; "" where no master does.
func (r *register) agreed(c report.Condition) string {
	some, all := r.pack.SignOffRecorded()
	signOff := r.this(report.FieldSignOff) + "="
	agreed := signOff + quote(figurerule.ValueWord(r.words, &c))
	switch {
	case !some:
		return ""
	case all:
		return agreed
	}
	return "OR(" + agreed + "," + signOff + quote(r.words.Say("sign_off.none")) + ")"
}

// among joins tests by AND or OR.
func among(function string, tests []string) string {
	switch len(tests) {
	case 0:
		return "TRUE"
	case 1:
		return tests[0]
	}
	return function + "(" + strings.Join(tests, ",") + ")"
}

func not(not bool, test string) string {
	if not && test != "" {
		return "NOT(" + test + ")"
	}
	return test
}
