package templates

import (
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		_, err := Load("")
		require.NoError(b, err)
	}
}

func BenchmarkWords(b *testing.B) {
	tpl, err := Load("")
	require.NoError(b, err)
	w, err := tpl.Words("en")
	require.NoError(b, err)
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			_, _ = tpl.Words("en")
		}
	})
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w.Say("state.in_progress")
		}
	})
	b.Run("args", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w.Say("condition.due_within", "Days", 60)
		}
	})
	b.Run("count", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w.Count("condition.due_within", 3, "Days", 60)
		}
	})
	b.Run("date", func(b *testing.B) {
		b.ReportAllocs()
		d := dates.NewDate(2023, 9, 30)
		for b.Loop() {
			w.Date(d)
		}
	})
	b.Run("compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w.Compare("Detective Superintendent", "Detective Sergeant")
		}
	})
}

func BenchmarkHolds(b *testing.B) {
	tpl, err := Load("")
	require.NoError(b, err)
	b.ReportAllocs()
	figure := func(report.Figure) int { return 0 }
	for b.Loop() {
		for _, r := range tpl.Rules.PositionRatings {
			if _, err := r.Holds(figure); err != nil {
				b.Fatal(err)
			}
		}
	}
}
