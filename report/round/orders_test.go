package round

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/reporttest/pace"
	"boardpack/report/round/merge"
)

// ordersVariable says how many sets of returns are tried, and oneVariable that only the set of one seed is.
const (
	ordersVariable = "BOARDPACK_ROUNDS"
	oneVariable    = "BOARDPACK_ROUND_SEED"
)

// seeds are those of the sets of returns to try.
func seeds() []uint64 {
	if one, err := strconv.ParseUint(os.Getenv(oneVariable), 10, 64); err == nil {
		return []uint64{one}
	}
	sets := 4
	if n, err := strconv.Atoi(os.Getenv(ordersVariable)); err == nil {
		sets = n
	}
	out := make([]uint64, sets)
	for i := range out {
		out[i] = uint64(i)
	}
	return out
}

// came is a return that came back.
type came struct {
	name string
	data []byte
}

// randomReturns fills in one or two workbooks of each owner, each saved on a day of its own.
func randomReturns(t *testing.T, s *Setting, out *AskResult, r *rand.Rand) []came {
	t.Helper()
	day := func(month time.Month, most int) report.Date { return dates.NewDate(2023, month, 1+r.IntN(most)) }
	var all []came
	for n, owner := range out.Round.Owners {
		for version := range 1 + r.IntN(2) {
			o := open(t, s, owner.Name)
			for _, row := range out.Round.rowsOf(owner.Name) {
				answers := map[column]any{}
				for _, said := range []struct {
					in    column
					value any
				}{
					{colStatus, []string{"No change", "Complete", "In progress", "Not started", "Complet", "Withdrawn"}[r.IntN(6)]},
					{colProgress, fmt.Sprintf("Note %d of %s", r.IntN(3), owner.Name)},
					{colCompleted, []any{day(10, 9), day(9, 30), "31/9/2023"}[r.IntN(3)]},
					{colNewDate, []any{day(12, 30), day(8, 30), "soon"}[r.IntN(3)]},
					{colWhy, fmt.Sprintf("Reason %d", r.IntN(3))},
					{colEvidence, fmt.Sprintf("Paper %d", r.IntN(3))},
					{colNotMine, "Estates"},
				} {
					if r.IntN(5) < map[column]int{colStatus: 4}[said.in]+2 && said.in != colNotMine || r.IntN(12) == 0 {
						answers[said.in] = said.value
					}
				}
				o.fill(row.Ref, out.Round.master(row.Register).Title["en"], answers)
			}
			name := fmt.Sprintf("%d-%d.xlsx", n, version)
			o.saved(name, dates.NewDate(2023, 10, 10+5*version+n))
			all = append(all, came{name, mustRead(t, s, "returns/"+name)})
		}
	}
	require.NoError(t, os.RemoveAll(folder{s.Dir, s.Month}.returns()))
	return all
}

// arrive puts returns among those that came back, and collects.
func arrive(t *testing.T, s *Setting, returns []came, write bool) (*Setting, *Collected) {
	t.Helper()
	for _, c := range returns {
		path := filepath.Join(folder{s.Dir, s.Month}.returns(), c.name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, c.data, 0o644))
	}
	out := collect(t, s, CollectOptions{Write: write})
	return again(t, s), out
}

func mastersText(t *testing.T, s *Setting) string {
	return masterText(t, s, "custody") + masterText(t, s, "review")
}

func resultsOf(t *testing.T, out *Collected) string {
	t.Helper()
	data, err := json.MarshalIndent(out.Results(), "", " ")
	require.NoError(t, err)
	return string(data)
}

// TestAnyOrderOfReturns takes random returns in at once, and one after the other in another order with a run after some of them: the masters
// are the same to the byte, and so are the results. Every answer has one outcome. A second run writes nothing, what the team changes
// afterwards stays, and when the returns go everything else says what it said before.
func TestAnyOrderOfReturns(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	kinds := map[merge.Kind]int{}
	for _, seed := range seeds() {
		r := rand.New(rand.NewPCG(seed, 20))
		s := settingOf(t, twoMasters())
		returns := randomReturns(t, s, ask(t, s, AskOptions{}), r)
		before := mastersText(t, s)
		s, whole := arrive(t, s, returns, true)
		for _, a := range whole.Answers {
			assert.NotEmpty(t, a.Kind)
			kinds[a.Kind]++
		}

		other := settingOf(t, twoMasters())
		ask(t, other, AskOptions{})
		r.Shuffle(len(returns), func(i, j int) { returns[i], returns[j] = returns[j], returns[i] })
		last := whole
		for len(returns) > 0 {
			n := 1 + r.IntN(len(returns))
			other, last = arrive(t, other, returns[:n], n == len(returns) || r.IntN(2) == 0)
			returns = returns[n:]
		}
		if !assert.Equal(t, mastersText(t, s), mastersText(t, other), "seed %d", seed) || !assert.Equal(t, resultsOf(t, whole), resultsOf(t, last), "seed %d", seed) {
			return
		}
		_, twice := arrive(t, s, nil, true)
		assert.Empty(t, twice.Written, "seed %d", seed)
		assert.Equal(t, resultsOf(t, whole), resultsOf(t, twice), "seed %d", seed)

		s = editMaster(t, s, "custody", "Record every check,We will", "Record every check,We shall")
		edited := strings.Replace(before, "Record every check,We will", "Record every check,We shall", 1)
		require.NoError(t, os.RemoveAll(folder{s.Dir, s.Month}.returns()))
		s, _ = arrive(t, s, nil, true)
		assert.Equal(t, edited, mastersText(t, s), "seed %d: what is taken away is undone", seed)
	}
	t.Log(kinds)
}
