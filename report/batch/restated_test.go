package batch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/reporttest/pace"
)

// TestWhatChangedSinceIsInTheManifest: the manifest beside what was published tells whether a difference comes from the master, from the
// template or from the program.
func TestWhatChangedSinceIsInTheManifest(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	build := func(o batch.Options, month report.Month) map[string]any {
		o.Months = []report.Month{month}
		outcomes, err := batch.Build(context.Background(), o)
		require.NoError(t, err)
		for _, out := range outcomes {
			require.NoError(t, out.Err)
		}
		return figuresOf(t, o.Out, month.String(), "stalking-harassment")
	}
	august := report.Month{Year: 2023, Month: 8}
	cases := []struct {
		name   string
		change func(o *batch.Options)
		want   string
	}{
		{"the template", func(o *batch.Options) { o.Templates[0].Data = append([]byte("# changed\n"), o.Templates[0].Data...) }, "rules"},
		{"the program", func(o *batch.Options) { o.Version = "later" }, "version"},
		{"both", func(o *batch.Options) { o.Templates, o.Version = o.Templates[1:], "later" }, "rules or version"},
		{"the master", func(o *batch.Options) {
			file := filepath.Join(o.Out, august.String(), batch.ManifestName)
			manifest, err := os.ReadFile(file)
			require.NoError(t, err)
			i := strings.Index(string(manifest), "2023-08/stalking-harassment.xlsx")
			i += strings.Index(string(manifest)[i:], `"sha256": "`) + len(`"sha256": "`)
			require.NoError(t, os.WriteFile(file, []byte(string(manifest)[:i]+strings.Repeat("0", 64)+string(manifest)[i+64:]), 0o644))
		}, "master"},
		{"nobody knows what", func(o *batch.Options) {
			require.NoError(t, os.Remove(filepath.Join(o.Out, august.String(), batch.ManifestName)))
		}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			o := options(t)
			o.Words = o.Words[:1]
			always := *o.Rules
			always.GroupRatings = []report.RatingRule{{Rating: report.Blue, Sentence: report.Text{"en": "Always."}, When: "true", Holds: func(func(report.Figure) int) (bool, error) { return true, nil }}}
			rules := o.Rules
			o.Rules = &always
			was := build(o, august)["all"].(map[string]any)["complete"]
			o.Rules = rules
			published := filepath.Join(o.Out, august.String(), "stalking-harassment-2023-08-figures.json")
			data, err := os.ReadFile(published)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(published, []byte(strings.Replace(string(data), `"complete": 2`, `"complete": 3`, 1)), 0o644))
			require.EqualValues(t, 2, was)
			c.change(&o)
			restated := build(o, report.Month{Year: 2023, Month: 9})["restated"].(map[string]any)
			assert.Equal(t, c.want, restated["figures"].([]any)[0].(map[string]any)["cause"])
			assert.NotEmpty(t, restated["ratings"])
		})
	}
}

// TestWhatChangedSinceThePortfolio: the portfolio has an entry of its own in the manifest.
func TestWhatChangedSinceThePortfolio(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	for _, c := range []struct {
		name   string
		change func(o *batch.Options)
		want   string
	}{
		{"the program", func(o *batch.Options) { o.Version = "later" }, "version"},
		{"nothing", func(*batch.Options) {}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options(t)
			o.Words, o.Portfolio = o.Words[:1], true
			build := func(month time.Month) map[string]any {
				o.Months = []report.Month{{Year: 2023, Month: month}}
				outcomes, err := batch.Build(context.Background(), o)
				require.NoError(t, err)
				for _, out := range outcomes {
					require.NoError(t, out.Err)
				}
				return figuresOf(t, o.Out, o.Months[0].String(), batch.PortfolioName)
			}
			complete := build(time.August)["all"].(map[string]any)["complete"].(float64)
			published := filepath.Join(o.Out, "2023-08", "portfolio-2023-08-figures.json")
			data, err := os.ReadFile(published)
			require.NoError(t, err)
			counted := fmt.Sprintf(`"complete": %v`, complete)
			require.Contains(t, string(data), counted)
			require.NoError(t, os.WriteFile(published, []byte(strings.Replace(string(data), counted, fmt.Sprintf(`"complete": %v`, complete+1), 1)), 0o644))
			c.change(&o)
			restated := build(time.September)["restated"].(map[string]any)
			assert.Equal(t, c.want, restated["figures"].([]any)[0].(map[string]any)["cause"])
		})
	}
}
