package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// wordsOfGo finds what only a programmer reads: the names of Go's packages and types, what its libraries say of bytes that they do
// not understand, and what systems say of files, in place of a sentence.
func wordsOfGo() *regexp.Regexp {
	return regexp.MustCompile(`(?i)strconv|\bEOF\b|(^|[^.\w])(?-i:xml|json|zip|zlib|flate|gzip|png|yaml|fpdf)(:| syntax| error)|excelize|goroutine|\bpanic|nil pointer|` +
		`invalid (syntax|character|argument|value|header|format|code point|memory)|out of range|parsing "|parse error|\bunexpected\b|%!|<nil>|unmarshal|looking for beginning|` +
		`(?-i:\*?\b(os|io|fs|json|xml|zip|flate|errors|exec|syscall|strconv|time|url|yaml|ast|token|expr|file|vm|fpdf|pflag|png|image|report|batch|master|proof|ooxml|workbook|pdf|layout|templates|start|runtime|bufio|bytes|strings|reflect|context|norm|language|i18n)\.[A-Z]\w+)|` +
		`\b(open|l?stat|read|write|mkdir|rename|remove|unlink|unlinkat|readdirent|fdopendir|getdents\w*|chdir|readlink|fork/exec|seek|truncate) [^ ]*[/.][^ ]*: |` +
		`no such file|permission denied|(is a|not a) directory|name too long|too many levels|bad file descriptor|input/output error|resource busy|errno|no such device|` +
		`\bfunc\(|interface ?\{|\bu?int(8|16|32|64)\b|\bfloat64\b|\[\](string|byte)|map\[|0x[0-9a-f]|\\[ux][0-9a-f]{2}|\x00`)
}

var corpusShare = flag.Int("corpus", 400, "the tests of what the program says try one command line in so many of their corpus")

// corpus tries command lines in folders of their own and looks at what the program says.
type corpus struct {
	*testing.T
	theirs *regexp.Regexp
	met    int         // command lines, those that were not tried too
	ended  map[int]int // how often by exit status
}

func newCorpus(t *testing.T) *corpus {
	return &corpus{T: t, theirs: wordsOfGo(), ended: map[int]int{}}
}

// try runs the program in a folder of these files; nothing that it says may be in words of Go.
func (c *corpus) try(what string, files map[string]string, args ...string) {
	c.Helper()
	if c.isNext() {
		c.runIn(what, files, args...)
	}
}

// isNext tells whether the next command line is one of those that are tried.
func (c *corpus) isNext() bool {
	c.met++
	return c.met%*corpusShare == 0
}

func (c *corpus) runIn(what string, files map[string]string, args ...string) {
	c.Helper()
	c.Chdir(c.put(files))
	var out bytes.Buffer
	c.ended[run(context.Background(), args, &out, &out)]++
	if found := c.theirs.FindString(out.String()); found != "" {
		assert.Fail(c, "words of Go", "%.200s: boardpack %.200s says %.200q:\n%.2000s", what, strings.Join(args, " "), found, out.String())
	}
}

// tryAll runs every command that reads masters or a template.
func (c *corpus) tryAll(what string, files map[string]string) {
	c.Helper()
	for _, args := range [][]string{{"build", "--lang", "en"}, {"check"}, {"check", "--json", "--annotate", "copies"}, {"explain", "all.open"}, {"explain"},
		{"verify", "out"}, {"verify", "--rebuild", "out"}, {"build", "--portfolio", "--split", "owner", "--json", "--strict"}} {
		c.try(what, files, args...)
	}
}

// put writes files into a new folder: a name with a stroke at its end is a folder, a text that begins with -> a link.
func (c *corpus) put(files map[string]string) string {
	c.Helper()
	dir := c.TempDir()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path, text := filepath.Join(dir, filepath.FromSlash(name)), files[name]
		require.NoError(c, os.MkdirAll(filepath.Dir(path), 0o755))
		to, isLink := strings.CutPrefix(text, "->")
		switch {
		case strings.HasSuffix(name, "/"):
			require.NoError(c, os.MkdirAll(path, 0o755))
		case isLink:
			require.NoError(c, os.Symlink(to, path))
		default:
			require.NoError(c, os.WriteFile(path, []byte(text), 0o644))
		}
	}
	return dir
}

const soundMaster = "Ref,Theme,Recommendation,Status,Owner\n1,Data,Record every check,Open,Head of Data\n2,Training,Train all,Complete,Head of Training\n"

// TestNoWordOfGoOnTheCommandLine: wrong flags, arguments, months, days, folders.
func TestNoWordOfGoOnTheCommandLine(t *testing.T) {
	pace.OneByOne(t)
	c := newCorpus(t)
	files := map[string]string{"input/2023-09/m.csv": soundMaster, "file": "text", "loop": "->loop", "long/" + strings.Repeat("x", 200): "a"}
	paths := []string{"nowhere", "file", "file/below", "loop", "loop/below", "", ".", "/dev/null", "/dev/zero", "/proc/self/mem", strings.Repeat("n", 300),
		strings.Repeat("n/", 3000), "a\x00b", "C:\\x", "\xff\xfe", "//", "~", "long", "-"}
	for _, command := range append(commandNames(), cobra.ShellCompRequestCmd) {
		for _, flag := range []string{"--jobs", "--max-size", "--max-rows", "--max-columns", "--max-cell", "--month", "--as-at", "--previous", "--split", "--lang",
			"--quiet", "--strict", "--json", "--example", "--published", "--force"} {
			for _, value := range []string{"=", "=x", "=-1", "=0", "=1.5", "=99999999999999999999", "=2023-13", "=2023-02-30", "=9999999-01", "=xx", "=a,b,", "=\"", "=\xff", "=\x1b[2J", ""} {
				c.try("flag", files, command, flag+value)
			}
		}
		for _, wrong := range []string{"-x", "--no-such", "--", "-", "---", "--=", "-=x", "--x=", "-qj", "-\xff"} {
			c.try("flag", files, command, wrong)
		}
		for _, path := range paths {
			c.try("path", files, command, path)
			for _, flag := range []string{"--input", "--out", "--templates", "--annotate", "--published", "--from"} {
				c.try("folder", files, command, flag+"="+path)
				c.try("folder", files, command, flag+"="+path, "new")
			}
		}
	}
	for _, args := range [][]string{{"bake"}, {"\x1b[2J"}, {"a\\b"}, {"build", "--as-at", "2023-09-01", "--month", "2023-08,2023-09"}, {"build", "--portfolio", "m"}, {"explain", "a", "b", "c"},
		{"explain", "all.opne"}, {"explain", "\x00"}, {"init"}, {"init", "--from", "file", "new"}, {"verify"}, {"completion", "tcsh"}} {
		c.try("arguments", files, args...)
	}
	t.Log(c.met, "command lines", c.ended)
	assert.NotZero(t, c.ended[exitUsage])
	assert.NotZero(t, c.ended[exitFailed])
}

// TestNoWordOfGoOfMasters: masters of every sort that cannot be read, or not in full.
func TestNoWordOfGoOfMasters(t *testing.T) {
	pace.OneByOne(t)
	c := newCorpus(t)
	good := c.made()
	book := good["out/2023-09/m-2023-09-en.xlsx"]
	for name, content := range inOrder(badFiles(book)) {
		for _, ending := range []string{".xlsx", ".csv", ".xls", ".pdf"} {
			if ending == ".xlsx" || len(content) < 100 {
				c.tryAll(name+ending, map[string]string{"input/2023-09/bad" + ending: content})
				c.try(name, map[string]string{"bad" + ending: content}, "init", "--from", "bad"+ending, "new")
			}
		}
	}
	for name, files := range inOrder(map[string]map[string]string{
		"folder":        {"input/2023-09/m.xlsx/": ""},
		"loop":          {"input/2023-09/m.xlsx": "->m.xlsx"},
		"link nowhere":  {"input/2023-09/m.xlsx": "->nowhere"},
		"device":        {"input/2023-09/m.xlsx": "->/dev/zero"},
		"mem":           {"input/2023-09/m.xlsx": "->/proc/self/mem"},
		"month a loop":  {"input/2023-09": "->2023-09"},
		"month a file":  {"input/2023-09": "x"},
		"input a file":  {"input": "x"},
		"input a loop":  {"input": "->input"},
		"empty":         {"input/": ""},
		"no input":      {"x": ""},
		"bad name":      {"input/2023-09/\x1b\xff.csv": soundMaster, "input/2023-09/" + strings.Repeat("n", 240) + ".csv": soundMaster},
		"history":       {"input/2023-08/m.csv": "\x00\x01", "input/2023-09/m.csv": soundMaster},
		"two of a name": {"input/2023-09/m.csv": soundMaster, "input/2023-09/M.csv": soundMaster, "input/2023-09/portfolio.csv": soundMaster},
	}) {
		c.tryAll(name, files)
	}
	t.Log(c.met, "command lines", c.ended)
}

// made builds a sound pack and gives all files of its folder, by name.
func (c *corpus) made() map[string]string {
	c.Helper()
	dir := c.put(map[string]string{"input/2023-09/m.csv": soundMaster, "input/2023-08/m.csv": soundMaster})
	c.Chdir(dir)
	var out bytes.Buffer
	require.Equal(c, exitDone, run(context.Background(), []string{"build", "--month", "all", "--lang", "en,cy", "--split", "owner"}, &out, &out), out.String())
	files := map[string]string{}
	require.NoError(c, filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	}))
	return files
}

// inOrder goes through a map in the order of its keys, so that the same command lines are tried each time.
func inOrder[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}

// badFiles gives contents that are no file of any sort, and sound ones spoiled.
func badFiles(sound ...string) map[string]string {
	out := map[string]string{"empty": "", "text": "text", "nul": strings.Repeat("\x00", 64), "ff": strings.Repeat("\xff", 64), "bom": "\ufeff", "utf16": "\xff\xfe1\x00",
		"zip": "PK\x03\x04", "end": "PK\x05\x06" + strings.Repeat("\x00", 18), "pdf": "%PDF-1.7\n", "ole": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xml": "<?xml version=\"1.0\"?>",
		"html": "<html><table><tr><td>Ref", "json": "{", "list": "[1", "yaml": "a: [", "quote": "Ref,\"Theme\n1", "null": "null", "string": "\"x\"", "number": "1e999", "deep": strings.Repeat("[", 20_000),
		"lines": strings.Repeat("a,b\n", 10), "one line": strings.Repeat("x", 70_000)}
	for i, text := range sound {
		for n := 1; n < 8; n++ {
			at := len(text) * n / 8
			out[fmt.Sprint("cut ", i, n)] = text[:at]
			out[fmt.Sprint("hole ", i, n)] = text[:at] + strings.Repeat("\x00", 200) + text[min(at+200, len(text)):]
			out[fmt.Sprint("gap ", i, n)] = text[:at] + text[min(at+99, len(text)):]
			out[fmt.Sprint("twice ", i, n)] = text[:at] + text[at/2:]
		}
	}
	return out
}

// TestNoWordOfGoOfPacks: files of packs that are damaged, or are not what their manifest says.
func TestNoWordOfGoOfPacks(t *testing.T) {
	pace.OneByOne(t)
	c := newCorpus(t)
	good := c.made()
	spoil := func(what, name, content string, sealed bool) map[string]string {
		files := maps.Clone(good)
		files[name] = content
		if sealed {
			files["out/2023-09/manifest.json"] = strings.ReplaceAll(good["out/2023-09/manifest.json"], sha256Of(good[name]), sha256Of(content))
		}
		return files
	}
	spoilJSON := func(what, name, content string, sealed bool) {
		files := spoil(what, name, content, sealed)
		c.try(what, files, "verify", "out/2023-09")
		c.try(what, files, "verify", "--rebuild", "out/2023-09")
		c.try(what, files, "build", "--lang", "en")
		c.try(what, files, "explain", "all.open")
	}
	for name, text := range inOrder(good) {
		if !strings.HasPrefix(name, "out/2023-09/") {
			continue
		}
		for what, content := range inOrder(badFiles(text)) {
			if strings.HasSuffix(name, ".json") {
				spoilJSON(name+" "+what, name, content, true)
				spoilJSON(name+" "+what, name, content, false)
			} else if c.isNext() {
				c.runIn(name+" "+what, spoil(what, name, content, true), "verify", "out/2023-09")
			}
		}
		if strings.HasSuffix(name, ".xlsx") {
			eachSpoiledPart(t, text, func(what string, content func() string) {
				if c.isNext() {
					c.runIn(name+" "+what, spoil(what, name, content(), true), "verify", "out/2023-09")
				}
			})
		}
	}
	for what, content := range inOrder(spoiledJSON(t, good["out/2023-09/manifest.json"])) {
		spoilJSON("manifest "+what, "out/2023-09/manifest.json", content, false)
	}
	for what, content := range inOrder(spoiledJSON(t, good["out/2023-09/m-2023-09-figures.json"])) {
		spoilJSON("figures "+what, "out/2023-09/m-2023-09-figures.json", content, true)
	}
	for _, name := range []string{"out/2023-09/manifest.json", "out/2023-09/m-2023-09-en.pdf", "out/.boardpack-lock", "out/2023-09", "out/2023-08/m-2023-08-figures.json"} {
		for what, content := range inOrder(map[string]string{"folder": "", "loop": "->" + filepath.Base(name), "device": "->/dev/zero", "nowhere": "->gone", "text": "x"}) {
			files := maps.Clone(good)
			maps.DeleteFunc(files, func(other, _ string) bool { return other == name || strings.HasPrefix(other, name+"/") })
			if what == "folder" {
				name += "/"
			}
			files[name] = content
			c.tryAll(name+" "+what, files)
			name = strings.TrimSuffix(name, "/")
		}
	}
	t.Log(c.met, "command lines", c.ended)
}

// spoiledJSON puts values of another kind in the place of each key's, at every depth.
func spoiledJSON(t *testing.T, text string) map[string]string {
	out := map[string]string{}
	keys := regexp.MustCompile(`"(\w+)": `)
	seen := map[string]bool{}
	for _, at := range keys.FindAllStringSubmatchIndex(text, -1) {
		key := text[at[2]:at[3]]
		if seen[key] {
			continue
		}
		seen[key] = true
		rest := text[at[1]:]
		decoder := json.NewDecoder(strings.NewReader(rest))
		var value json.RawMessage
		require.NoError(t, decoder.Decode(&value))
		for _, other := range []string{`null`, `"x"`, `-1`, `1.5`, `[]`, `{}`, `[null]`, `true`, `1e400`, `""`, `"\ud800"`} {
			out[key+"="+other] = text[:at[1]] + other + rest[decoder.InputOffset():]
		}
		out[key+" gone"] = text[:at[0]] + `"other": ` + rest
	}
	return out
}

// eachSpoiledPart takes each part of a workbook away, cuts it, or puts something else in its place.
func eachSpoiledPart(t *testing.T, book string, each func(what string, content func() string)) {
	from, err := zip.NewReader(strings.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	changes := map[string]func(string) string{
		"cut":   func(s string) string { return s[:len(s)/2] },
		"empty": func(string) string { return "" },
		"text":  func(string) string { return "text" },
		"other": func(string) string { return `<?xml version="1.0"?><other/>` },
		"number": func(s string) string {
			return regexp.MustCompile(`"\d+"`).ReplaceAllString(s, `"99999999999999999999"`)
		},
		"word":   func(s string) string { return regexp.MustCompile(`>[^<>]+<`).ReplaceAllString(s, ">x<") },
		"entity": func(s string) string { return strings.Replace(s, "><", ">&x;<", 1) },
	}
	for _, spoiled := range from.File {
		for what, change := range inOrder(changes) {
			each(spoiled.Name+" "+what, func() string { return withPart(t, from, spoiled, change) })
		}
	}
}

// withPart gives a workbook with one part changed.
func withPart(t *testing.T, from *zip.Reader, changed *zip.File, change func(string) string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range from.File {
		r, err := part.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		if part == changed {
			text = []byte(change(string(text)))
		}
		w, err := z.Create(part.Name)
		require.NoError(t, err)
		_, err = w.Write(text)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}
