// Package reporttest makes registers and packs for tests. Nothing but tests imports it.
package reporttest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/templates"
)

// Template gives the shipped template and its English words.
func Template(t testing.TB) (*report.Rules, report.Words) {
	t.Helper()
	loaded, err := templates.Load("")
	require.NoError(t, err)
	words, err := loaded.Words("en")
	require.NoError(t, err)
	return &loaded.Rules, words
}

// Register makes a register of 30 September 2023 with a sign-off column and the usual others.
func Register(rows ...report.Recommendation) *report.Register {
	month := report.Month{Year: 2023, Month: 9}
	r := &report.Register{Name: "sample", File: "sample.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields(), Recommendations: rows}
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		rec.Row = i + 2
		if rec.Scope == "" {
			rec.Scope = report.Force
		}
		if rec.SignOff == report.NoSignOff {
			rec.SignOff = report.NotAsked
		}
		if rec.State == "" {
			rec.State = report.InProgress
		}
		if rec.Text == nil {
			rec.Text = report.Text{"en": "Text of " + rec.Ref}
		}
	}
	return r
}

// Earlier makes the same register a month before.
func Earlier(rows ...report.Recommendation) *report.Register {
	r := Register(rows...)
	r.Month = report.Month{Year: 2023, Month: 8}
	r.AsAt = r.Month.LastDay()
	return r
}

// Build makes the pack of a month and the ones before it, by the shipped template.
func Build(t testing.TB, now *report.Register, before ...*report.Register) *report.Pack {
	t.Helper()
	rules, _ := Template(t)
	pack, err := report.Build(now, before, rules)
	require.NoError(t, err)
	return pack
}
