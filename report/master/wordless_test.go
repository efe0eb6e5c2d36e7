package master

import (
	"bytes"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// TestNoWordOfTheProgram spoils workbooks and CSV files in thousands of ways: what is said of them is said in words for the
// people who keep them, never in those of Go or of a library.
func TestNoWordOfTheProgram(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	words := map[string]map[string]string{}
	for _, lang := range []string{"en", "cy"} {
		data, err := os.ReadFile("../../templates/wording/" + lang + ".yaml")
		require.NoError(t, err)
		said := map[string]any{}
		problems := regexp.MustCompile(`(?m)^problem\..*`).FindAll(data, -1) // each on its line; the library takes seconds for the whole file
		require.NoError(t, yaml.Unmarshal(bytes.Join(problems, []byte("\n")), &said))
		words[lang] = map[string]string{}
		for id, text := range said {
			words[lang][id], _ = text.(string)
		}
	}
	theirs := regexp.MustCompile(`(?i)strconv|\beof\b|xml:|zip:|flate|runtime|excelize|goroutine|panic|nil pointer|invalid syntax|out of range|parsing "|unexpected|%!|<nil>|(?-i:\*?\b[a-z]+\.[A-Z]\w+)|0x[0-9a-f]|U\+[0-9A-F]{4}|\\[ux][0-9a-f]{2}|\x00|�`)
	codes := map[string]int{}
	read := func(name string, data []byte) {
		register, err := ReadBytes(name, data, small())
		if err == nil {
			for _, p := range register.Problems {
				assert.NotEmpty(t, words["en"]["problem."+p.Code])
			}
			return
		}
		var u *Unusable
		require.True(t, errors.As(err, &u), err)
		codes[u.Problem.Code]++
		said := []string{err.Error()}
		for _, w := range words {
			said = append(said, w["problem."+u.Problem.Code], w["problem."+u.Problem.Code+".hint"])
		}
		for name, value := range u.Problem.Args {
			said = append(said, name+" "+value)
		}
		for _, s := range said {
			require.Empty(t, theirs.FindString(s), s)
		}
	}
	for name, text := range plainParts() {
		for at := 0; at < len(text); at += 11 {
			for _, change := range []string{text[:at], text[:at] + "\x00" + text[at:], text[:at] + "\xff" + text[at+1:], text[:at] + "<" + text[at:],
				text[:at] + "&x;" + text[at:], text[:at] + text[min(at+9, len(text)):], text[:at] + "\"" + text[at:], text[:at] + "-99999999999999999999" + text[at:]} {
				parts := plainParts()
				parts[name] = change
				read("m.xlsx", archive(t, parts))
			}
		}
	}
	sound := archive(t, plainParts())
	for at := 0; at < len(sound); at += 5 {
		read("m.xlsx", sound[:at])
		spoiled := bytes.Clone(sound)
		spoiled[at] ^= 0x55
		read("m.xlsx", spoiled)
	}
	csv := csvHeads + "1,Training,\"Do, \"\"this\"\"\nand that\",Open\n"
	for at := range len(csv) {
		for _, put := range []string{"\"", "\x00", "\xff", ",", "\r", strings.Repeat("x", 20_000), strings.Repeat(",", 200)} {
			read("m.csv", []byte(csv[:at]+put+csv[at:]))
		}
	}
	read("m.csv", []byte("a,b\n1,2\n"))
	for _, code := range []string{"damaged", "missing-part", "missing-column", "csv-open-quote", "csv-after-quote", "over-cell", "over-columns", "format-unknown", "no-table"} {
		assert.NotZero(t, codes[code], code)
	}
}
