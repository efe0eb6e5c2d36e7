package excelrules

import (
	"slices"
	"strconv"
	"strings"
)

// charts looks at each chart when the cells of all sheets are known.
func (f *file) charts() {
	for _, s := range f.sheets {
		for _, drawing := range f.led(s.part, "drawing") {
			for _, part := range f.led(drawing, "chart") {
				f.chart(part)
			}
		}
	}
}

// chart: axes that there are, series and labels that are told apart and in order, and beside each reference the values of its cells, which
// are what programs show that do not calculate.
func (f *file) chart(part string) {
	root := f.part(part)
	axes := map[string]bool{}
	for _, kind := range []string{"catAx", "valAx", "dateAx", "serAx"} {
		for _, a := range root.all(kind) {
			id := a.first("axId").attr("val")
			if axes[id] {
				f.say("charts", part, "axis %s is there twice", id)
			}
			axes[id] = true
		}
	}
	for _, name := range []string{"crossAx", "axId"} {
		for _, a := range root.all(name) {
			if !axes[a.attr("val")] {
				f.say("charts", part, "there is no axis %s", a.attr("val"))
			}
		}
	}
	taken := map[string]bool{}
	for _, kind := range []string{"barChart", "lineChart"} {
		for _, group := range root.all(kind) {
			f.series(part, group, taken)
		}
	}
	for _, kind := range []string{"strRef", "numRef"} {
		for _, ref := range root.all(kind) {
			f.cached(part, ref)
		}
	}
}

// series looks at the series of one group of a chart. Taken are the numbers of those before.
func (f *file) series(part string, group *node, taken map[string]bool) {
	stacked := group.name == "barChart" && group.first("grouping").attr("val") != "clustered"
	if over := group.first("overlap"); stacked && (over == nil || over.attr("val") != "100") {
		f.say("charts", part, "parts of a bar are not in one line")
	}
	places := []string{"t", "b", "l", "r", "ctr"}
	if group.name == "barChart" {
		places = []string{"ctr", "inEnd", "inBase"}
	}
	for _, s := range group.all("ser") {
		for _, number := range []string{"idx", "order"} {
			key := number + " " + s.first(number).attr("val")
			if taken[key] {
				f.say("charts", part, "two series have %s", key)
			}
			taken[key] = true
		}
		last := -1
		for _, l := range s.first("dLbls").all("dLbl") {
			at, _ := strconv.Atoi(l.first("idx").attr("val"))
			if at <= last {
				f.say("charts", part, "label %d is not in order", at)
			}
			last = at
		}
		for _, p := range s.all("dLblPos") {
			if at := p.attr("val"); !slices.Contains(places, at) && (stacked || at != "outEnd" || group.name != "barChart") {
				f.say("charts", part, "labels of a %s cannot be at %s", group.name, at)
			}
		}
	}
}

// cached: a reference leads to cells, and has their number and values beside it.
func (f *file) cached(part string, ref *node) {
	formula := ref.first("f").written()
	m := placeOnSheet.FindStringSubmatch(formula)
	if m == nil {
		f.say("charts", part, "%s are no cells", formula)
		return
	}
	at, ok := area(m[3])
	cells := f.on[fold(strings.ReplaceAll(m[1], "''", "'")+m[2])]
	if !ok || cells == nil {
		f.say("charts", part, "%s are no cells", formula)
		return
	}
	cache := ref.kids[1]
	width := at.right - at.left + 1
	if count, _ := strconv.Atoi(cache.first("ptCount").attr("val")); count != width*(at.bottom-at.top+1) {
		f.say("charts", part, "%s has %d values", formula, count)
	}
	for _, p := range cache.all("pt") {
		n, _ := strconv.Atoi(p.attr("idx"))
		want, got := "", p.first("v").written()
		if c := cells[[2]int{at.left + n%width, at.top + n/width}]; c != nil {
			want = c.value
		}
		if got != want {
			f.say("charts", part, "value %d of %s is not that of its cell", n, formula)
		}
	}
}
