package bench

import (
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkStage times each stage at each size, with a month before:
//
//	go -C tools test ./bench -run '^$' -bench . -count 10 | tee new.txt; benchstat old.txt new.txt
func BenchmarkStage(b *testing.B) {
	bench, err := New()
	require.NoError(b, err)
	for _, rows := range Sizes() {
		registers, err := bench.Registers(Shape{Rows: rows, Months: 2})
		require.NoError(b, err)
		pack, err := bench.Build(registers)
		require.NoError(b, err)
		data, err := Master(1, rows, Newest())
		require.NoError(b, err)
		run := func(stage string, do func() error) {
			b.Run(fmt.Sprintf("%s/%d", stage, rows), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					require.NoError(b, do())
				}
			})
		}
		run("read", func() error { _, err := bench.Read(data, Newest()); return err })
		run("build", func() error { _, err := bench.Build(registers); return err })
		run("figures", func() error { _, err := bench.Figures(pack); return err })
		doc := bench.Content(pack)
		run("content", func() error { bench.Content(pack); return nil })
		run("workbook", func() error { return bench.Workbook(io.Discard, pack, doc) })
		run("pdf", func() error { return bench.PDF(io.Discard, pack, doc) })
	}
}

// TestInputIsTheSameEverywhere holds that a shape gives the same rows and the months that it says.
func TestInputIsTheSameEverywhere(t *testing.T) {
	first, err := Master(1, 50, Newest())
	require.NoError(t, err)
	again, err := Master(1, 50, Newest())
	require.NoError(t, err)
	require.Equal(t, first, again)
	other, err := Master(2, 50, Newest())
	require.NoError(t, err)
	require.NotEqual(t, first, other)
	require.Len(t, Shape{Rows: 1, Months: 13}.MonthsOf(), 13)
	require.Equal(t, "2022-09", Shape{Rows: 1, Months: 13}.MonthsOf()[0].String())
	require.Equal(t, []string{"2023-09"}, []string{Shape{Rows: 1, Months: 1}.MonthsOf()[0].String()})
}
