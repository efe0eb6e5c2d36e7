package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/excerpt"
)

// TestPartsBelongTogether: each part has a type and is led to, and each relationship leads to a part.
func TestPartsBelongTogether(t *testing.T) {
	t.Parallel()
	targets := regexp.MustCompile(` Target="([^"]+)"`)
	for name, make := range packsToTest() {
		pack, words := make(t)
		parts := unzipped(t, written(t, pack, words))
		led := map[string]bool{}
		for part, text := range parts {
			if path.Ext(part) != ".rels" {
				assert.Equal(t, part != contentTypes, strings.Contains(parts[contentTypes], `PartName="/`+part+`"`), "%s: the type of %s", name, part)
				continue
			}
			for _, target := range targets.FindAllStringSubmatch(text, -1) {
				to := path.Join(path.Dir(path.Dir(part)), target[1])
				assert.Contains(t, parts, to, "%s: %s", name, part)
				led[to] = true
			}
		}
		for part := range parts {
			assert.True(t, led[part] || path.Ext(part) == ".rels" || part == contentTypes, "%s: nothing leads to %s", name, part)
		}
	}
}

// TestPrintedHeadsFit: Excel refuses a head or foot of more than 255 units, and takes an ampersand for a code.
func TestPrintedHeadsFit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Custody", "Custody"}, {"an ampersand", "A & B", "A && B"}, {"lines", "a\nb", "a b"}, {"at the bound", "1234567890", "1234567890"},
		{"too long", "12345678901", "1234567890"}, {"too long when doubled", "1234567&&&", "1234567&&"}, {"ampersands alone", "&&&&&&", "&&&&&&&&&&"},
	} {
		got := printText(c.in, 10)
		assert.Equal(t, c.want, got, c.name)
		assert.LessOrEqual(t, excerpt.Units(got), 10, c.name)
	}
}

func unzipped(t *testing.T, book []byte) map[string]string {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range in.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(text)
	}
	return parts
}
