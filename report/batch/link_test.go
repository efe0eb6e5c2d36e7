package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/reporttest/pace"
)

// linked makes a folder and a link to it, relative as people make them; it skips where the system allows no links.
func linked(t *testing.T, link string) (target string) {
	t.Helper()
	target = filepath.Join(filepath.Dir(filepath.Dir(link)), "elsewhere-"+filepath.Base(filepath.Dir(link)))
	require.NoError(t, os.MkdirAll(target, 0o755))
	require.NoError(t, os.MkdirAll(filepath.Dir(link), 0o755))
	if err := os.Symlink(filepath.Join("..", filepath.Base(target)), link); err != nil {
		t.Skipf("no links here: %v", err)
	}
	return target
}

// TestFoldersOfMonthsThatAreLinksStaySo: masters are read and packs written through links, which stay, when a run makes something, when
// it makes nothing, and when it fails.
func TestFoldersOfMonthsThatAreLinksStaySo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	o := options(t)
	o.Input, o.Out, o.Words = filepath.Join(dir, "input"), filepath.Join(dir, "out"), o.Words[:1]
	in, out := filepath.Join(o.Input, "2023-09"), filepath.Join(o.Out, "2023-09")
	masters, packs := linked(t, in), linked(t, out)
	isLink := func(path string) {
		t.Helper()
		info, err := os.Lstat(path)
		require.NoError(t, err)
		assert.NotZero(t, info.Mode()&os.ModeSymlink, path)
	}
	run := func(rules *report.Rules, strict bool) []batch.Outcome {
		t.Helper()
		o.Rules, o.Strict = rules, strict
		outcomes, err := batch.Build(context.Background(), o)
		require.NoError(t, err)
		require.Len(t, outcomes, 1)
		isLink(in)
		isLink(out)
		return outcomes
	}
	master := filepath.Join(masters, "m.csv")
	require.NoError(t, os.WriteFile(master, []byte("Ref,Theme,Recommendation,Status\n1,Data,Record checks,Nonsense\n"), 0o644))
	require.ErrorIs(t, run(o.Rules, true)[0].Err, batch.ErrStrict)
	made := run(o.Rules, false)
	require.NoError(t, made[0].Err)
	for _, f := range made[0].Files {
		assert.FileExists(t, f.Path)
		assert.FileExists(t, filepath.Join(packs, filepath.Base(f.Path)))
	}
	assert.True(t, run(o.Rules, false)[0].Unchanged, "the next run finds them")
	verdicts, err := batch.Verify(context.Background(), o.Out, o, false)
	require.NoError(t, err)
	require.Len(t, verdicts, 1)
	assert.Empty(t, verdicts[0].Findings)
	_, err = os.Stat(filepath.Join(packs, ".boardpack-unfinished"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}

// TestALinkThatLeadsNowhere is said to be one.
func TestALinkThatLeadsNowhere(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := options(t)
	link := filepath.Join(o.Out, "2023-09")
	require.NoError(t, os.RemoveAll(linked(t, link)))
	outcomes, err := batch.Build(context.Background(), o)
	if err == nil {
		err = outcomes[0].Err
	}
	require.Error(t, err)
	assert.Contains(t, err.Error(), "is a link to")
	assert.Contains(t, err.Error(), "make that folder, or take the link away")
	_, err = os.Lstat(link)
	assert.NoError(t, err)
}
