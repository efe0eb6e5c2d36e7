package batch

import (
	"strings"

	"boardpack/report"
)

// gaps says which months have no master: those just before this one, so that the movement is over more than a month, and those
// further back, which the trend leaves out.
func (p *past) gaps(register *report.Register, asked report.Month) []report.Problem {
	if len(p.files) == 0 {
		return nil
	}
	last := p.files[len(p.files)-1].month
	until := register.Month
	if !asked.IsZero() {
		until = asked.Next()
	}
	var out []report.Problem
	add := func(level report.Level, code string, missing []string) {
		if len(missing) > 0 {
			out = append(out, report.Problem{Level: level, Code: code, File: register.File,
				Args: map[string]string{"Months": listed(missing), "Month": last.String()}})
		}
	}
	add(report.Warning, "months-missing", between(last, until))
	var earlier []string
	start := max(0, len(p.files)-report.TrendMonths+1)
	for i := start; i+1 < len(p.files); i++ {
		earlier = append(earlier, between(p.files[i].month, p.files[i+1].month)...)
	}
	add(report.Note, "gap-in-history", earlier)
	return out
}

// listed names the months, and of a long gap the first and the last.
func listed(months []string) string {
	const most = 6
	if n := len(months); n > most {
		return months[0] + " … " + months[n-1]
	}
	return strings.Join(months, ", ")
}

// between gives the months after a and before b.
func between(a, b report.Month) []string {
	var out []string
	for m := a.Next(); m.Before(b); m = m.Next() {
		out = append(out, m.String())
	}
	return out
}
