package report

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/characters"
	"boardpack/report/excerpt"
	"boardpack/report/fold"
	"boardpack/report/keys"
)

// checking is what the checks look at.
type checking struct {
	pack   *Pack
	before map[string]*Position // by this month's key
	first  map[keys.Identity]*Position
	closed map[string]bool // statuses as typed, folded, that close: most rows that have one have a completed date too
	asAt   Date            // of the month before; absent without one
	code   string
	found  []Problem

	parts        map[string][]string // of the recommendations that have parts; nil until asked for
	spansAreRefs *bool               // refs such as 5-7 are single ones here; nil until asked for
}

// add records a problem at a row's cell; args are pairs of name and value.
func (c *checking) add(p *Position, field Field, args ...string) {
	named := map[string]string{"Ref": p.Key}
	for i := 0; i+1 < len(args); i += 2 {
		named[args[i]] = args[i+1]
	}
	c.found = append(c.found, Problem{Level: Warning, Code: c.code, File: c.pack.Register.File, Sheet: c.pack.Register.SheetOf(p.Recommendation),
		Cell: p.Cell(field), Row: p.Row, Field: field, Key: p.Key, Args: named})
}

func (c *checking) has(f Field) bool { return c.pack.Register.Has(f) }

func checkDuplicateRef(c *checking, p *Position) {
	if first := c.first[identityOf(p.Recommendation)]; first != nil && p.Ref != "" {
		c.add(p, FieldRef, "Printed", p.Ref, "First", first.Key, "FirstCell", c.pack.Register.Address(first.Recommendation, FieldRef))
	}
}

func checkNoResponse(c *checking, p *Position) {
	if p.In(NoResponse) && c.has(FieldResponse) {
		c.add(p, FieldResponse)
	}
}

func checkNoText(c *checking, p *Position) {
	if p.Text.IsEmpty() {
		c.add(p, FieldRecommendation)
	}
}

func checkNoOwner(c *checking, p *Position) {
	if p.Owner == "" && c.has(FieldOwner) {
		c.add(p, FieldOwner)
	}
}

// checkNoPriority and checkUnknownPriority look at priorities where the template lists them, because its ratings may ask
// for one.
func checkNoPriority(c *checking, p *Position) {
	if len(c.pack.Rules.Priorities) > 0 && c.has(FieldPriority) && p.inScope() && p.Priority == "" {
		c.add(p, FieldPriority, "Known", strings.Join(c.pack.Rules.Priorities, ", "))
	}
}

func checkUnknownPriority(c *checking, p *Position) {
	known := c.pack.Rules.Priorities
	if len(known) == 0 || p.Priority == "" || !p.inScope() {
		return
	}
	if !slices.ContainsFunc(known, func(word string) bool { return fold.Text(word) == fold.Text(p.Priority) }) {
		c.add(p, FieldPriority, "Priority", excerpt.Short(p.Priority, 60), "Known", strings.Join(known, ", "))
	}
}

func checkAgreedNotComplete(c *checking, p *Position) {
	if p.SignOff == Agreed && p.open() {
		c.add(p, FieldSignOff)
	}
}

// checkExternalWithStatus doubts a row that another body alone must act on, and that yet has a status of work done here.
func checkExternalWithStatus(c *checking, p *Position) {
	if p.Standing == StandExternal && (p.State == InProgress || p.State == Complete) {
		c.add(p, FieldStatus)
	}
}

// MaxCell is the length of text that a cell of an Excel workbook holds, in UTF-16 units (Microsoft, "Excel specifications and
// limits").
const MaxCell = 32767

// checkLongerThanACell names the texts that a workbook cannot show whole in their cells; only a CSV file has such.
func checkLongerThanACell(c *checking, p *Position) {
	for field, text := range p.typed() {
		if len(text) <= MaxCell { // no text has more units than bytes
			continue
		}
		if n := excerpt.Units(text); n > MaxCell {
			c.add(p, field, "N", strconv.Itoa(n), "Most", strconv.Itoa(MaxCell))
		}
	}
}

// checkNotDrawn names the characters of a cell that the paper prints as their code points.
func checkNotDrawn(c *checking, p *Position) {
	for field, text := range p.typed() {
		if missing := characters.NotDrawn(text, c.pack.Rules.Draws); missing != nil {
			c.add(p, field, "Characters", characters.CodePoints(missing))
		}
	}
}

// checkNotJoined names cells in scripts whose letters change their shape beside each other: the paper draws each by itself.
func checkNotJoined(c *checking, p *Position) {
	for field, text := range p.typed() {
		if characters.Join(text) {
			c.add(p, field)
		}
	}
}

// checkDamagedCharacter names cells in which a character was lost before the text came here.
func checkDamagedCharacter(c *checking, p *Position) {
	for field, text := range p.typed() {
		if characters.Lost(text) {
			c.add(p, field)
		}
	}
}

// checkWelshDiffers names cells with another Welsh form of a name than the first: filters and groups go by names.
func checkWelshDiffers(c *checking, p *Position) {
	for _, f := range NameFields() {
		taken := c.pack.names[f][fold.Text(p.Name(f))]
		if cy := p.Welsh[f]; cy != "" && taken.first != nil && fold.Text(cy) != fold.Text(taken.text) {
			c.add(p, f.Welsh(), "Welsh", excerpt.Short(cy, 60), "Name", excerpt.Short(p.Name(f), 60), "First", excerpt.Short(taken.text, 60),
				"FirstCell", c.pack.Register.Address(taken.first, f.Welsh()))
		}
	}
}

// checkWelshTaken names cells with a Welsh form that another name has already: the name is shown as it is.
func checkWelshTaken(c *checking, p *Position) {
	for _, f := range NameFields() {
		if cy := p.Welsh[f]; cy != "" && p.Name(f) != "" && c.pack.names[f][fold.Text(p.Name(f))].first == nil {
			c.add(p, f.Welsh(), "Welsh", excerpt.Short(cy, 60), "Name", excerpt.Short(p.Name(f), 60))
		}
	}
}

// checkRenumbered tells of a recommendation that has the text of one with another ref last month.
func checkRenumbered(c *checking, p *Position) {
	if was := c.before[p.Key]; was != nil && fold.Text(was.Ref) != fold.Text(p.Ref) {
		c.add(p, FieldRef, "Was", was.Key)
	}
}

// checkReworded tells of a recommendation whose text is not that of last month: what the issuer asked for should stay.
func checkReworded(c *checking, p *Position) {
	if was := c.before[p.Key]; was != nil && reworded(was.Recommendation, p.Recommendation) {
		c.add(p, FieldRecommendation)
	}
}

// checkReturned tells of a recommendation that an earlier month had and last month had not.
func checkReturned(c *checking, p *Position) {
	if !p.LastSeen.IsZero() {
		c.add(p, FieldRef, "Month", p.LastSeen.String())
	}
}

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
