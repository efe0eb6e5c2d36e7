package templates

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/expr-lang/expr"
	exprast "github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm"

	"boardpack/report"
)

// holds decides whether a rule applies, given the figures by name.
type holds func(figure func(report.Figure) int) (bool, error)

// compileRule makes a rule of an expression over the figures. In a rule for one recommendation each figure is true or
// false, in one for a group it is a number; mixing them up is an error here, not in the middle of a run.
func compileRule(when string, forGroup bool) (holds, error) {
	env := map[string]any{}
	for _, f := range report.Figures() {
		if forGroup {
			env[string(f.Name)] = 0
		} else {
			env[string(f.Name)] = false
		}
	}
	used := &namesUsed{figures: map[report.Figure]bool{}, env: env}
	program, err := expr.Compile(when, expr.Env(env), expr.AsBool(), expr.DisableAllBuiltins(), expr.Patch(used))
	if err != nil {
		return nil, err
	}
	rule := newRule(program, used, forGroup)
	return rule.holds, nil
}

// namesUsed notes which figures an expression asks for, so that only those are looked up for each row.
type namesUsed struct {
	figures map[report.Figure]bool
	env     map[string]any
}

// Visit is called by the compiler for each part of the expression.
func (u *namesUsed) Visit(node *exprast.Node) {
	if id, ok := (*node).(*exprast.IdentifierNode); ok {
		if _, known := u.env[id.Value]; known {
			u.figures[report.Figure(id.Value)] = true
		}
	}
}

// rule is a compiled rule. Its machines are used again and again, by several goroutines at once: a rule is asked for every
// row of a register.
type rule struct {
	program  *vm.Program
	figures  []report.Figure
	forGroup bool
	machines sync.Pool
}

// machine runs a rule, one run at a time.
type machine struct {
	vm  vm.VM
	env map[string]any
}

func newRule(program *vm.Program, used *namesUsed, forGroup bool) *rule {
	r := &rule{program: program, forGroup: forGroup}
	for _, f := range report.Figures() {
		if used.figures[f.Name] {
			r.figures = append(r.figures, f.Name)
		}
	}
	r.machines.New = func() any { return &machine{env: make(map[string]any, len(r.figures))} }
	return r
}

func (r *rule) holds(figure func(report.Figure) int) (bool, error) {
	m := r.machines.Get().(*machine)
	defer r.machines.Put(m)
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
		return false, fmt.Errorf("the rule gives %T, neither true nor false", out)
	}
	return yes, nil
}

// ruleMistake puts the compiler's error into words, with its place in the text of the rule (0-based, in characters).
func ruleMistake(err error, forGroup bool) (message string, column int) {
	message = err.Error()
	var located *file.Error
	if errors.As(err, &located) {
		message, column = located.Message, located.Column
	}
	if name, ok := strings.CutPrefix(message, "unknown name "); ok {
		return fmt.Sprintf("%q is not a figure: %s", name, instead(name, figureNames())), column
	}
	if strings.Contains(message, "mismatched types") || strings.Contains(message, "expected bool") || strings.Contains(message, "invalid operation") {
		if forGroup {
			return message + " (each figure is a number here: write overdue > 0, not overdue)", column
		}
		return message + " (each figure is true or false here: write overdue, not overdue > 0)", column
	}
	return message, column
}

func figureNames() []string {
	var out []string
	for _, f := range report.Figures() {
		out = append(out, string(f.Name))
	}
	return out
}
