package master

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// cost bounds what a formula can take to work out, from the lengths of what goes in: no result, nor anything in between, is
// longer than text says, which grows with every use of a cell, and the steps grow with what is searched. It follows the
// tokens of the formula.
type cost struct {
	open  []call
	cells int  // in all references
	steps int  // of a few nanoseconds each
	loops bool // a function would count on to a number of any size
}

// call is an open function, or a bracket.
type call struct {
	function string
	args     []argument
}

// argument is what a value can be at most.
type argument struct {
	length int     // bytes
	wild   bool    // it can have an asterisk or a question mark, for which a search tries every length
	number float64 // how far from zero it can be
	joined bool    // an operator stands between its values
}

// Lengths and steps beyond the most that is worked out stay as they are, so that no sum overflows.
const (
	longestNumber = 400 // bytes, written out
	tooMuchText   = 2 * mostText
	tooMuchWork   = 2 * mostWork
	stepsPerCell  = 1000
	mostLoops     = 100_000 // months, or the place of a text among others
)

func newCost() *cost { return &cost{open: []call{{args: make([]argument, 1)}}} }

func (c *cost) begin(function string) {
	c.open = append(c.open, call{function, make([]argument, 1)})
}

func (c *cost) next() {
	last := &c.open[len(c.open)-1]
	last.args = append(last.args, argument{})
}

// end closes the innermost function, whose result goes into that around it.
func (c *cost) end() {
	last := len(c.open) - 1
	if last == 0 {
		return
	}
	inner := c.open[last]
	c.open = c.open[:last]
	c.work(inner)
	c.add(inner.result(c.cells))
}

// value notes a text, or a number of the digits that it is stored with.
func (c *cost) value(text string, k kind) {
	out := argument{length: len(text), wild: strings.ContainsAny(text, "*?")}
	if n, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
		out.number = math.Abs(n)
		if k == isNumber && n != 0 && math.Abs(math.Log10(out.number)) > float64(len(text)) { // 1E300 is written out
			out.length = longestNumber
		}
	}
	c.add(out)
}

// operator notes what stands between two values. Sums and products stay below the product of all that is more than one in
// them; what else an operator makes is of any size.
func (c *cost) operator(sign string) {
	last := c.argument()
	last.joined = true
	last.length = min(last.length+longestNumber, tooMuchText)
	if strings.Contains("/^&", sign) {
		last.number = math.Inf(1)
	}
}

// argument gives the open one.
func (c *cost) argument() *argument {
	args := c.open[len(c.open)-1].args
	return &args[len(args)-1]
}

// add lengthens the open argument.
func (c *cost) add(more argument) {
	last := c.argument()
	last.length = min(last.length+more.length, tooMuchText)
	last.wild = last.wild || more.wild
	if last.joined {
		last.number = (last.number + 1) * (more.number + 1)
	} else { // one value, or the cells of a range
		last.number = max(last.number, more.number)
	}
}

// result bounds what a function gives by what goes in. Those that can make more of it are the cases.
func (f call) result(cells int) argument {
	out := argument{length: longestNumber, number: math.Inf(1)}
	largest := 0.0
	for _, arg := range f.args {
		out.length += arg.length
		out.wild = out.wild || arg.wild
		largest = max(largest, arg.number)
	}
	if f.selects() {
		out.number = largest
	}
	switch {
	case f.function == "SUBSTITUTE" && len(f.args) > 2: // every character, and both ends, can become the new text
		out.length += (f.args[0].length + 1) * (f.args[2].length + 1)
	case f.function == "TEXTJOIN":
		out.length += f.args[0].length * (cells + len(f.args))
	case f.function == "TEXT":
		const longestName = 9 // letters that "mmm" can become
		out.length *= longestName
	}
	out.length = min(out.length, tooMuchText)
	return out
}

// selects tells whether the function, or the bracket, gives one of the values that go in.
func (f call) selects() bool {
	return slices.Contains([]string{"", "IF", "IFS", "IFERROR", "IFNA", "SWITCH", "CHOOSE", "VLOOKUP", "HLOOKUP", "LOOKUP", "INDEX", "MIN", "MAX", "ABS"}, f.function)
}

// work adds the steps of a function: most go through what they are given once; a search goes on from every place in the text,
// and compares what it looks for with every cell, for a pattern by a program made of it.
func (c *cost) work(f call) {
	at := func(i int) argument {
		if i < len(f.args) {
			return f.args[i]
		}
		return argument{}
	}
	length := func(i int) int { return at(i).length }
	all := f.result(c.cells)
	steps, pattern := all.length, 0
	switch f.function {
	case "FIND", "SEARCH":
		steps += length(1) * length(1)
		if f.args[0].wild {
			steps = min(steps, tooMuchWork) * length(0)
		}
	case "TEXT":
		steps += 1000 * length(1)
	case "EDATE", "EOMONTH":
		c.loops = c.loops || at(1).number > mostLoops
	case "SUBSTITUTE":
		c.loops = c.loops || at(3).number > mostLoops
	case "VLOOKUP", "HLOOKUP", "LOOKUP", "MATCH":
		pattern = length(0)
	case "COUNTIF", "COUNTIFS", "SUMIF":
		for i := 1; i < len(f.args); i += 2 {
			pattern += length(i)
		}
	}
	steps += pattern * all.length / 10
	if all.wild && pattern > 0 {
		steps += c.cells * (5000 + 1000*pattern) // a program is made of the pattern for each cell
	}
	c.steps = min(c.steps+steps, tooMuchWork)
}

// close ends what is open and gives the most bytes that the formula, and every part of it, can hold, and its steps, beside those for its cells.
func (c *cost) close() (text, steps int) {
	for len(c.open) > 1 {
		c.end()
	}
	text = c.open[0].result(c.cells).length
	return text, min(c.steps+text, tooMuchWork)
}
