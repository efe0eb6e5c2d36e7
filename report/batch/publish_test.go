package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
)

// TestWhatIsSaidOfTheDisk: each kind of trouble in words that tell what to do, with the system's own error behind it.
func TestWhatIsSaidOfTheDisk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		cause        error
		folder, file string
	}{
		{syscall.ENOSPC, "the disk of out is full: make room and run again; your existing packs are unchanged", "a.pdf cannot be replaced: "},
		{fs.ErrPermission, "out cannot be written to: ask for the right to write there, or choose another folder with --out",
			"a.pdf cannot be replaced: it is open in another program, or write-protected; close it and run again"},
		{fs.ErrNotExist, "out cannot be reached: check that its drive is connected, and run again (", "a.pdf cannot be replaced: "},
		{errors.New("of another sort"), "boardpack cannot write to out: of another sort", "a.pdf cannot be replaced: of another sort"},
	} {
		err := error(&outError{Dir: "out", cause: &fs.PathError{Op: "write", Path: "out/x", Err: c.cause}})
		if plain := c.cause.Error() == "of another sort"; plain {
			err = &outError{Dir: "out", cause: c.cause}
		}
		assert.ErrorIs(t, err, c.cause)
		assert.Contains(t, err.Error(), c.folder)
		assert.Contains(t, replaceError("a.pdf", c.cause).Error(), c.file)
	}
	for _, known := range diskTroubles() {
		assert.Equal(t, known.is, trouble(fmt.Errorf("wrapped: %w", known.err)), known.err)
		assert.NotContains(t, (&outError{Dir: "out", cause: known.err}).Error(), "boardpack cannot write", known.err)
		if known.is == openElsewhere {
			assert.Contains(t, replaceError("a.xlsx", known.err).Error(), "a.xlsx is open in another program, such as Excel")
		}
	}
}

// TestAPackWhoseFileCannotBeReplacedStaysWhole: where one file of a pack cannot be replaced, none is; the other packs and the manifest are
// published, and say which pack is the old one.
func TestAPackWhoseFileCannotBeReplacedStaysWhole(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-09/a.csv": rows("1:the first"), "2023-09/b.csv": rows("1:of another")})
	o.Words, o.Outputs = o.Words[:1], []string{string(outputPage), string(outputWorkbook)}
	dir := filepath.Join(o.Out, "2023-09")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "a-2023-09-en.xlsx", "in the way"), 0o755))
	built, err := Build(context.Background(), *o)
	require.NoError(t, err)
	require.Len(t, built, 2)
	assert.ErrorContains(t, built[0].Err, "a-2023-09-en.xlsx cannot be replaced")
	assert.NoError(t, built[1].Err)
	assert.NoFileExists(t, filepath.Join(dir, "a-2023-09.html"), "no file of the pack is new")
	assert.FileExists(t, filepath.Join(dir, "b-2023-09.html"))
	assert.NoDirExists(t, filepath.Join(dir, unfinished))
	manifest, err := readManifest(dir)
	require.NoError(t, err)
	require.Len(t, manifest.Packs, 1)
	assert.Equal(t, "b", manifest.Packs[0].Register)

	require.NoError(t, os.RemoveAll(filepath.Join(dir, "a-2023-09-en.xlsx")))
	built, err = Build(context.Background(), *o)
	require.NoError(t, err)
	assert.NoError(t, built[0].Err)
	assert.True(t, built[1].Unchanged)
	findings, _ := verdictOf(t, o, false)
	assert.Empty(t, findings)
}

// TestAManifestThatCannotBeReplaced: nothing is published where the list of what was made has no place.
func TestAManifestThatCannotBeReplaced(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-09/m.csv": rows("1:the first")})
	o.Words, o.Outputs = o.Words[:1], []string{string(outputPage)}
	dir := filepath.Join(o.Out, "2023-09")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, ManifestName, "in the way"), 0o755))
	built, err := Build(context.Background(), *o)
	require.Error(t, err)
	assert.Contains(t, err.Error(), ManifestName)
	for _, out := range built {
		assert.Error(t, out.Err)
	}
	assert.NoFileExists(t, filepath.Join(dir, "m-2023-09.html"))
	assert.NoFileExists(t, filepath.Join(dir, "m-2023-09-figures.json"))
}

// TestAFileInThePlaceOfAMonthsFolder is the trouble of the folder, and nothing is lost.
func TestAFileInThePlaceOfAMonthsFolder(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-09/m.csv": rows("1:the first")})
	o.Words, o.Outputs = o.Words[:1], []string{string(outputPage)}
	require.NoError(t, os.WriteFile(filepath.Join(o.Out, "2023-09"), []byte("mine"), 0o644))
	built, err := Build(context.Background(), *o)
	if err == nil {
		err = built[0].Err
	}
	require.Error(t, err)
	data, err := os.ReadFile(filepath.Join(o.Out, "2023-09"))
	require.NoError(t, err)
	assert.Equal(t, "mine", string(data))
}

// TestPacksOfMastersThatAreGoneStayInTheManifest as long as any of their files is there.
func TestPacksOfMastersThatAreGoneStayInTheManifest(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-09/a.csv": rows("1:the first"), "2023-09/b.csv": rows("1:of another")})
	o.Words, o.Outputs = o.Words[:1], []string{string(outputPage)}
	registers := func() string {
		_, err := Build(context.Background(), *o)
		require.NoError(t, err)
		manifest, err := readManifest(filepath.Join(o.Out, "2023-09"))
		require.NoError(t, err)
		var names []string
		for _, pack := range manifest.Packs {
			names = append(names, pack.Register)
		}
		return strings.Join(names, " ")
	}
	assert.Equal(t, "a b", registers())
	require.NoError(t, os.Remove(filepath.Join(o.Input, "2023-09", "b.csv")))
	assert.Equal(t, "a b", registers(), "its files are there")
	left, err := filepath.Glob(filepath.Join(o.Out, "2023-09", "b-*"))
	require.NoError(t, err)
	for _, path := range left {
		require.NoError(t, os.Remove(path))
	}
	assert.Equal(t, "a", registers(), "somebody took it away")
}

// TestNothingToBuild: what is said names the folders that were looked in.
func TestNothingToBuild(t *testing.T) {
	t.Parallel()
	o := madeOf(t, map[string]string{"2023-09/notes.txt": "none"})
	_, err := Build(context.Background(), *o)
	require.ErrorIs(t, err, errNothing)
	assert.ErrorContains(t, err, filepath.Join(o.Input, "2023-09"))
	o.Months = []report.Month{{Year: 2023, Month: 8}, {Year: 2023, Month: 7}}
	_, err = Build(context.Background(), *o)
	require.ErrorIs(t, err, errNothing)
	assert.ErrorContains(t, err, filepath.Join(o.Input, "2023-07")+", "+filepath.Join(o.Input, "2023-08"))
	o.Input, o.Months = t.TempDir(), nil
	_, err = Build(context.Background(), *o)
	require.ErrorIs(t, err, errNothing)
	assert.ErrorContains(t, err, "has no folder for a month, such as")
}

// TestWordsOfTheCommandLine: what a pack may be split by and which editions there are.
func TestWordsOfTheCommandLine(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]report.GroupKind{"": "", "owner": report.OfOwners, "theme": report.OfThemes} {
		kind, err := ParseSplit(word)
		require.NoError(t, err)
		assert.Equal(t, want, kind)
	}
	for word, want := range map[string][]content.Edition{"": nil, "paper": {content.ThePaper}, "record": {content.TheRecord}, "all": {content.ThePaper, content.TheRecord}} {
		editions, err := ParseEdition(word)
		require.NoError(t, err)
		assert.Equal(t, want, editions)
	}
	_, err := ParseSplit("source")
	assert.ErrorIs(t, err, errSplit)
	_, err = ParseEdition("pocket")
	assert.ErrorIs(t, err, errEdition)
	assert.Equal(t, "owner", splitWord(report.OfOwners))
	assert.Equal(t, "theme", splitWord(report.OfThemes))
}

// TestLongIdsAreShortenedForFileNames and stay apart.
func TestLongIdsAreShortenedForFileNames(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "head-of-crime", fileSafe("head-of-crime"))
	long := strings.Repeat("é", 60)
	assert.Equal(t, long, fileSafe(long), "as long as may be")
	one, other := fileSafe(long+"a"), fileSafe(long+"b")
	assert.NotEqual(t, one, other)
	assert.Len(t, []rune(one), 60)
	assert.True(t, strings.HasPrefix(one, strings.Repeat("é", 51)+"-"))
}
