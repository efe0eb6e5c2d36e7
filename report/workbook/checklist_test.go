package workbook

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/colour"
)

// TestPointsOfTheAnalysisFunction holds what docs/accessibility.md says of the parts of a workbook: tables in column A with names and
// descriptions, nothing merged, hidden or filtered, no ground but that of ratings, which can be read, the cursor in A1, letters of a
// size, words for every drawing, and what the file says of itself.
func TestPointsOfTheAnalysisFunction(t *testing.T) {
	for name, make := range packsToTest() {
		t.Run(name, func(t *testing.T) {
			pack, words := make(t)
			sheets, tables, drawings := 0, map[string]bool{}, 0
			parts := unzipped(t, written(t, pack, words))
			for part, text := range parts {
				switch {
				case strings.HasPrefix(part, "xl/worksheets/sheet"):
					sheets++
					assertSheet(t, part, text)
				case strings.HasPrefix(part, "xl/tables/"):
					table := attribute(text, "displayName")
					assert.False(t, tables[table], "two tables are called %s", table)
					tables[table] = true
					assertTable(t, part, text)
				case strings.HasPrefix(part, "xl/drawings/drawing"):
					for _, frame := range regexp.MustCompile(`<xdr:graphicFrame.*?</xdr:graphicFrame>`).FindAllString(text, -1) {
						assert.NotEmpty(t, attribute(frame, "descr"), "words for a chart in %s", part)
						drawings++
					}
				}
			}
			assert.Greater(t, sheets, 5)
			assert.Greater(t, len(tables), 10)
			assert.Positive(t, drawings)
			assertBook(t, parts)
		})
	}
}

// assertSheet holds what every sheet keeps.
func assertSheet(t *testing.T, part, text string) {
	for _, not := range []string{"<mergeCell", "hidden=", "filterColumn", "<picture", "<legacyDrawing"} {
		assert.False(t, strings.Contains(text, not), "%s has %s", part, not)
	}
	for _, selection := range regexp.MustCompile(`<selection[^>]*>`).FindAllString(text, -1) {
		assert.Equal(t, "A1", attribute(selection, "activeCell"), "the cursor in %s", part)
	}
	assert.True(t, strings.Contains(text, "<selection "), "the cursor of %s", part)
	assert.True(t, regexp.MustCompile(`<c r="A1"[^>]*><(v|f|is)>`).MatchString(text), "A1 of %s says something", part)
}

// assertTable holds what every table keeps.
func assertTable(t *testing.T, part, text string) {
	assert.True(t, strings.HasPrefix(attribute(text, "ref"), "A"), "%s begins in column A", part)
	assert.NotEmpty(t, attribute(text, "altText"), "words for %s", part)
	assert.NotContains(t, text, `headerRowCount="0"`, part)
	assert.NotContains(t, text, `showRowStripes="true"`, part)
	assert.NotContains(t, text, "filterColumn", part)
}

// assertBook holds what the file has once: how letters and cells look, and what the file says of itself.
func assertBook(t *testing.T, parts map[string]string) {
	styles := parts["xl/styles.xml"]
	fonts := styles[strings.Index(styles, "<fonts"):strings.Index(styles, "</fonts>")]
	for _, size := range regexp.MustCompile(`<sz val="([0-9.]+)"`).FindAllStringSubmatch(fonts, -1) {
		n, err := strconv.ParseFloat(size[1], 64)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, n, 10.5)
	}
	assert.False(t, strings.Contains(fonts, "<i "), "nothing is in italics")
	cells, formats, found := strings.Cut(styles, "<dxfs")
	require.True(t, found)
	assert.False(t, strings.Contains(cells, `patternType="solid"`), "no cell has a ground of its own")
	grounds := regexp.MustCompile(`<color rgb="FF([0-9A-F]{6})".*?<bgColor rgb="FF([0-9A-F]{6})"`)
	for _, format := range strings.Split(formats, "</dxf>") {
		if m := grounds.FindStringSubmatch(format); m != nil {
			text, err := colour.Parse("#" + m[1])
			require.NoError(t, err)
			ground, err := colour.Parse("#" + m[2])
			require.NoError(t, err)
			assert.GreaterOrEqual(t, colour.Contrast(text, ground), 7.0, "%s on %s, the ground of ratings", m[1], m[2])
		}
	}
	core := parts["docProps/core.xml"]
	for _, element := range []string{"dc:title", "dc:subject", "dc:creator", "keywords", "dc:language"} {
		assert.Regexp(t, "<"+element+">[^<]+</"+element+">", core)
	}
	assert.NotContains(t, parts[contentTypes], "macroEnabled")
	assert.NotContains(t, parts["xl/workbook.xml"], `state="hidden"`)
}

// attribute gives the value of the first attribute of a name; "" where there is none.
func attribute(text, name string) string {
	_, after, found := strings.Cut(text, " "+name+`="`)
	if !found {
		return ""
	}
	value, _, _ := strings.Cut(after, `"`)
	return value
}
