package templates

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/expr-lang/expr"
	exprast "github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm"

	"boardpack/report"
	"boardpack/report/fold"
)

// holds decides whether a rule applies, given the figures by name.
type holds func(figure func(report.Figure) int) (bool, error)

// priorityName is the function by which a rule for a recommendation asks for its priority: priority("High").
const priorityName = "priority"

// names lists what a rule may ask for beside priority(…): the figures, and in a rule for a group also the percentage and
// how many of its recommendations have each rating.
func names(forGroup bool) []report.Figure {
	var out []report.Figure
	for _, f := range report.Figures() {
		out = append(out, f.Name)
	}
	if forGroup {
		out = append(append(out, report.PercentComplete), report.RatedFigures()...)
	}
	return out
}

// compileRule makes a rule of an expression over the figures. In a rule for one recommendation each figure is true or
// false, in one for a group it is a number; mixing them up is an error here, not in the middle of a run. Priorities are
// those of the template: no other can be asked for.
func compileRule(when string, forGroup bool, priorities []string) (holds, error) {
	env := map[string]any{}
	for _, name := range names(forGroup) {
		if forGroup {
			env[string(name)] = 0
		} else {
			env[string(name)] = false
		}
	}
	if !forGroup {
		env[priorityName] = func(string) bool { return false }
	}
	used := &namesUsed{figures: map[report.Figure]bool{}, env: env}
	program, err := expr.Compile(when, expr.Env(env), expr.AsBool(), expr.DisableAllBuiltins(), expr.Patch(used))
	if err != nil {
		return nil, err
	}
	if err := used.check(priorities); err != nil {
		return nil, err
	}
	rule := newRule(program, used, forGroup)
	return rule.holds, nil
}

// namesUsed notes which figures and priorities an expression asks for, so that only those figures are looked up for each
// row.
type namesUsed struct {
	figures    map[report.Figure]bool
	env        map[string]any
	priorities []*exprast.StringNode
	unsure     *ruleFault // a priority that is not a text in quotes
}

// Visit is called by the compiler for each part of the expression.
func (u *namesUsed) Visit(node *exprast.Node) {
	switch n := (*node).(type) {
	case *exprast.IdentifierNode:
		if _, known := u.env[n.Value]; known && n.Value != priorityName {
			u.figures[report.Figure(n.Value)] = true
		}
	case *exprast.CallNode:
		if callee, ok := n.Callee.(*exprast.IdentifierNode); !ok || callee.Value != priorityName || len(n.Arguments) != 1 {
			return // the compiler has a word on it
		}
		if word, ok := n.Arguments[0].(*exprast.StringNode); ok {
			u.priorities = append(u.priorities, word)
		} else {
			u.unsure = &ruleFault{"a priority is a word in quotes, as in priority(\"High\")", n.Location().From}
		}
	}
}

// check sees to it that each priority asked for is one of the template's.
func (u *namesUsed) check(priorities []string) error {
	if u.unsure != nil {
		return u.unsure
	}
	for _, word := range u.priorities {
		if slices.ContainsFunc(priorities, func(p string) bool { return fold.Word(p) == fold.Word(word.Value) }) {
			continue
		}
		hint := "the list priorities is empty: write the words of the Priority column there"
		if len(priorities) > 0 {
			hint = instead(word.Value, priorities)
		}
		return &ruleFault{fmt.Sprintf("\"%s\" is not one of the priorities: %s", word.Value, hint), word.Location().From}
	}
	return nil
}

// rule is a compiled rule. Its machines are used again and again, by several goroutines at once: a rule is asked for every
// row of a register.
type rule struct {
	program    *vm.Program
	figures    []report.Figure
	priorities bool // it asks for a priority
	forGroup   bool
	machines   sync.Pool
}

// machine runs a rule, one run at a time.
type machine struct {
	vm     vm.VM
	env    map[string]any
	figure func(report.Figure) int // of the run
}

func (m *machine) priority(word string) bool { return m.figure(report.PriorityTest(word)) > 0 }

func newRule(program *vm.Program, used *namesUsed, forGroup bool) *rule {
	r := &rule{program: program, forGroup: forGroup, priorities: len(used.priorities) > 0}
	for _, name := range names(forGroup) {
		if used.figures[name] {
			r.figures = append(r.figures, name)
		}
	}
	r.machines.New = func() any {
		m := &machine{env: make(map[string]any, len(r.figures)+1)}
		if r.priorities {
			m.env[priorityName] = m.priority
		}
		return m
	}
	return r
}

func (r *rule) holds(figure func(report.Figure) int) (bool, error) {
	m := r.machines.Get().(*machine)
	m.figure = figure
	defer func() {
		m.figure = nil
		r.machines.Put(m)
	}()
	for _, f := range r.figures {
		if n := figure(f); r.forGroup {
			m.env[string(f)] = n
		} else {
			m.env[string(f)] = n > 0
		}
	}
	out, err := m.vm.Run(r.program, m.env)
	if err != nil {
		return false, err
	}
	yes, ok := out.(bool)
	if !ok {
		return false, errors.New("the rule is neither true nor false")
	}
	return yes, nil
}

// ruleFault is a fault of a rule that is found here and not by the compiler.
type ruleFault struct {
	message string
	column  int // in the text of the rule (0-based, in characters)
}

func (f *ruleFault) Error() string { return f.message }

// ruleMistake puts the error of a rule into words, with its place in the text of the rule (0-based, in characters).
func ruleMistake(err error, forGroup bool) (message string, column int) {
	var own *ruleFault
	if errors.As(err, &own) {
		return own.message, own.column
	}
	message = err.Error()
	var located *file.Error
	if errors.As(err, &located) {
		message, column = located.Message, located.Column
	}
	if name, ok := strings.CutPrefix(message, "unknown name "); ok {
		return fmt.Sprintf("\"%s\" is not a figure: %s", name, instead(name, figureNames(forGroup))), column
	}
	return plainRule(message, forGroup), column
}

func figureNames(forGroup bool) []string {
	var out []string
	for _, name := range names(forGroup) {
		out = append(out, string(name))
	}
	return out
}
