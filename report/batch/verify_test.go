package batch

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/plainfile"
	"boardpack/report/reporttest/pace"
)

// packOnce are the files of one small pack in English, by name, which is made once.
var packOnce struct {
	sync.Once
	files fstest.MapFS
}

// publishedPack gives the options that a small pack was made with, and the folder of its month in a copy.
func publishedPack(t *testing.T) (o *Options, dir string) {
	t.Helper()
	o = madeOf(t, map[string]string{"2023-09/m.csv": rows("1:the first", "2:the second:Complete")})
	o.Words = o.Words[:1]
	dir = filepath.Join(o.Out, "2023-09")
	packOnce.Do(func() {
		built, err := Build(context.Background(), *o)
		require.NoError(t, err)
		require.NoError(t, built[0].Err)
		made := fstest.MapFS{}
		for _, f := range append(built[0].Files, Written{Path: filepath.Join(dir, ManifestName)}) {
			data, err := os.ReadFile(f.Path)
			require.NoError(t, err)
			made[filepath.Base(f.Path)] = &fstest.MapFile{Data: data, Mode: 0o644}
		}
		packOnce.files = made
		require.NoError(t, os.RemoveAll(dir))
	})
	require.NotEmpty(t, packOnce.files)
	require.NoError(t, os.CopyFS(dir, packOnce.files))
	return o, dir
}

// verdictOf verifies the only month, and gives what is wrong as lines of file and message, and the notes.
func verdictOf(t *testing.T, o *Options, rebuild bool) (findings, notes []string) {
	t.Helper()
	verdicts, err := Verify(context.Background(), o.Out, *o, rebuild)
	require.NoError(t, err)
	require.Len(t, verdicts, 1)
	for _, f := range verdicts[0].Findings {
		findings = append(findings, f.File+": "+f.Message)
	}
	return findings, verdicts[0].Notes
}

// changeManifest rewrites the manifest of a folder.
func changeManifest(t *testing.T, dir string, change func(m *manifest)) {
	t.Helper()
	path := filepath.Join(dir, ManifestName)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var m manifest
	require.NoError(t, json.Unmarshal(data, &m))
	change(&m)
	data, err = m.encode()
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, data, 0o644))
}

// TestVerifyOfAFolderThatIsNotAsItWasMade: what is told of each way in which files and manifest part.
func TestVerifyOfAFolderThatIsNotAsItWasMade(t *testing.T) {
	t.Parallel()
	const (
		pdf, book, page   = "m-2023-09-en.pdf", "m-2023-09-en.xlsx", "m-2023-09.html"
		figures, document = "m-2023-09-figures.json", "m-2023-09-en.document.json"
	)
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		says   string
		note   string
	}{
		{"nothing", func(*testing.T, string) {}, "", ""},
		{"no manifest", func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, ManifestName))) },
			"manifest.json: it is missing, so the files cannot be checked; run build again", ""},
		{"a manifest that is none", func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, ManifestName), []byte("{"), 0o644))
		}, "manifest.json: ", ""},
		{"a file is gone", func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, pdf))) },
			pdf + ": it is missing; run build again", ""},
		{"a document is gone", func(t *testing.T, dir string) { require.NoError(t, os.Remove(filepath.Join(dir, document))) },
			"", document + " is missing, so the pack in that language was not compared with the figures"},
		{"a folder in the place of a file", func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, book)))
			require.NoError(t, os.Mkdir(filepath.Join(dir, book), 0o755))
		}, book + ": it cannot be read: ", ""},
		{"a byte more", func(t *testing.T, dir string) { appendTo(t, filepath.Join(dir, pdf), "\n") },
			pdf + ": the file was changed after it was made, perhaps by SharePoint or a mail system, but every figure in it still agrees with " + figures, ""},
		{"a figures file with a byte more", func(t *testing.T, dir string) { appendTo(t, filepath.Join(dir, figures), "\n") },
			figures + ": it was changed after it was made; to get the original file back, run build again", ""},
		{"another pack's workbook", func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, book), []byte("no workbook"), 0o644))
		}, book + ": it was changed after it was made, and its figures differ from " + figures, ""},
		{"a file that is not of the set", func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "notes.docx"), nil, 0o644))
			require.NoError(t, os.WriteFile(filepath.Join(dir, "Thumbs.db"), nil, 0o644))
		}, "notes.docx: it does not belong to these packs", ""},
		{"a name outside the folder", func(t *testing.T, dir string) {
			changeManifest(t, dir, func(m *manifest) {
				m.Packs[0].Outputs = append(m.Packs[0].Outputs, ManifestFile{Name: "../elsewhere.pdf", SHA256: "0"})
			})
		}, "../elsewhere.pdf: it names a file outside the folder", ""},
		{"no figures file in the set", func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, figures)))
			changeManifest(t, dir, func(m *manifest) { m.Packs[0].Outputs = without(m.Packs[0].Outputs, figures) })
		}, figures + ": the pack has no figures file", ""},
		{"figures that contradict each other", func(t *testing.T, dir string) {
			rewrite(t, dir, figures, `"complete": 1`, `"complete": 2`)
		}, figures + ": its figures contradict each other: ", ""},
		{"a document that says another number", func(t *testing.T, dir string) {
			rewrite(t, dir, document, `"n":1,`, `"n":7,`)
		}, document + ": it differs from " + figures + ": ", ""},
		{"made by an early version", func(t *testing.T, dir string) {
			for _, name := range []string{document, page} {
				require.NoError(t, os.Remove(filepath.Join(dir, name)))
				changeManifest(t, dir, func(m *manifest) { m.Packs[0].Outputs = without(m.Packs[0].Outputs, name) })
			}
		}, "", "an earlier version made it, which did not record what its PDFs and workbooks say"},
		{"a run that was ended", func(t *testing.T, dir string) {
			require.NoError(t, os.Mkdir(filepath.Join(dir, unfinished), 0o755))
		}, "", "a run was interrupted or has not ended"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o, dir := publishedPack(t)
			c.change(t, dir)
			findings, notes := verdictOf(t, o, false)
			if c.says == "" {
				assert.Empty(t, findings)
			} else {
				assert.Contains(t, strings.Join(findings, "\n"), c.says)
			}
			if c.note == "" {
				assert.Empty(t, notes)
			} else {
				assert.Contains(t, strings.Join(notes, "\n"), c.note)
			}
		})
	}
}

func appendTo(t *testing.T, path, text string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	require.NoError(t, err)
	_, err = file.WriteString(text)
	require.NoError(t, err)
	require.NoError(t, file.Close())
}

func without(files []ManifestFile, name string) []ManifestFile {
	var out []ManifestFile
	for _, f := range files {
		if f.Name != name {
			out = append(out, f)
		}
	}
	return out
}

// rewrite changes a text in a file and writes its sum into the manifest, as somebody who means it would.
func rewrite(t *testing.T, dir, name, was, is string) {
	t.Helper()
	path := filepath.Join(dir, name)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Contains(t, string(data), was)
	changed := []byte(strings.Replace(string(data), was, is, 1))
	require.NoError(t, os.WriteFile(path, changed, 0o644))
	changeManifest(t, dir, func(m *manifest) {
		for i := range m.Packs[0].Outputs {
			if m.Packs[0].Outputs[i].Name == name {
				m.Packs[0].Outputs[i].SHA256 = plainfile.Sum(changed)
			}
		}
	})
}

// TestVerifyTellsWhichFilesAreNewerThanTheManifest: a run that was ended while it published left some files of its own.
func TestVerifyTellsWhichFilesAreNewerThanTheManifest(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o, dir := publishedPack(t)
	const book = "m-2023-09-en.xlsx"
	newer := []byte("the next run's")
	next := manifest{Schema: manifestSchema, Month: "2023-09", Packs: []ManifestPack{{Register: "m", Outputs: []ManifestFile{{book, plainfile.Sum(newer)}}}}}
	data, err := next.encode()
	require.NoError(t, err)
	require.NoError(t, os.Mkdir(filepath.Join(dir, unfinished), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, unfinished, ManifestName), data, 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, book), newer, 0o644))
	findings, notes := verdictOf(t, o, false)
	assert.Equal(t, []string{book + ": it is newer than manifest.json, because the run that made it was interrupted; run build again"}, findings)
	assert.Len(t, notes, 1)

	built, err := Build(context.Background(), *o)
	require.NoError(t, err)
	assert.False(t, built[0].Unchanged)
	assert.NoDirExists(t, filepath.Join(dir, unfinished), "the next run clears up")
	findings, notes = verdictOf(t, o, false)
	assert.Empty(t, findings)
	assert.Empty(t, notes)
}

// TestRebuildSaysWhatIsNotAsItWas: other bytes prove nothing where the pack is made from something else, and each such thing is named.
func TestRebuildSaysWhatIsNotAsItWas(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	for _, c := range []struct {
		name   string
		change func(t *testing.T, o *Options, dir string)
		says   string
	}{
		{"nothing", func(*testing.T, *Options, string) {}, ""},
		{"another master", func(t *testing.T, o *Options, _ string) {
			appendTo(t, filepath.Join(o.Input, "2023-09", "m.csv"), "\n")
		},
			"m: it cannot be built again: the master 2023-09/m.csv is not the one that it was made from"},
		{"no master", func(t *testing.T, o *Options, _ string) {
			require.NoError(t, os.Remove(filepath.Join(o.Input, "2023-09", "m.csv")))
		}, "m: it cannot be built again: the master 2023-09/m.csv cannot be read: "},
		{"another version", func(_ *testing.T, o *Options, _ string) { o.Version = "later" },
			"m: it cannot be built again: it was made by boardpack test (), but this is later ()"},
		{"another build of the same version", func(_ *testing.T, o *Options, _ string) { o.Tool = "abc" },
			"it was made by boardpack test (), but this is test (abc)"},
		{"another template", func(_ *testing.T, o *Options, _ string) { o.Templates = []File{{"pack.yaml", []byte("x")}} },
			"the template is not the same: name the one that it was made with, with --templates"},
		{"other settings for the run", func(_ *testing.T, o *Options, dir string) {
			o.Given = []string{"due_soon_days=30"}
		}, "it was made with --set : give the same to verify"},
		{"settings that were given then", func(t *testing.T, _ *Options, dir string) {
			changeManifest(t, dir, func(m *manifest) { m.Packs[0].Given = []string{"due_soon_days=30", "accent=#112233"} })
		}, "it was made with --set due_soon_days=30 --set accent=#112233: give the same to verify"},
		{"another limit", func(_ *testing.T, o *Options, _ string) { o.Limits.Rows = 77 },
			"it was made with other settings, or with an earlier version or template than the rest of the month"},
		{"a published file that is gone", func(t *testing.T, _ *Options, dir string) {
			changeManifest(t, dir, func(m *manifest) {
				m.Packs[0].Published = []ManifestFile{{"2023-08/m-2023-08-figures.json", strings.Repeat("0", 64)}}
			})
		}, "the published figures file 2023-08/m-2023-08-figures.json cannot be read: "},
		{"a return that is gone", func(t *testing.T, o *Options, dir string) {
			changeManifest(t, dir, func(m *manifest) { m.Packs[0].Round = []ManifestFile{{"rounds/2023-09/a.xlsx", "1"}} })
		}, "rounds/2023-09/a.xlsx is not the one that it was made from, or is not there"},
		{"a master that could not be read then", func(t *testing.T, _ *Options, dir string) {
			changeManifest(t, dir, func(m *manifest) { m.Packs[0].Inputs[0].SHA256 = "" })
		}, ""},
		{"a file that another program made", func(t *testing.T, _ *Options, dir string) {
			rewrite(t, dir, "m-2023-09-recommendations.csv", "the first", "another")
		}, "m-2023-09-recommendations.csv: built again from the same spreadsheets, it is different"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o, dir := publishedPack(t)
			c.change(t, o, dir)
			findings, _ := verdictOf(t, o, true)
			if c.says == "" {
				assert.Empty(t, findings)
				return
			}
			assert.Contains(t, strings.Join(findings, "\n"), c.says)
		})
	}
}

// TestRebuildOfAPackOfAGivenDay: the day, and the month to compare with, are those that were given then.
func TestRebuildOfAPackOfAGivenDay(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := madeOf(t, map[string]string{"2023-07/m.csv": rows("1:the first"), "2023-08/m.csv": rows("1:the first"), "2023-09/m.csv": rows("1:the first:Complete")})
	o.Words = o.Words[:1]
	plain := *o
	o.AsAt, o.Previous = dates.NewDate(2023, 9, 29), report.Month{Year: 2023, Month: 7}
	built, err := Build(context.Background(), *o)
	require.NoError(t, err)
	require.NoError(t, built[0].Err)
	assert.Equal(t, "2023-07/m.csv", built[0].ComparedWith)
	verdicts, err := Verify(context.Background(), o.Out, *o, true)
	require.NoError(t, err)
	assert.Empty(t, verdicts[0].Findings, "the same is given")
	verdicts, err = Verify(context.Background(), o.Out, plain, true)
	require.NoError(t, err)
	assert.Empty(t, verdicts[0].Findings, "and where nothing is given, what the manifest says is")

	for _, broken := range []func(m *manifest){
		func(m *manifest) { m.Packs[0].GivenAsAt = "soon" },
		func(m *manifest) { m.Packs[0].Previous = "never" },
		func(m *manifest) { m.Month = "0" },
	} {
		changeManifest(t, filepath.Join(o.Out, "2023-09"), broken)
		v, err := Verify(context.Background(), o.Out, *o, true)
		assert.True(t, err != nil || len(v[0].Findings) > 0, "a manifest of nonsense is not built again")
	}
}

// TestFoldersThatVerifyLooksIn: a month's folder by itself, a folder of months, and what holds neither.
func TestFoldersThatVerifyLooksIn(t *testing.T) {
	t.Parallel()
	o, dir := publishedPack(t)
	for _, from := range []string{o.Out, dir} {
		verdicts, err := Verify(context.Background(), from, *o, false)
		require.NoError(t, err, from)
		require.Len(t, verdicts, 1)
		assert.True(t, verdicts[0].OK())
		assert.Equal(t, "2023-09", verdicts[0].Month)
		assert.Equal(t, 1, verdicts[0].Packs)
		assert.Equal(t, 7, verdicts[0].Files)
	}
	_, err := Verify(context.Background(), t.TempDir(), *o, false)
	require.ErrorIs(t, err, errNoPacks)
	assert.ErrorContains(t, err, "has no manifest.json and no folder for a month")
	_, err = Verify(context.Background(), filepath.Join(o.Out, "nowhere"), *o, false)
	assert.ErrorIs(t, err, os.ErrNotExist)
	stopped, stop := context.WithCancel(context.Background())
	stop()
	_, err = Verify(stopped, o.Out, *o, false)
	assert.ErrorIs(t, err, context.Canceled)
}
