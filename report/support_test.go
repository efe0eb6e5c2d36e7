package report_test

import (
	"testing"
	"time"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/reporttest"
)

func template(t testing.TB) (*report.Rules, report.Words) { return reporttest.Template(t) }

func register(rows ...report.Recommendation) *report.Register { return reporttest.Register(rows...) }

func earlier(rows ...report.Recommendation) *report.Register { return reporttest.Earlier(rows...) }

func build(t testing.TB, now *report.Register, before ...*report.Register) *report.Pack {
	return reporttest.Build(t, now, before...)
}

func keys(pack *report.Pack) []string {
	var out []string
	for i := range pack.Positions {
		out = append(out, pack.Positions[i].Key)
	}
	return out
}

func day(year int, month time.Month, d int) report.Date { return dates.NewDate(year, month, d) }

func rec(ref, text string) report.Recommendation {
	return report.Recommendation{Ref: ref, Text: report.Text{"en": text}}
}

func of(source string, r report.Recommendation) report.Recommendation {
	r.Source = source
	return r
}

func ownedBy(owner string, r report.Recommendation) report.Recommendation {
	r.Owner = owner
	return r
}
