package batch

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/plainfile"
)

// opens counts how often each file of the input folder is opened while something is done, as the system tells it.
func opens(t *testing.T, o *Options, do func()) map[string]int {
	t.Helper()
	watch, err := syscall.InotifyInit1(syscall.IN_NONBLOCK | syscall.IN_CLOEXEC)
	require.NoError(t, err)
	defer syscall.Close(watch)
	months, err := filepath.Glob(filepath.Join(o.Input, "*"))
	require.NoError(t, err)
	folders := map[int32]string{}
	for _, dir := range months {
		id, err := syscall.InotifyAddWatch(watch, dir, syscall.IN_OPEN|syscall.IN_CLOSE)
		require.NoError(t, err)
		folders[int32(id)] = filepath.Base(dir)
	}
	do()
	out := map[string]int{}
	events := make([]byte, 1<<20)
	for {
		n, err := syscall.Read(watch, events)
		if err != nil || n <= 0 {
			return out
		}
		for left := events[:n]; len(left) >= syscall.SizeofInotifyEvent; {
			folder, mask := int32(binary.NativeEndian.Uint32(left)), binary.NativeEndian.Uint32(left[4:])
			end := syscall.SizeofInotifyEvent + int(binary.NativeEndian.Uint32(left[12:]))
			name := string(bytes.TrimRight(left[syscall.SizeofInotifyEvent:end], "\x00"))
			if mask&syscall.IN_OPEN != 0 && mask&syscall.IN_ISDIR == 0 {
				out[folders[folder]+"/"+name]++
			}
			left = left[end:]
		}
	}
}

// TestEachMasterIsReadOnce holds that a run opens every master once, whatever it makes of it and for however many months: its hash, its
// name's doubts, its settings and its rows come of one reading.
func TestEachMasterIsReadOnce(t *testing.T) {
	july := rows("1:the first", "2:the second", "3:the third")
	files := map[string]string{
		"2023-07/kept.csv": july, "2023-08/kept.csv": july, "2023-09/kept.csv": july,
		"2023-07/Old name.xlsx": xlsx(t, rows("1:a", "2:b", "3:c")), "2023-08/Other.xlsx": xlsx(t, rows("1:a", "2:b", "3:c")), "2023-09/Third title.xlsx": xlsx(t, rows("1:a", "2:b", "3:c"), "Title", "A review"),
		"2023-08/gone.csv": rows("1:it went", "2:away"), "2023-07/gone.csv": rows("1:it went", "2:away"),
		"2023-09/double v1.csv": rows("8:x", "9:y"), "2023-09/double.csv": rows("8:x", "9:y"),
	}
	once := func(t *testing.T, opened map[string]int) {
		for name := range files {
			if n := opened[name]; n != 1 && (n > 1 || filepath.Base(name) != "gone.csv") { // its name alone may tell that it went
				assert.Fail(t, "not once", "%s was opened %d times", name, n)
			}
		}
		assert.LessOrEqual(t, len(opened), len(files))
	}
	for name, change := range map[string]func(o *Options){
		"every month":                func(o *Options) { o.All = true },
		"every month and portfolios": func(o *Options) { o.All, o.Portfolio = true, true },
		"the newest and a portfolio": func(o *Options) { o.Portfolio = true },
		"own settings": func(o *Options) {
			o.All, o.Portfolio = true, true
			o.Own = func(string, []byte) (*Own, error) { return nil, nil }
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := madeOf(t, files)
			o.Outputs = []string{"csv"} // what is made of the rows opens nothing more
			change(o)
			once(t, opens(t, o, func() {
				outcomes, err := Build(context.Background(), *o)
				require.NoError(t, err)
				for _, out := range outcomes {
					require.NoError(t, out.Err)
				}
			}))
			once(t, opens(t, o, func() { // nothing has changed
				outcomes, err := Build(context.Background(), *o)
				require.NoError(t, err)
				for _, out := range outcomes {
					require.True(t, out.Unchanged || out.Gone, out.Name)
				}
			}))
			once(t, opens(t, o, func() {
				_, err := Packs(context.Background(), *o)
				require.NoError(t, err)
			}))
		})
	}
	o := madeOf(t, files)
	once(t, opens(t, o, func() {
		_, err := Check(context.Background(), *o)
		require.NoError(t, err)
	}))
}

// TestLargeMastersAreNotKept holds that what is more than a run keeps is read again, and that a file which was saved meanwhile is refused.
func TestLargeMastersAreNotKept(t *testing.T) {
	o := madeOf(t, map[string]string{"2023-09/m.csv": rows("1:a")})
	f := &masterFile{path: filepath.Join(o.Input, "2023-09", "m.csv"), listed: "2023-09/m.csv"}
	s := newSources(o.Limits)
	s.room = 10
	sha := s.sha(f)
	data, err := s.bytes(f)
	require.NoError(t, err)
	assert.Equal(t, sha, plainfile.Sum(data))
	require.NoError(t, os.WriteFile(f.path, []byte(rows("1:b")), 0o644))
	_, err = s.bytes(f)
	assert.EqualError(t, err, "2023-09/m.csv was saved while it was being read: run again")
	assert.Equal(t, int64(10), s.room)
}

// TestSourcesLetGo holds that nothing is kept of a file once every series is done with it.
func TestSourcesLetGo(t *testing.T) {
	o := madeOf(t, map[string]string{"2023-08/a.csv": rows("1:a", "2:b"), "2023-09/b.csv": rows("1:a", "2:b")})
	r, err := o.newRun()
	require.NoError(t, err)
	assert.Less(t, r.sources.room, int64(mostKept))
	assert.Less(t, r.sources.rows, mostRowsKept)
	require.NoError(t, r.work(context.Background()))
	assert.Equal(t, int64(mostKept), r.sources.room)
	assert.Equal(t, mostRowsKept, r.sources.rows)
}
