package excelrules

import (
	"strconv"
	"strings"

	"boardpack/report/pattern"
)

const emu = 12700.0 // units of a drawing to a point

// points is the width of a column in points, for 11 point Calibri and 12 point Arial alike.
func points(chars float64) float64 {
	if chars == 0 {
		return 0
	}
	return chars*7 + 5
}

// frame is where something drawn stands, in points.
type frame struct {
	name                     string
	left, top, right, bottom float64
}

// drawing: what is drawn begins and ends within the column and row that it names (Excel cuts what goes beyond), has a number and words of
// its own, and lies over nothing else.
func (f *file) drawing(s sheet, widths map[int]float64, heights map[int]float64) {
	for _, part := range f.led(s.part, "drawing") {
		root, ids := f.part(part), map[string]bool{}
		var frames []frame
		for _, anchor := range root.kids {
			out := frame{}
			for _, n := range anchor.all("cNvPr") {
				if n.within("Fallback") {
					continue
				}
				if ids[n.attr("id")] || n.attr("id") == "0" || n.attr("descr") == "" || strings.ContainsAny(n.attr("name"), "\n\r") || units(n.attr("name")) > 255 {
					f.say("drawings", part, "%s: its number is taken, or it has no words", n.attr("name"))
				}
				ids[n.attr("id")], out.name = true, n.attr("name")
			}
			for _, slicer := range anchor.all("slicer") {
				f.drawn = append(f.drawn, slicer.attr("name"))
			}
			var ok bool
			if out.left, out.top, ok = corner(anchor.first("from"), widths, heights); !ok {
				f.say("drawings", part, "%s begins beyond its column or row", out.name)
			}
			if to := anchor.first("to"); to != nil {
				out.right, out.bottom, ok = corner(to, widths, heights)
			} else if size := anchor.first("ext"); size != nil {
				out.right, out.bottom = out.left+number(size.attr("cx"))/emu, out.top+number(size.attr("cy"))/emu
			}
			if !ok || out.right <= out.left || out.bottom <= out.top {
				f.say("drawings", part, "%s ends beyond its column or row, or has no size", out.name)
			}
			for _, o := range frames {
				if out.left < o.right-1 && o.left < out.right-1 && out.top < o.bottom-1 && o.top < out.bottom-1 {
					f.say("drawings", part, "%s lies over %s", out.name, o.name)
				}
			}
			frames = append(frames, out)
		}
	}
}

func number(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}

// corner gives a corner of a frame, cut as Excel cuts it, and whether it is within its column and row.
func corner(n *node, widths, heights map[int]float64) (x, y float64, ok bool) {
	if n == nil {
		return 0, 0, true
	}
	width := func(c int) float64 {
		if w, ok := widths[c]; ok {
			return points(w)
		}
		return points(9)
	}
	height := func(r int) float64 {
		if h, ok := heights[r]; ok {
			return h
		}
		return 15
	}
	column, row := int(number(n.first("col").written())), int(number(n.first("row").written()))
	right, down := number(n.first("colOff").written())/emu, number(n.first("rowOff").written())/emu
	for c := 1; c <= column; c++ {
		x += width(c)
	}
	for r := 1; r <= row; r++ {
		y += height(r)
	}
	w, h := width(column+1), height(row+1)
	return x + min(right, w), y + min(down, h), right <= w && down <= h
}

const noteOn = pattern.Expression(`<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>`)

// comments: each has its box, and a conversation has the note that stands for it, of the author that names it: else Excel drops it.
func (f *file) comments(s sheet) {
	notes, boxes := map[string]string{}, map[string]bool{}
	for _, part := range f.led(s.part, "comments") {
		root := f.part(part)
		authors := root.all("author")
		for _, c := range root.all("comment") {
			n, _ := strconv.Atoi(c.attr("authorId"))
			if _, twice := notes[c.attr("ref")]; twice || n >= len(authors) || units(c.runs()) > 32767 {
				f.say("notes", part, "%s", c.attr("ref"))
				continue
			}
			notes[c.attr("ref")] = authors[n].text
		}
	}
	for _, part := range f.led(s.part, "vmlDrawing") {
		for _, m := range noteOn.FindAllStringSubmatch(string(f.text[part]), -1) {
			boxes[m[1]+" "+m[2]] = true
		}
	}
	for ref := range notes {
		if column, row, ok := place(ref); !ok || !boxes[strconv.Itoa(row-1)+" "+strconv.Itoa(column-1)] {
			f.say("notes", s.part, "the note on %s has no box", ref)
		}
	}
	threads := map[string]bool{}
	for _, part := range f.led(s.part, "threadedComment") {
		for _, t := range f.part(part).all("threadedComment") {
			if t.attr("parentId") != "" {
				continue
			}
			threads["tc="+t.attr("id")] = true
			if notes[t.attr("ref")] != "tc="+t.attr("id") {
				f.say("notes", part, "no note stands for the conversation on %s", t.attr("ref"))
			}
		}
	}
	for ref, author := range notes {
		if strings.HasPrefix(author, "tc=") && !threads[author] {
			f.say("notes", s.part, "the note on %s stands for a conversation that is not there", ref)
		}
	}
}
