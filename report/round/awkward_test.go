package round

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/reporttest/pace"
)

// awkwardVariable names a folder of workbooks and CSV files that are hard to read; without it the project's own masters alone are tried.
const awkwardVariable = "BOARDPACK_AWKWARD"

// awkwardMasters lists the files to try: the project's own, and of the folder no more than most, evenly taken.
func awkwardMasters(t testing.TB, most int) []string {
	t.Helper()
	var out, found []string
	for _, pattern := range []string{"../../input/2023-09/*.xlsx", "../master/testdata/*.xlsx", "../batch/testdata/*.xlsx"} {
		own, err := filepath.Glob(pattern)
		require.NoError(t, err)
		out = append(out, own...)
	}
	if dir := os.Getenv(awkwardVariable); dir != "" {
		require.NoError(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if ending := strings.ToLower(filepath.Ext(path)); err == nil && slices.Contains([]string{".xlsx", ".xlsm", ".csv"}, ending) {
				found = append(found, path)
			}
			return err
		}))
	}
	step := float64(len(found)) / float64(min(most, max(1, len(found))))
	for i := 0; i < min(most, len(found)); i++ {
		out = append(out, found[int(float64(i)*step)])
	}
	return out
}

// ownedMaster works out a master in which every row has an owner, whatever its own columns are; false where the file is no master.
func ownedMaster(s *Setting, path string) (Master, bool) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Master{}, false
	}
	register, err := master.ReadBytes(path, data, master.Options{Month: s.Month, Vocabulary: s.Vocabulary, Rules: s.Rules})
	if err != nil {
		return Master{}, false
	}
	for i := range register.Recommendations {
		if r := &register.Recommendations[i]; len(ownersIn(r.Owner)) == 0 {
			r.Owner = "Estates"
		}
	}
	pack, err := report.Build(register, nil, s.Rules)
	if err != nil {
		return Master{}, false
	}
	return Master{Path: path, Data: data, SHA256: plainfile.Sum(data), Pack: pack}, true
}

// askedAbout asks about a copy of a master; nil where nobody is to be asked.
func askedAbout(t testing.TB, path string) (*Setting, *AskResult) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	s := settingOf(t, nil)
	copied := filepath.Join(t.TempDir(), filepath.Base(path))
	require.NoError(t, os.WriteFile(copied, data, 0o644))
	m, ok := ownedMaster(s, copied)
	if !ok {
		return nil, nil
	}
	s.Masters = []Master{m}
	out, err := Ask(s, AskOptions{ReplyBy: replyBy()})
	if err != nil {
		return nil, nil
	}
	return s, out
}

// ownedAgain works the masters out again from the disk.
func ownedAgain(t testing.TB, s *Setting) *Setting {
	t.Helper()
	next := *s
	m, ok := ownedMaster(s, s.Masters[0].Path)
	require.True(t, ok, s.Masters[0].Path)
	next.Masters = []Master{m}
	return &next
}

// TestAwkwardMasters asks about every master that can be read and takes the returns in as they were sent: the master is the same to the byte.
// Then one row of each owner is answered: what is taken is in the master, no other row reads otherwise, a second run writes nothing, and
// when the returns go every cell says again what it said.
func TestAwkwardMasters(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	asked, refused := 0, map[string]int{}
	for _, path := range awkwardMasters(t, 400) {
		s, out := askedAbout(t, path)
		if out == nil {
			continue
		}
		asked++
		if !t.Run(filepath.Base(path), func(t *testing.T) { takeIn(t, s, out, refused) }) {
			t.Log(path)
		}
	}
	t.Logf("%d masters asked about; answers not taken: %v", asked, refused)
	if os.Getenv(awkwardVariable) != "" {
		assert.Greater(t, asked, 100)
	}
	assert.Greater(t, asked, 5)
}

func takeIn(t *testing.T, s *Setting, out *AskResult, refused map[string]int) {
	path := s.Masters[0].Path
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	for _, o := range out.Round.Owners {
		open(t, s, o.Name).saved(o.File+".xlsx", october12())
	}
	unchanged(t, s, out, before)

	said := saidBy(t, s)
	for _, o := range out.Round.Owners {
		row := out.Round.rowsOf(o.Name)[0]
		title := out.Round.master(row.Register).Title["en"]
		open(t, s, o.Name).fill(row.Ref, title, map[column]any{colStatus: "Not started", colProgress: "Begun: 007"}).saved(o.File+".xlsx", october26())
	}
	got := collect(t, s, CollectOptions{Write: true})
	taken := map[string]bool{}
	for _, a := range got.Answers {
		switch a.Kind {
		case "taken":
			taken[a.Row.Code] = true
		case "refused":
			refused[a.Why]++
		}
	}
	s = ownedAgain(t, s)
	assert.Equal(t, len(taken) > 0, len(got.Written) > 0 && plainfile.Sum(before) != s.Masters[0].SHA256)
	for code, was := range saidBy(t, s) {
		if !taken[code] {
			assert.Equal(t, said[code], was, "a row that nobody answered")
		}
	}
	twice := collect(t, s, CollectOptions{Write: true})
	assert.Empty(t, twice.Written)
	assert.Equal(t, got.Results(), twice.Results())
	require.NoError(t, os.RemoveAll(filepath.Join(s.Dir, s.Month.String(), "returns")))
	collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, said, saidBy(t, ownedAgain(t, s)), "what is taken away is undone")
}

// unchanged collects, and holds that every return was read as its owner's and that the master is the same to the byte.
func unchanged(t *testing.T, s *Setting, out *AskResult, before []byte) {
	t.Helper()
	got := collect(t, s, CollectOptions{Write: true, Received: october12()})
	assert.Empty(t, got.Answers)
	assert.Empty(t, got.Written)
	var owners, read []string
	for _, o := range out.Round.Owners {
		owners = append(owners, o.Name)
	}
	for _, r := range got.Returns {
		assert.NoError(t, r.Err)
		read = append(read, r.Owner)
	}
	assert.ElementsMatch(t, owners, read)
	after, err := os.ReadFile(s.Masters[0].Path)
	require.NoError(t, err)
	assert.Equal(t, plainfile.Sum(before), plainfile.Sum(after))
}

// saidBy gives what the master says of every row that was asked about, by field.
func saidBy(t *testing.T, s *Setting) map[string]map[report.Field]string {
	t.Helper()
	require.NoError(t, s.prepare())
	r, err := load(s.Dir, s.Month)
	require.NoError(t, err)
	out := map[string]map[report.Field]string{}
	for code, at := range s.spots(newRounds(r, nil)) {
		out[code] = map[report.Field]string{}
		for _, f := range report.Fields() {
			out[code][f] = at.master.said(at.line.row.Recommendation, f)
		}
	}
	return out
}
