package batch_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/reporttest"
	"boardpack/templates"
)

// options builds the sample into a folder of the test's own.
func options(t testing.TB) batch.Options {
	t.Helper()
	loaded := reporttest.Shipped(t)
	return optionsOf(t, loaded)
}

// optionsOf are the options of a build of the sample with a template.
func optionsOf(t testing.TB, loaded *templates.Template) batch.Options {
	t.Helper()
	o := batch.Options{Input: "../../input", Out: t.TempDir(), Jobs: 2, Version: "test", Rules: &loaded.Rules,
		Vocabulary: &loaded.Vocabulary, Accent: loaded.Accent}
	for _, f := range loaded.Files() {
		o.Templates = append(o.Templates, batch.File(f))
	}
	for _, lang := range loaded.Languages {
		words, err := loaded.Words(lang)
		require.NoError(t, err)
		o.Words = append(o.Words, words)
	}
	return o
}

// figuresOf reads a figures file as any other program would.
func figuresOf(t testing.TB, out, month, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, month, name+"-"+month+"-figures.json"))
	require.NoError(t, err)
	var figures map[string]any
	require.NoError(t, json.Unmarshal(data, &figures))
	return figures
}

// buildSample builds every month of the sample into the folder of the options.
func buildSample(o batch.Options) error {
	o.All = true
	outcomes, err := batch.Build(context.Background(), o)
	for _, made := range outcomes {
		err = errors.Join(err, made.Err)
	}
	if err == nil && len(outcomes) != 5 {
		err = fmt.Errorf("the sample has %d packs", len(outcomes))
	}
	return err
}

// builtOnce are the packs of every month of the sample.
var builtOnce struct {
	sync.Once
	dir string
	err error
}

// sample gives the folder of the packs of every month of the sample, which all tests read and none changes.
func sample(t testing.TB) string {
	t.Helper()
	builtOnce.Do(func() {
		o := options(t)
		if builtOnce.dir, builtOnce.err = os.MkdirTemp("", "sample"); builtOnce.err == nil {
			o.Out = builtOnce.dir
			builtOnce.err = buildSample(o)
		}
	})
	require.NoError(t, builtOnce.err)
	return builtOnce.dir
}

// TestMain takes the packs of the sample away again.
func TestMain(m *testing.M) {
	status := m.Run()
	os.RemoveAll(builtOnce.dir)
	os.Exit(status)
}

// handCounted are the figures of the sample, worked out by hand from the masters' rows; input/README.md names the rows behind
// each. Counts that are not given are zero.
func handCounted() map[string]map[string]any {
	return map[string]map[string]any{
		"2023-07/stalking-harassment": {"total": 18, "external": 1, "in_scope": 17, "in_progress": 12, "not_started": 5, "open": 17,
			"outstanding": 17, "dated": 5, "due_later": 5, "no_date": 12, "percent_complete": 0, "rag": "amber"},
		"2023-08/stalking-harassment": {"total": 18, "external": 1, "in_scope": 17, "complete": 2, "awaiting_sign_off": 1,
			"in_progress": 11, "not_started": 3, "open": 14, "outstanding": 15, "dated": 11, "overdue": 1, "due_soon": 4, "due_later": 6, "no_date": 3, "slipped": 1,
			"percent_complete": 12, "rag": "amber"},
		"2023-09/stalking-harassment": {"total": 19, "withdrawn": 1, "external": 1, "in_scope": 17, "complete": 3,
			"awaiting_sign_off": 2, "in_progress": 10, "not_started": 2, "open": 12, "outstanding": 14, "dated": 10, "overdue": 2, "due_soon": 3, "due_later": 5,
			"no_date": 2, "slipped": 1, "no_response": 1, "percent_complete": 18, "rag": "amber"},
		"2023-08/custody-inspection": {"total": 9, "not_accepted": 1, "external": 1, "in_scope": 7, "complete": 1, "in_progress": 4,
			"not_started": 2, "open": 6, "outstanding": 6, "dated": 4, "overdue": 1, "due_soon": 2, "due_later": 1, "no_date": 2, "no_response": 1,
			"percent_complete": 14, "rag": "amber"},
		"2023-09/custody-inspection": {"total": 9, "not_accepted": 1, "superseded": 1, "external": 1, "in_scope": 6, "complete": 2,
			"in_progress": 4, "open": 4, "outstanding": 4, "dated": 3, "overdue": 1, "due_soon": 1, "due_later": 1, "no_date": 1, "slipped": 1,
			"percent_complete": 33, "rag": "red"},
	}
}

func TestSampleFiguresAreThoseCountedByHand(t *testing.T) {
	t.Parallel()
	out := sample(t)
	for which, want := range handCounted() {
		t.Run(which, func(t *testing.T) {
			month, name := filepath.Split(which)
			all := figuresOf(t, out, filepath.Clean(month), name)["all"].(map[string]any)
			assertFigures(t, want, all)
		})
	}
}

// assertFigures compares every figure; those that are not given must be zero.
func assertFigures(t *testing.T, want, got map[string]any) {
	t.Helper()
	names := []string{"percent_complete", "rag"}
	for _, f := range report.Figures() {
		names = append(names, string(f.Name))
	}
	for _, name := range names {
		switch w := want[name].(type) {
		case nil:
			assert.EqualValues(t, 0, got[name], name)
		case string:
			assert.Equal(t, w, got[name], name)
		default:
			assert.EqualValues(t, w, got[name], name)
		}
	}
}

func TestSampleThemesCountedByHand(t *testing.T) {
	t.Parallel()
	out := sample(t)
	july := figuresOf(t, out, "2023-07", "stalking-harassment")
	var totals []any
	for _, theme := range july["themes"].([]any) {
		totals = append(totals, theme.(map[string]any)["total"])
	}
	assert.Equal(t, []any{3.0, 4.0, 3.0, 5.0, 3.0}, totals)

	want := []map[string]any{
		{"total": 3, "in_scope": 3, "in_progress": 3, "open": 3, "outstanding": 3, "dated": 3, "overdue": 1, "due_soon": 1, "due_later": 1, "percent_complete": 0, "rag": "red"},
		{"total": 4, "external": 1, "in_scope": 3, "complete": 1, "in_progress": 2, "open": 2, "outstanding": 2, "dated": 1, "due_soon": 1, "no_date": 1, "percent_complete": 33, "rag": "amber"},
		{"total": 4, "in_scope": 4, "awaiting_sign_off": 1, "in_progress": 2, "not_started": 1, "open": 3, "outstanding": 4, "dated": 3, "overdue": 1, "due_soon": 1, "due_later": 1, "no_response": 1, "percent_complete": 0, "rag": "red"},
		{"total": 5, "in_scope": 5, "awaiting_sign_off": 1, "in_progress": 3, "not_started": 1, "open": 4, "outstanding": 5, "dated": 3, "due_later": 3, "no_date": 1, "slipped": 1, "percent_complete": 0, "rag": "green"},
		{"total": 3, "withdrawn": 1, "in_scope": 2, "complete": 2, "percent_complete": 100, "rag": "blue"},
	}
	september := figuresOf(t, out, "2023-09", "stalking-harassment")["themes"].([]any)
	require.Len(t, september, len(want))
	for i, theme := range september {
		assertFigures(t, want[i], theme.(map[string]any))
	}
}

func TestSampleMovementWorkedOutByHand(t *testing.T) {
	t.Parallel()
	out := sample(t)
	bridge := func(month, name string) map[string]any {
		movement, _ := figuresOf(t, out, month, name)["movement"].(map[string]any)
		if movement == nil {
			return nil
		}
		return movement["all"].(map[string]any)
	}
	closed := func(opening, created, reopened, completed, leftScope, closing float64) map[string]any {
		return map[string]any{"opening": opening, "new": created, "reopened": reopened, "came_into_scope": 0.0, "moved_in": 0.0,
			"completed": completed, "left_scope": leftScope, "removed": 0.0, "moved_out": 0.0, "closing": closing}
	}
	assert.Nil(t, bridge("2023-07", "stalking-harassment"))
	assert.Nil(t, bridge("2023-08", "custody-inspection"))
	assert.Equal(t, closed(17, 0, 0, 2, 0, 15), bridge("2023-08", "stalking-harassment"))
	assert.Equal(t, closed(15, 1, 1, 2, 1, 14), bridge("2023-09", "stalking-harassment"))
	assert.Equal(t, closed(6, 0, 0, 1, 1, 4), bridge("2023-09", "custody-inspection"))
}
