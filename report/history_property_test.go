package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/portfolio"
	"boardpack/report/reporttest"
)

// nextMonth makes a month out of the one before as people do: rows added, removed, re-themed, closed, reopened, renumbered,
// reworded, re-dated, copied, and the whole re-sorted.
func nextMonth(t *rapid.T, before *report.Register, month report.Month) *report.Register {
	r := &report.Register{Name: before.Name, File: before.File, Sheet: before.Sheet, Month: month, AsAt: month.LastDay(),
		Columns: before.Columns}
	for _, row := range before.Recommendations {
		switch rapid.SampledFrom([]string{"keep", "keep", "keep", "remove", "theme", "state", "renumber", "reword", "date", "copy", "owner"}).Draw(t, "what") {
		case "remove":
			continue
		case "theme":
			row.Themes = rapid.SampledFrom([][]string{nil, {"data"}, {"victims"}, {"training"}}).Draw(t, "theme")
		case "state":
			row.State = rapid.SampledFrom(report.States()).Draw(t, "state")
			if row.SignOff != report.NoSignOff {
				row.SignOff = rapid.SampledFrom(report.SignOffs()).Draw(t, "signOff")
			}
		case "renumber":
			row.Ref = fmt.Sprint(rapid.IntRange(1, 30).Draw(t, "ref"))
		case "reword":
			row.Text = report.Text{"en": fmt.Sprint("other text ", rapid.IntRange(0, 20).Draw(t, "text"))}
		case "date":
			row.Due = r.AsAt.AddDays(rapid.IntRange(-200, 200).Draw(t, "due"))
		case "copy":
			r.Recommendations = append(r.Recommendations, row)
		case "owner":
			row.Owner = rapid.SampledFrom([]string{"", "Head of X", "Head of Y"}).Draw(t, "owner")
		}
		r.Recommendations = append(r.Recommendations, row)
	}
	for range rapid.IntRange(0, 3).Draw(t, "new") {
		r.Recommendations = append(r.Recommendations, reporttest.DrawRow(t, r, len(r.Recommendations)))
	}
	if len(r.Recommendations) == 0 {
		r.Recommendations = append(r.Recommendations, reporttest.DrawRow(t, r, 0))
	}
	if rapid.Bool().Draw(t, "sort") {
		r.Recommendations = rapid.Permutation(r.Recommendations).Draw(t, "order")
	}
	for i := range r.Recommendations {
		r.Recommendations[i].Row = i + 2
	}
	return r
}

// drawLife draws the months of one register.
func drawLife(t *rapid.T) []*report.Register {
	month := report.Month{Year: 2022, Month: 11}
	months := []*report.Register{reporttest.DrawRegister(t, month)}
	for range rapid.IntRange(1, 5).Draw(t, "more") {
		month = month.Next()
		months = append(months, nextMonth(t, months[len(months)-1], month))
	}
	return months
}

// TestAnyHistoryCloses holds in every month of any history: the movement closes for every theme and the whole, the changes named
// explain it, the reasons of every figure add up, the ages add up to what is overdue, and every part of a split adds up too.
func TestAnyHistoryCloses(t *testing.T) {
	t.Parallel()
	rules, words := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		history := report.NewHistory(rules)
		for _, month := range drawLife(rt) {
			pack, err := history.Build(month)
			if err != nil {
				rt.Fatal(err)
			}
			checkGroup(rt, &pack.All)
			checkKeysUnique(rt, pack, len(month.Recommendations))
			checkMovement(rt, pack)
			checkReasons(rt, pack)
			checkAgeing(rt, pack)
			checkSplit(rt, pack, report.OfOwners)
			checkSplit(rt, pack, report.OfThemes)
			content.Of(pack, words, nil)
			history.Add(month)
		}
	})
}

func checkReasons(t assert.TestingT, pack *report.Pack) {
	explained := map[report.Figure]bool{}
	for _, change := range pack.FigureChanges {
		explained[change.Figure] = true
		sum := change.Was
		for _, r := range change.Reasons {
			sum += r.Effect
			assert.Len(t, r.Times, len(r.Keys))
			assert.Equal(t, len(r.Keys), max(r.Effect, -r.Effect))
		}
		assert.Equal(t, change.Is, sum, "the reasons of %s", change.Figure)
	}
	if pack.Movement == nil {
		return
	}
	for _, f := range report.Figures() {
		assert.True(t, explained[f.Name] || pack.All.N(f.Name) == pack.Previous.N(f.Name), "%s changed without a reason", f.Name)
	}
}

func checkAgeing(t assert.TestingT, pack *report.Pack) {
	sum := 0
	for _, band := range pack.Ageing {
		sum += len(band.Keys)
	}
	assert.Equal(t, pack.All.N(report.Overdue), sum)
}

// checkSplit adds the parts of a split up to the whole, figure by figure, and holds that each part's movement closes.
func checkSplit(t assert.TestingT, pack *report.Pack, kind report.GroupKind) {
	sums, effects := map[report.Figure]int{}, 0
	for i := range pack.Groups(kind) {
		part, err := pack.Only(kind, &pack.Groups(kind)[i])
		if !assert.NoError(t, err) {
			return
		}
		for _, f := range report.Figures() {
			sums[f.Name] += part.All.N(f.Name)
			assert.Equal(t, pack.Groups(kind)[i].Keys(f.Name), part.All.Keys(f.Name), "the keys of %s", f.Name)
		}
		if part.Movement != nil {
			assert.True(t, part.Movement.All.Closes())
			assert.Equal(t, part.All.N(report.Outstanding), part.Movement.All.Closing)
			for _, b := range part.Movement.Themes {
				assert.True(t, b.Closes(), b.ID)
			}
			effects += part.Movement.All.Completed
		}
		checkReasons(t, part)
		checkAgeing(t, part)
	}
	for _, f := range report.Figures() {
		assert.Equal(t, pack.All.N(f.Name), sums[f.Name], "%s over %s", f.Name, kind)
	}
}

// TestAnyPortfolioAddsUp: the portfolio of any registers has the sum of their figures, closes, and is explained.
func TestAnyPortfolioAddsUp(t *testing.T) {
	t.Parallel()
	rules, words := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := portfolio.New(rules)
		sums, rows := map[report.Figure]int{}, 0
		var was, is int
		for i := range rapid.IntRange(1, 4).Draw(rt, "masters") {
			months := drawLife(rt)
			history := report.NewHistory(rules)
			last := months[len(months)-1]
			for _, m := range months[:len(months)-1] {
				history.Add(m)
			}
			last.Month, last.AsAt = report.Month{Year: 2023, Month: 9}, report.Month{Year: 2023, Month: 9}.LastDay()
			pack, err := history.Build(last)
			if err != nil {
				rt.Fatal(err)
			}
			if name := fmt.Sprint("register ", i); i > 0 && rapid.IntRange(0, 4).Draw(rt, "gone") == 0 {
				all.Add(portfolio.GonePart(name, history))
				was += pack.Movement.All.Opening
				continue
			} else {
				all.Add(portfolio.PartOf(name, pack))
			}
			for _, f := range report.Figures() {
				sums[f.Name] += pack.All.N(f.Name)
			}
			rows += len(pack.Positions)
			was += pack.Movement.All.Opening
			is += pack.Movement.All.Closing
		}
		pack, err := all.Build(&report.Register{Name: "portfolio"}, nil)
		if err != nil {
			rt.Fatal(err)
		}
		for _, f := range report.Figures() {
			assert.Equal(rt, sums[f.Name], pack.All.N(f.Name), f.Name)
		}
		assert.Equal(rt, was, pack.Movement.All.Opening)
		assert.Equal(rt, is, pack.Movement.All.Closing)
		checkGroup(rt, &pack.All)
		checkKeysUnique(rt, pack, rows)
		checkAddsUp(rt, pack, report.OfReviews)
		checkReviews(rt, pack)
		checkMovement(rt, pack)
		checkReasons(rt, pack)
		checkAgeing(rt, pack)
		checkSplit(rt, pack, report.OfReviews)
		if _, err := figuresjson.Write(pack, words); err != nil {
			rt.Fatal(err)
		}
	})
}

// checkReviews holds that the movements of the reviews close and add up to the whole, and that what a review that is gone had is removed.
func checkReviews(t assert.TestingT, pack *report.Pack) {
	var sum report.Bridge
	for _, b := range pack.Movement.Reviews {
		assert.True(t, b.Closes(), b.ID)
		assert.Zero(t, b.MovedIn+b.MovedOut, b.ID)
		if pack.Review(b.ID) == nil {
			assert.Equal(t, b.Opening, b.Removed, b.ID)
		}
		sum.Opening += b.Opening
		sum.New += b.New
		sum.Reopened += b.Reopened
		sum.CameIntoScope += b.CameIntoScope
		sum.Completed += b.Completed
		sum.LeftScope += b.LeftScope
		sum.Removed += b.Removed
		sum.Closing += b.Closing
	}
	sum.ID = pack.Movement.All.ID
	assert.Equal(t, pack.Movement.All, sum)
}
