package excelrules

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/pattern"
)

// colour is one with its opacity.
const colour = pattern.Expression(`^[0-9A-Fa-f]{8}$`)

// sheetRules looks at each sheet.
func (f *file) sheetRules() {
	texts := f.sharedTexts()
	for _, s := range f.sheets {
		root := f.part(s.part)
		if root == nil || root.name != "worksheet" {
			continue
		}
		cells, heights := f.cells(s, texts)
		f.on[fold(s.name)] = cells
		tables := f.tablesOn(s)
		for i, t := range tables {
			t.check(f, cells)
			for _, o := range tables[i+1:] {
				if t.at.meets(o.at) {
					f.say("tables", t.part, "it lies over %s", o.name)
				}
			}
		}
		for _, c := range root.all("tabColor") {
			if rgb := c.attr("rgb"); rgb != "" && !colour.MatchString(rgb) {
				f.say("colours", s.part, "%s", rgb)
			}
		}
		f.formulas(s, cells, tables)
		f.validation(s)
		f.links(s)
		f.page(s)
		f.panes(s, heights)
		f.triangles(s, cells, tables)
		f.drawing(s, f.widths(s), heights)
		f.comments(s)
	}
}

// widths gives the width of each column that has one, in characters.
func (f *file) widths(s sheet) map[int]float64 {
	out, last := map[int]float64{}, 0
	for _, c := range f.part(s.part).first("cols").all("col") {
		from, _ := strconv.Atoi(c.attr("min"))
		to, _ := strconv.Atoi(c.attr("max"))
		width, _ := strconv.ParseFloat(c.attr("width"), 64)
		if from <= last || to < from || to > 16384 || width < 0 || width > 255 {
			f.say("columns", s.part, "%d to %d, %.1f wide", from, to, width)
		}
		last = to
		for i := from; i <= min(to, from+500); i++ {
			if out[i] = width; isOn(c.attr("hidden")) {
				out[i] = 0
			}
		}
	}
	return out
}

// formulas looks at each formula of cells once, and at those of rules of colours. Merged cells are in no table.
func (f *file) formulas(s sheet, cells map[[2]int]*cellOf, tables []*table) {
	root, seen, first := f.part(s.part), map[string]bool{}, map[string]bool{}
	for at, c := range cells {
		if c.formula == "" {
			continue
		}
		var own *table
		for _, t := range tables {
			if t.at.holds(at[0], at[1]) {
				own = t
			}
		}
		if key := c.formula + " " + strconv.FormatBool(own != nil); !seen[key] {
			seen[key] = true
			f.formula(c.formula, s.part, inCell, own)
		}
	}
	for _, rules := range root.all("conditionalFormatting") {
		if _, ok := areas(rules.attr("sqref")); !ok {
			f.say("rules of colours", s.part, "%s", rules.attr("sqref"))
		}
		for _, formula := range rules.all("formula") {
			f.formula(formula.text, s.part, inRule, nil)
		}
		for _, rule := range rules.all("cfRule") {
			if first[rule.attr("priority")] {
				f.say("rules of colours", s.part, "two are number %s", rule.attr("priority"))
			}
			first[rule.attr("priority")] = true
		}
	}
	for _, m := range root.all("mergeCell") {
		at, _ := area(m.attr("ref"))
		if slices.ContainsFunc(tables, func(t *table) bool { return t.at.meets(at) }) {
			f.say("tables", s.part, "merged cells %s", m.attr("ref"))
		}
	}
}

// validation: lengths of messages, and lists that are read as such.
func (f *file) validation(s sheet) {
	var taken []box
	for _, d := range f.part(s.part).all("dataValidation") {
		at, ok := areas(d.attr("sqref"))
		if !ok || slices.ContainsFunc(at, func(b box) bool { return slices.ContainsFunc(taken, b.meets) }) {
			f.say("drop-down lists", s.part, "two on %s", d.attr("sqref"))
		}
		taken = append(taken, at...)
		for attr, most := range map[string]int{"error": 225, "prompt": 255, "errorTitle": 32, "promptTitle": 32} {
			if units(decoded(d.attr(attr))) > most {
				f.say("drop-down lists", s.part, "its %s is longer than %d", attr, most)
			}
		}
		list := d.first("formula1").written()
		if !strings.HasPrefix(list, `"`) {
			f.formula(list, s.part, inList, nil)
			continue
		}
		words := strings.Split(strings.ReplaceAll(strings.TrimSuffix(list[1:], `"`), `""`, `"`), ",")
		if !strings.HasSuffix(list, `"`) || units(strings.Join(words, ",")) > 255 || slices.ContainsFunc(words, func(w string) bool { return w == "" || strings.TrimSpace(w) != w }) {
			f.say("drop-down lists", s.part, "%.60s", list)
		}
	}
}

const placeOnSheet = pattern.Expression(`^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(\S+)$`)

// links: not too many, and each leads to a place that there is.
func (f *file) links(s sheet) {
	links, taken := f.part(s.part).all("hyperlink"), map[string]bool{}
	if len(links) > 65530 {
		f.say("links", s.part, "%d", len(links))
	}
	for _, l := range links {
		if _, ok := area(l.attr("ref")); !ok || taken[l.attr("ref")] || units(l.attr("tooltip")) > 255 || units(l.attr("location")) > 2079 {
			f.say("links", s.part, "%s is no cell, or its tip or place too long", l.attr("ref"))
		}
		taken[l.attr("ref")] = true
		to := l.attr("location")
		if to == "" || f.places[fold(to)] != "" {
			continue
		}
		m := placeOnSheet.FindStringSubmatch(to)
		if m == nil || !f.hasSheet(strings.ReplaceAll(m[1], "''", "'")+m[2]) {
			f.say("links", s.part, "%s leads to %s", l.attr("ref"), to)
		} else if _, ok := area(m[3]); !ok {
			f.say("links", s.part, "%s leads to %s", l.attr("ref"), to)
		}
	}
}

const badCode = pattern.Expression(`&([^LCRPNDTFAZBIUESXYGKHO+\-"0-9]|$)`)

// page: heads and feet of 255 units at most whose codes are known, and breaks that there are.
func (f *file) page(s sheet) {
	root := f.part(s.part)
	if hf := root.first("headerFooter"); hf != nil {
		for _, h := range hf.kids {
			if units(h.text) > 255 || badCode.MatchString(strings.ReplaceAll(h.text, "&&", "")) {
				f.say("heads and feet", s.part, "%d units: %s", units(h.text), h.text)
			}
		}
	}
	for _, kind := range []string{"rowBreaks", "colBreaks"} {
		if b := root.first(kind); b != nil && (len(b.kids) == 0 || len(b.kids) > 1023 || b.attr("count") != strconv.Itoa(len(b.kids))) {
			f.say("breaks of pages", s.part, "%s: %d", kind, len(b.kids))
		}
	}
}

// panes: what is frozen leaves room for rows on a small screen, and the corner that scrolls begins behind it.
func (f *file) panes(s sheet, heights map[int]float64) {
	const mostFrozen = 375 // points: a screen of 768 lines shows about 400 points of cells
	for _, p := range f.part(s.part).all("pane") {
		x, _ := strconv.Atoi(p.attr("xSplit"))
		y, _ := strconv.Atoi(p.attr("ySplit"))
		column, row, _ := place(p.attr("topLeftCell"))
		high := 0.0
		for i := 1; i <= y; i++ {
			high += max(heights[i], 0)
		}
		corner := map[[2]bool]string{{true, true}: "bottomRight", {true, false}: "topRight", {false, true}: "bottomLeft"}[[2]bool{x > 0, y > 0}]
		if p.attr("activePane") != corner || p.attr("state") == "frozen" && (column <= x || row <= y) || high > mostFrozen {
			f.say("panes", s.part, "%s, %s, %.0f points", p.attr("activePane"), p.attr("topLeftCell"), high)
		}
	}
}
