package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/disk"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// TestWriteMakesFoldersAndLeavesNoLitter, both where it waits for the disk and where it does not.
func TestWriteMakesFoldersAndLeavesNoLitter(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]func(string, []byte) error{"synced": disk.Write, "loose": disk.WriteLoose} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "some", "folders")
			path := filepath.Join(dir, "a.txt")
			for _, text := range []string{"first", "second", ""} {
				require.NoError(t, write(path, []byte(text)))
				data, err := os.ReadFile(path)
				require.NoError(t, err)
				assert.Equal(t, text, string(data))
				assert.Equal(t, []string{"a.txt"}, names(t, dir))
			}
		})
	}
}

// TestAFileWithTheSameBytesStaysAsItIs: with its date, and even where the folder may not be written to.
func TestAFileWithTheSameBytesStaysAsItIs(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, disk.Write(path, []byte("same")))
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	require.NoError(t, os.Chtimes(path, long, long))
	require.NoError(t, disk.Write(path, []byte("same")))
	info, err := os.Stat(path)
	require.NoError(t, err)
	assert.True(t, info.ModTime().Equal(long))
	require.NoError(t, disk.Write(path, []byte("other")))
	info, err = os.Stat(path)
	require.NoError(t, err)
	assert.False(t, info.ModTime().Equal(long))
}

// TestWriteThatFailsChangesNothing: what is in the way stays, and what was being written goes.
func TestWriteThatFailsChangesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	inTheWay := filepath.Join(dir, "a.txt")
	require.NoError(t, os.MkdirAll(filepath.Join(inTheWay, "mine"), 0o755))
	assert.Error(t, disk.Write(inTheWay, []byte("text")))
	assert.Equal(t, []string{"a.txt"}, names(t, dir))
	assert.Equal(t, []string{"mine"}, names(t, inTheWay))

	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	assert.Error(t, disk.Write(filepath.Join(file, "below", "a.txt"), nil), "a file where a folder should be")
	assert.ErrorIs(t, disk.WriteSynced(filepath.Join(dir, "nowhere", "a.txt"), nil, 0o644), os.ErrNotExist)
}

// TestUnfinishedFilesAreKnownByTheirNames.
func TestUnfinishedFilesAreKnownByTheirNames(t *testing.T) {
	t.Parallel()
	assert.True(t, disk.IsUnfinished("a.xlsx.boardpack-unfinished"))
	assert.False(t, disk.IsUnfinished("a.xlsx"))
	assert.False(t, disk.IsUnfinished(disk.LockName))
}

// TestReplacePutsANewFileInThePlaceOfTheOld, and leaves the old one where there is no new one.
func TestReplacePutsANewFileInThePlaceOfTheOld(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	made, place := filepath.Join(dir, "made"), filepath.Join(dir, "place")
	require.NoError(t, disk.WriteSynced(place, []byte("old"), 0o600))
	assert.ErrorIs(t, disk.Replace(made, place), os.ErrNotExist)
	require.NoError(t, disk.WriteSynced(made, []byte("new"), 0o600))
	require.NoError(t, disk.Replace(made, place))
	data, err := os.ReadFile(place)
	require.NoError(t, err)
	assert.Equal(t, "new", string(data))
	assert.Equal(t, []string{"place"}, names(t, dir))
	disk.Settle(dir)
	disk.Settle(filepath.Join(dir, "nowhere")) // there is nothing to settle
}

// TestWriteSyncedCutsWhatWasLonger.
func TestWriteSyncedCutsWhatWasLonger(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a")
	require.NoError(t, disk.WriteSynced(path, []byte("a longer text"), 0o644))
	require.NoError(t, disk.WriteSynced(path, []byte("short"), 0o644))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "short", string(data))
}

// TestPatientlyGivesTheErrorOn: elsewhere than on Windows it tries once, and there again for errors that pass alone.
func TestPatientlyGivesTheErrorOn(t *testing.T) {
	t.Parallel()
	tried, broken := 0, errors.New("broken")
	assert.ErrorIs(t, disk.Patiently(func() error { tried++; return broken }), broken)
	assert.Equal(t, 1, tried)
	assert.NoError(t, disk.Patiently(func() error { return nil }))
}

// TestOneRunAtATime: the second is refused by name of the folder, and let in when the first has ended.
func TestOneRunAtATime(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, err := disk.TakeLock(dir)
	require.NoError(t, err)
	assert.True(t, first.Held())
	_, err = disk.TakeLock(dir)
	assert.EqualError(t, err, "boardpack is already running and writes to "+dir+": wait until it has ended, and run again")
	other, err := disk.TakeLock(t.TempDir())
	require.NoError(t, err, "another folder is free")
	other.Release()
	first.Release()
	assert.Empty(t, names(t, dir))
	again, err := disk.TakeLock(dir)
	require.NoError(t, err)
	again.Release()
}

// TestALockThatACrashLeftLocksNothing: the file alone is no lock.
func TestALockThatACrashLeftLocksNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, disk.LockName)
	crashed := flock.New(path)
	got, err := crashed.TryLock()
	require.NoError(t, err)
	require.True(t, got)
	require.NoError(t, crashed.Close())
	require.FileExists(t, path)
	lock, err := disk.TakeLock(dir)
	require.NoError(t, err)
	lock.Release()
	assert.NoFileExists(t, path)
}

// TestALockWhoseFileWasTakenAwayIsNotHeld: somebody cleared the folder, or its drive went, and another run may have come in.
func TestALockWhoseFileWasTakenAwayIsNotHeld(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows takes no file away that is open")
	}
	dir := t.TempDir()
	lock, err := disk.TakeLock(dir)
	require.NoError(t, err)
	require.NoError(t, os.Remove(filepath.Join(dir, disk.LockName)))
	assert.False(t, lock.Held())
	second, err := disk.TakeLock(dir)
	require.NoError(t, err)
	assert.False(t, lock.Held(), "that is the second run's")
	assert.True(t, second.Held())
	second.Release()
	lock.Release()
}

// TestWhatIsInThePlaceOfTheLock is named, and nothing is locked: a folder, or a folder that is not there.
func TestWhatIsInThePlaceOfTheLock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, disk.LockName), 0o755))
	_, err := disk.TakeLock(dir)
	assert.ErrorContains(t, err, "is not the file that it should be: delete it, and run again")
	_, err = disk.TakeLock(filepath.Join(dir, "nowhere"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}
