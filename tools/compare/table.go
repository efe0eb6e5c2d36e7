package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// printHeads begins a table: the first two columns are words, the others numbers.
func printHeads(w io.Writer, title string, heads ...string) {
	fmt.Fprintf(w, "\n### %s\n\n| %s |\n|---|---|%s\n", title, strings.Join(heads, " | "), strings.Repeat("--:|", len(heads)-2))
}

// contestHeads are the columns of printContest.
func contestHeads() []string {
	return []string{"job", "with", "rounds", "clock", "times boardpack", "processor", "times boardpack", "cores", "peak MB", "pages", "sheets", "PDF KB a page", "peak KB a page"}
}

// printContest prints the views of a contest: times, times boardpack's, memory, and how much was made.
func printContest(w io.Writer, c *contest, results []outcome) {
	for _, v := range c.views {
		for _, i := range v.who {
			r, ours := &results[i], &results[v.ours]
			cells := []string{v.job, r.name}
			if r.why != "" {
				cells = append(cells, "", strings.ReplaceAll(r.why, "|", "/"))
			} else {
				cells = append(cells, r.cells(ours, i == v.ours, c.rows)...)
			}
			cells = append(cells, slices.Repeat([]string{""}, len(contestHeads())-len(cells))...)
			fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
		}
	}
}

// cells are the numbers of a row. Memory for each page says something where the pages are many.
func (o *outcome) cells(ours *outcome, isOurs bool, rows int) []string {
	byClock, byWork := times(o.times(ours, seconds)), times(o.times(ours, work))
	if isOurs {
		byClock, byWork = "", ""
	}
	clocks := o.took(seconds)
	out := []string{strconv.Itoa(len(clocks)), clock(median(clocks)) + spread(clocks, clock), byClock, clock(median(o.took(work))), byWork,
		figure(median(o.took(cores))), strconv.FormatInt(o.peak()/1e6, 10), some(o.made.pages), some(o.made.sheets), "", ""}
	if o.made.pages > 0 {
		out[9] = figure(float64(o.made.bytes) / 1e3 / float64(o.made.pages))
		if rows >= large {
			out[10] = figure(float64(o.peak()) / 1e3 / float64(o.made.pages))
		}
	}
	return out
}

// some shows a count, and nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// printFloors prints the stages of a size.
func printFloors(w io.Writer, results []floorResult) {
	for _, r := range results {
		floor, ratio := "", ""
		if len(r.Floor) > 0 {
			ratios := make([]float64, len(r.Ours))
			for i := range ratios {
				ratios[i] = r.Ours[i] / r.Floor[i]
			}
			floor, ratio = clock(median(r.Floor)), times(ratios)
		}
		fmt.Fprintf(w, "| %s | %d | %s | %s | %s | %.0f |\n", r.Stage, r.Rows, clock(median(r.Ours)), floor, ratio, r.Allocs)
	}
}

// times shows ratios: the median, and the lowest and highest.
func times(ratios []float64) string {
	if len(ratios) == 0 {
		return ""
	}
	return "**" + figure(median(ratios)) + "**" + spread(ratios, figure)
}

// spread shows the lowest and the highest of several numbers.
func spread(numbers []float64, show func(float64) string) string {
	if len(numbers) < 2 {
		return ""
	}
	return " (" + show(slices.Min(numbers)) + " to " + show(slices.Max(numbers)) + ")"
}

func clock(seconds float64) string {
	if seconds < 1 {
		return fmt.Sprintf("%.3g ms", seconds*1000)
	}
	return fmt.Sprintf("%.3g s", seconds)
}

// figure shows a number with two digits, or all that it has before the point.
func figure(ratio float64) string {
	if ratio >= 10 {
		return fmt.Sprintf("%.0f", ratio)
	}
	return fmt.Sprintf("%.2g", ratio)
}
