package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
	"boardpack/templates"
)

// teamsDir holds folders that an earlier version made, with the figures that they gave; see about.md there.
const teamsDir = "testdata/teams"

// changedSince lists what a rule has changed on purpose since: by figures file and place in it, the value now.
func changedSince() map[string]any {
	return map[string]any{}
}

// teamFolder copies a team's folder, with what it published lying in the folder published.
func teamFolder(t *testing.T, team string) (dir string, published []string) {
	t.Helper()
	dir = t.TempDir()
	from := filepath.Join(teamsDir, team)
	require.NoError(t, os.CopyFS(dir, os.DirFS(from)))
	require.NoError(t, os.Rename(filepath.Join(dir, "figures"), filepath.Join(dir, "published")))
	published, err := filepath.Glob(filepath.Join(from, "figures", "*", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, published)
	return dir, published
}

func teams(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(teamsDir)
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	require.NotEmpty(t, out)
	return out
}

// TestFoldersOfEarlierVersionsBuildAsBefore builds every month of each with the program of now: no error, every field that the figures
// files of then have is the same, and nothing of what was published then is restated.
func TestFoldersOfEarlierVersionsBuildAsBefore(t *testing.T) {
	pace.OncePerKind(t)
	for _, team := range teams(t) {
		t.Run(team, func(t *testing.T) {
			t.Parallel()
			dir, published := teamFolder(t, team)
			status, _, stderr := result(t, program(t, dir, "build", "--month", "all", "--published", "published"))
			require.Zero(t, status, stderr)
			for _, file := range published {
				place := filepath.Join(filepath.Base(filepath.Dir(file)), filepath.Base(file))
				was, is := readJSON(t, file), readJSON(t, filepath.Join(dir, "out", place))
				changed := map[string]any{}
				for at, value := range changedSince() {
					if rest, here := strings.CutPrefix(at, filepath.ToSlash(filepath.Join(team, place))+" "); here {
						changed[rest] = value
					}
				}
				is["figure_changes"] = changesOfFiguresIn(was["all"], is["figure_changes"])
				compareFigures(t, "", was, is, changed)
				assert.Empty(t, changed, "said to be changed, and not in %s", place)
				assert.Nil(t, is["restated"], place)
			}
		})
	}
}

// changesOfFiguresIn leaves out the changes of figures that the file of then did not count.
func changesOfFiguresIn(all, changes any) []any {
	return slices.DeleteFunc(changes.([]any), func(change any) bool {
		_, counted := all.(map[string]any)[change.(map[string]any)["figure"].(string)]
		return !counted
	})
}

func readJSON(t *testing.T, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var out map[string]any
	require.NoError(t, json.Unmarshal(data, &out))
	return out
}

// compareFigures holds that all that was there is there and the same. Problems are not compared: what is found in a master may be more.
func compareFigures(t *testing.T, at string, was, is any, changed map[string]any) {
	t.Helper()
	if at == "/problems" {
		return
	}
	if value, ok := changed[at]; ok {
		was = value
		delete(changed, at)
	}
	switch was := was.(type) {
	case map[string]any:
		now, _ := is.(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(was)) {
			if _, there := now[key]; assert.True(t, there, "%s/%s is gone", at, key) {
				compareFigures(t, at+"/"+key, was[key], now[key], changed)
			}
		}
	case []any:
		now, _ := is.([]any)
		if assert.Len(t, now, len(was), at) {
			for i := range was {
				compareFigures(t, fmt.Sprintf("%s/%d", at, i), was[i], now[i], changed)
			}
		}
	default:
		assert.Equal(t, was, is, at)
	}
}

// TestWhatIsSaidOfAnEarlierTemplate holds the block that check prints, and the lines on messages.
func TestWhatIsSaidOfAnEarlierTemplate(t *testing.T) {
	t.Parallel()
	var stdout, stderr bytes.Buffer
	c := &call{stdout: &printer{to: &stdout}, stderr: &printer{to: &stderr}}
	c.templates = "ours"
	c.printGained(&templates.Gained{Version: 2, Settings: []string{"same_ref: actions", "fonts"}, Sections: []templates.GainedSection{
		{Key: "states", Untouched: true, Lists: []templates.GainedList{{Name: "in_progress", Words: []string{"On hold", "Closed, not proved"}}, {Name: "complete", Words: []string{"Met"}}}},
		{Key: "sheets", Lists: []templates.GainedList{{Words: []string{"Log"}}}}}})
	assert.Equal(t, filepath.Join("ours", "pack.yaml")+` was started with an earlier version of boardpack. The template of this version also has:
  states (unchanged): in_progress: On hold, "Closed, not proved"; complete: Met
  sheets (changed by you): Log
  new settings, which have their usual values until you change them: same_ref: actions, fonts
  → Your section replaces the one in the program, so these are not used. Add the ones that you want to your section.
    Delete a section that is unchanged. Then the one in the program is used, in this version and later ones.
  → When you have added what you want, write shipped: 2 at the end of the file. Then this message stops.

`, stdout.String())

	c.tellBehind([]templates.Behind{{File: "wording/en.yaml", Why: templates.Outdated, IDs: []string{"a"}},
		{File: "wording/pl.yaml", Why: templates.Untranslated, IDs: []string{"a", "b", "c", "d", "e", "f", "g"}}})
	assert.Equal(t, "note: "+filepath.Join("ours", "wording", "en.yaml")+" has messages that are out of date, so the program's own words are printed: a\n"+
		"note: "+filepath.Join("ours", "wording", "pl.yaml")+" does not have these new messages yet, so they are printed in English: a, b, c, d, e and 2 more\n", stderr.String())

	stdout.Reset()
	c.printGained(nil)
	c.quiet = true
	c.printGained(&templates.Gained{Version: 2, Settings: []string{"fonts"}})
	assert.Empty(t, stdout.String())
}

// TestCheckSaysWhatTheTemplateHasGained: in one block, once, until the number says that it was seen.
func TestCheckSaysWhatTheTemplateHasGained(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for _, team := range teams(t) {
		dir, _ := teamFolder(t, team)
		template := filepath.Join(dir, "template", "pack.yaml")
		pack, err := os.ReadFile(template)
		require.NoError(t, err)
		check := func(content string) string {
			require.NoError(t, os.WriteFile(template, []byte(content), 0o644))
			status, stdout, stderr := result(t, program(t, dir, "check"))
			require.Zero(t, status, stderr)
			return stdout
		}
		assert.LessOrEqual(t, strings.Count(check(string(pack)), "The template of this version also has:"), 1)
		assert.NotContains(t, check(string(pack)+"\nshipped: 2\n"), "also has:", team)
	}
}

// TestCheckNamesMessagesThatWereRenamed: each with its file, its line and both ids, in the language of the packs, and only in check.
func TestCheckNamesMessagesThatWereRenamed(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	dir, _ := teamFolder(t, "trust") // its wordings are whole copies of those of the version before
	status, _, stderr := result(t, program(t, dir, "check"))
	require.Zero(t, status, stderr)
	english := filepath.Join("template", "wording", "en.yaml")
	assert.Contains(t, stderr, "note: "+english+": 15 messages have names that were changed. ")
	assert.Regexp(t, `(?m)^  line \d+: pdf\.asks is now ask\.title$`, stderr)
	assert.Equal(t, 2, strings.Count(stderr, "pdf.asks is now ask.title"), "once for each file")

	template := filepath.Join(dir, "template", "pack.yaml")
	pack, err := os.ReadFile(template)
	require.NoError(t, err)
	pack = append(regexp.MustCompile(`(?m)^languages:.*$`).ReplaceAll(pack, nil), "\nlanguages: [cy]\n"...)
	require.NoError(t, os.WriteFile(template, pack, 0o644))
	status, _, stderr = result(t, program(t, dir, "check"))
	require.Zero(t, status, stderr)
	assert.Contains(t, stderr, "Mae 15 neges o dan enwau sydd wedi newid. ")
	assert.Regexp(t, `(?m)^  llinell \d+: ask\.title yw pdf\.asks bellach$`, stderr)
}
