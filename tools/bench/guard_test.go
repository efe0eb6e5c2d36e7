//go:build !race

// The race detector allocates on its own account, so that counts mean nothing under it.

package bench

import (
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// fullSizes is the environment variable that has the guard compare 2,000 with 20,000 recommendations, in place of sizes that
// are soon done. .ci/run sets it.
const fullSizes = "BOARDPACK_BENCH_FULL"

// cost is what a stage costs, in counts that no other program on the machine changes.
type cost struct {
	allocs    float64 // calls of the allocator
	allocated float64 // bytes
	messages  float64 // calls of Words.Say
	written   float64 // bytes of output
}

// most is what each stage may cost for one recommendation more: what it costs, and a tenth. Lower a number when a stage has
// become better; raise one only with a reason.
func most() map[string]cost {
	return map[string]cost{
		"read":     {allocs: 290, allocated: 17000}, // of these 60 are of what a file with more than fifty rows has once: rows further down may be headings too
		"build":    {allocs: 64, allocated: 9900},
		"figures":  {allocs: 20, allocated: 7100, messages: 1, written: 1010}, // one is the name of the cell, which nobody holds
		"content":  {allocs: 378, allocated: 97600, messages: 39},             // of these half are of the card that each has on the page for browsers
		"workbook": {allocs: 116, allocated: 12600, messages: 2, written: 380},
		"pdf":      {allocs: 1923, allocated: 315000, messages: 26, written: 4890},
	}
}

// A recommendation may be so much dearer in a large register than in a small one; bytes allocated by more, because buffers
// double. What grows with the square of the rows goes far beyond either: between the two sizes lies a factor of ten.
const (
	growth      = 1.15
	bytesGrowth = 1.7
)

// TestCostOfARow holds what each stage costs for a recommendation, and that it does not grow with their number.
func TestCostOfARow(t *testing.T) {
	sizes := []int{50, 200, 2000}
	if os.Getenv(fullSizes) != "" {
		sizes = []int{200, 2000, 20000}
	}
	costsOf(t, 1) // so that what is made once for all packs is made
	costs := make([]map[string]cost, len(sizes))
	for i, rows := range sizes {
		costs[i] = costsOf(t, rows)
	}
	limits := most()
	for _, name := range slices.Sorted(maps.Keys(limits)) {
		limit := limits[name]
		small := perRow(costs[0][name], costs[1][name], sizes[1]-sizes[0])
		large := perRow(costs[1][name], costs[2][name], sizes[2]-sizes[1])
		t.Logf("%-10s each: %s; with ten times as many: %s", name, small, large)
		atMost(t, limit, small, name+" has become dearer: %s for a recommendation, was %.0f at most, is %.0f; if what was added is worth it, raise the number in most")
		if name == "workbook" { // it makes the rows that the Document of a small register holds
			small = small.plus(perRow(costs[0]["content"], costs[1]["content"], sizes[1]-sizes[0]))
			large = large.plus(perRow(costs[1]["content"], costs[2]["content"], sizes[2]-sizes[1]))
		}
		atMost(t, small.grown(), large, name+" grows faster than the register: %s for a recommendation should stay under %.0f, is %.0f")
	}
}

func atMost(t *testing.T, limit, got cost, format string) {
	t.Helper()
	for _, c := range []struct {
		what       string
		limit, got float64
	}{
		{"allocations", limit.allocs, got.allocs}, {"bytes allocated", limit.allocated, got.allocated},
		{"messages", limit.messages, got.messages}, {"bytes written", limit.written, got.written},
	} {
		// One more or less is no growth: small numbers are of the few rows that differ.
		assert.LessOrEqual(t, c.got, c.limit+1, fmt.Sprintf(format, c.what, c.limit, c.got))
	}
}

// perRow is the cost of one recommendation more, without what every pack costs.
func perRow(small, large cost, rows int) cost {
	n := float64(rows)
	return cost{(large.allocs - small.allocs) / n, (large.allocated - small.allocated) / n, (large.messages - small.messages) / n, (large.written - small.written) / n}
}

func (c cost) plus(d cost) cost {
	return cost{c.allocs + d.allocs, c.allocated + d.allocated, c.messages + d.messages, c.written + d.written}
}

func (c cost) grown() cost {
	return cost{c.allocs * growth, c.allocated * bytesGrowth, c.messages * growth, c.written * growth}
}

func (c cost) String() string {
	return fmt.Sprintf("%.0f allocations, %.0f bytes allocated, %.1f messages, %.0f bytes written", c.allocs, c.allocated, c.messages, c.written)
}

// costsOf measures every stage with so many recommendations, with a month before.
func costsOf(t *testing.T, rows int) map[string]cost {
	b, err := New()
	require.NoError(t, err)
	counted := &countingWords{Words: b.Words}
	b.Words = counted
	registers, err := b.Registers(Shape{Rows: rows, Months: 2})
	require.NoError(t, err)
	pack, err := b.Build(registers)
	require.NoError(t, err)
	data, err := Master(1, rows, Newest())
	require.NoError(t, err)
	doc := b.Content(pack)
	stages := map[string]func(io.Writer) error{
		"read":  func(io.Writer) error { _, err := b.Read(data, Newest()); return err },
		"build": func(io.Writer) error { _, err := b.Build(registers); return err },
		"figures": func(w io.Writer) error {
			figures, err := b.Figures(pack)
			if err == nil {
				_, err = w.Write(figures)
			}
			return err
		},
		"content":  func(io.Writer) error { b.Content(pack); return nil },
		"workbook": func(w io.Writer) error { return b.Workbook(w, pack, doc) },
		"pdf":      func(w io.Writer) error { return b.PDF(w, pack, doc) },
	}
	costs := map[string]cost{}
	for _, name := range slices.Sorted(maps.Keys(stages)) { // in one order: what a stage leaves behind for the next to use again is a cost too
		costs[name] = least(rows, func() cost { return measure(t, counted, stages[name]) })
	}
	return costs
}

// least measures a small register several times and takes the least, without the collector: what that takes away meanwhile, such as
// buffers that are used again, has to be made again, and beside so few rows that is much.
func least(rows int, measure func() cost) cost {
	const small, times = 200, 4
	if rows <= small {
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
	}
	best := measure()
	for n := 1; n < times && rows <= small; n++ {
		again := measure()
		best.allocs, best.allocated = min(best.allocs, again.allocs), min(best.allocated, again.allocated)
	}
	return best
}

func measure(t *testing.T, words *countingWords, do func(io.Writer) error) cost {
	t.Helper()
	var out countingWriter
	words.said = 0
	var before, after runtime.MemStats
	for range 2 { // the second takes away what the first has only set aside of the buffers that are used again
		runtime.GC()
	}
	runtime.ReadMemStats(&before)
	err := do(&out)
	runtime.ReadMemStats(&after)
	require.NoError(t, err)
	return cost{float64(after.Mallocs - before.Mallocs), float64(after.TotalAlloc - before.TotalAlloc), float64(words.said), float64(out)}
}

// countingWriter counts what is written to it.
type countingWriter int

func (w *countingWriter) Write(p []byte) (int, error) {
	*w += countingWriter(len(p))
	return len(p), nil
}

// countingWords counts how often a message is asked for.
type countingWords struct {
	report.Words
	said int
}

func (w *countingWords) Say(id string, args ...any) string {
	w.said++
	return w.Words.Say(id, args...)
}

func (w *countingWords) Pieces(id string, n *int, args ...any) []report.Piece {
	w.said++
	return w.Words.Pieces(id, n, args...)
}
