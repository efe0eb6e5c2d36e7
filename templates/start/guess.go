package start

import (
	"slices"
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
)

// likely is a field that an unknown column may be, and why. The heavier, the likelier.
type likely struct {
	field  report.Field
	reason string
	weight int
}

// byHeading weighs a field by the longest of its names that the heading holds as whole words. A heading ends with what it
// is: "Audit theme" is a theme. A date that is revised or expected is no date of completion.
func byHeading(heading string, f report.Field, names []string) int {
	in, best := " "+plainWords(heading)+" ", 0
	if f == report.FieldCompleted {
		for _, word := range []string{"revised", "planned", "expected", "target", "forecast", "proposed", "estimated"} {
			if strings.Contains(in, " "+word+" ") {
				return 0
			}
		}
	}
	for _, name := range names {
		w := plainWords(name)
		if len(w) < 3 || !strings.Contains(in, " "+w+" ") {
			continue
		}
		weight := len(w)
		if strings.HasSuffix(in, " "+w+" ") {
			weight += 100
		}
		best = max(best, weight)
	}
	if best > 0 && slices.Contains(report.NeededFields(), f) {
		best += 5
	}
	return best
}

// byLikeWords weighs a field by the words that headings of such columns begin or end with. The template does not have them,
// because in other masters they head other columns.
func byLikeWords(heading string, f report.Field) int {
	in, best := plainWords(heading), 0
	for _, w := range likeWords(f) {
		if in == w || strings.HasSuffix(in, " "+w) || f == report.FieldStatus && strings.HasPrefix(in, w+" ") {
			best = max(best, len(w))
		}
	}
	return best
}

func likeWords(f report.Field) []string {
	switch f {
	case report.FieldTheme:
		return []string{"area", "subject", "domain", "pillar", "standard", "directorate", "department", "maes", "parth", "safon", "cyfarwyddiaeth", "adran"}
	case report.FieldRecommendation:
		return []string{"recommended", "action", "actions", "finding", "findings", "requirement", "requirements", "improvement",
			"canfyddiad", "gofyniad", "cam gweithredu", "camau gweithredu"}
	case report.FieldResponse:
		return []string{"action", "actions", "will do", "cam gweithredu", "camau gweithredu"}
	case report.FieldOwner:
		return []string{"who", "leads", "sro", "executive", "exec", "director", "officer", "manager", "pwy", "cyfarwyddwr", "swyddog", "rheolwr"}
	case report.FieldPriority:
		return []string{"risk rating", "risk level", "level of risk", "severity", "sgôr risg", "lefel risg"}
	case report.FieldStatus:
		return append(ragWords(), "done", "position", "stage", "where are we", "where we are", "sefyllfa", "wedi'i wneud")
	}
	return nil
}

// ragWords head columns of colours, with which many say how far a recommendation has come.
func ragWords() []string { return []string{"rag", "brag", "rag rating", "brag rating", "cag"} }

// plainWords gives small letters and digits, a space for everything else.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// fits tells whether what stands below a heading can be what the field holds: days for dates, long text for texts.
func fits(f report.Field, c *master.OutlineColumn) bool {
	mostlyDates := c.Dates*2 > c.Filled
	switch {
	case isDate(f):
		return c.Filled == 0 || mostlyDates
	case mostlyDates && f != report.FieldDueAsWritten:
		return false
	case f == report.FieldRef:
		return c.Filled == 0 || c.Letters <= 15*c.Filled
	case f == report.FieldRecommendation, f == report.FieldResponse, f == report.FieldProgress:
		return c.Filled == 0 || c.Letters >= 12*c.Filled
	case f == report.FieldTheme, f == report.FieldStatus, f == report.FieldScope, f == report.FieldSignOff, f == report.FieldPriority:
		return c.Filled == 0 || c.Letters <= 60*c.Filled && len(c.Values) <= 60
	}
	return true
}

// byCells weighs a field by what stands below the heading. It looks for the four that every master needs.
func byCells(f report.Field, c *master.OutlineColumn, d *Draft, rows int) (weight int, reason string) {
	if c.Filled*2 < rows || rows < 2 {
		return 0, ""
	}
	switch f {
	case report.FieldStatus:
		if share(c, func(text string) bool { return d.stateOf(text) != "" }) >= 0.6 {
			return 3, "most of its cells hold statuses"
		}
	case report.FieldTheme:
		if share(c, isGrade) >= 0.5 {
			return 0, ""
		}
		if n := len(c.Values); len(d.Outline.Blocks) < 2 && n >= 2 && n <= 15 && n*2 <= c.Filled+1 && c.Letters <= 40*c.Filled && c.Dates == 0 {
			return 1, "its cells repeat a few short texts"
		}
	case report.FieldRef:
		digits := share(c, func(text string) bool { return len(text) <= 12 && strings.ContainsAny(text, "0123456789") })
		if digits >= 0.9 && len(c.Values)*10 >= c.Filled*9 && c.Dates == 0 {
			return 2, "its cells hold short numbers that do not repeat"
		}
	case report.FieldRecommendation:
		if c.Letters >= 40*c.Filled && len(c.Values)*10 >= c.Filled*8 {
			return 2, "its cells hold long texts that do not repeat"
		}
	}
	return 0, ""
}

// isGrade tells words that stand in columns of grades, colours and answers, which are no themes.
func isGrade(text string) bool {
	return isColour(text) || has([]string{"critical", "high", "medium", "med", "low", "h", "m", "l", "1", "2", "3", "4", "5", "yes", "no", "y", "n", "n/a",
		"uchel", "canolig", "isel", "ie", "na", "ydy", "nac ydy"}, text)
}

func share(c *master.OutlineColumn, is func(string) bool) float64 {
	n := 0
	for _, v := range c.Values {
		if is(v.Text) {
			n += v.Rows
		}
	}
	return float64(n) / float64(max(c.Filled, 1))
}

// has tells whether a word is one of a list to the template.
func has(words []string, text string) bool {
	for _, w := range words {
		if fold.Word(w) == fold.Word(text) {
			return true
		}
	}
	return false
}
