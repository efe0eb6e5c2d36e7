package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
)

// TestStandingsAreToldApart: each standing in scope has a look of its own, with a number that can be read on it.
func TestStandingsAreToldApart(t *testing.T) {
	t.Parallel()
	palette := colour.NewPalette(colour.DefaultAccent())
	seen := map[string]report.Standing{}
	for _, s := range report.Standings() {
		look, ok := standingLook(palette, s)
		if !ok {
			continue
		}
		fill := barFill(look)
		assert.Empty(t, seen[fill], "%s looks like %s", s, seen[fill])
		seen[fill] = s
		number, err := colour.Parse("#" + look.number)
		require.NoError(t, err)
		on, err := colour.Parse("#" + look.fill)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, colour.Contrast(number, on), colour.Readable, s)
	}
	assert.Len(t, seen, 5)
}

// chartPoints are the references of a chart, with the values that the file has beside them.
type chartPoints struct {
	F      string   `xml:"f"`
	Points []string `xml:"strCache>pt>v"`
	Values []string `xml:"numCache>pt>v"`
}

// TestChartsHoldTheirPoints: a program that does not calculate shows a chart from the points in the file. They are those of
// the cells that the chart names.
func TestChartsHoldTheirPoints(t *testing.T) {
	t.Parallel()
	for name, make := range packsToTest() {
		pack, words := make(t)
		book := written(t, pack, words)
		f := opened(t, book)
		for i, part := range chartParts(t, book) {
			points := 0
			for _, ref := range references(t, part) {
				cells := cellsOf(t, f, ref.F)
				assert.Equal(t, cells, append(ref.Points, ref.Values...), "%s, chart %d: %s", name, i+1, ref.F)
				points += len(cells)
			}
			assert.Positive(t, points)
		}
	}
}

// TestPlantedPointIsFound proves that the test above would see a wrong point.
func TestPlantedPointIsFound(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	book := replaceInPart(t, written(t, pack, words), "xl/charts/chart2.xml", `<pt idx="1"><v>7</v>`, `<pt idx="1"><v>77</v>`)
	f := opened(t, book)
	wrong := 0
	for _, ref := range references(t, chartParts(t, book)[1]) {
		if !assert.ObjectsAreEqual(cellsOf(t, f, ref.F), append(ref.Points, ref.Values...)) {
			wrong++
		}
	}
	assert.Equal(t, 1, wrong)
}

func chartParts(t *testing.T, book []byte) [][]byte {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	require.NoError(t, err)
	var parts [][]byte
	for i := 1; ; i++ {
		r, err := in.Open(fmt.Sprintf("xl/charts/chart%d.xml", i))
		if err != nil {
			return parts
		}
		var part bytes.Buffer
		_, err = part.ReadFrom(r)
		require.NoError(t, err)
		parts = append(parts, part.Bytes())
	}
}

func references(t *testing.T, part []byte) []chartPoints {
	var refs []chartPoints
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if token == nil {
			return refs
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && strings.HasSuffix(start.Name.Local, "Ref") {
			var ref chartPoints
			require.NoError(t, d.DecodeElement(&ref, &start))
			refs = append(refs, ref)
		}
	}
}

// cellsOf reads the cells of a reference such as 'Trend'!$C$6:$C$8.
func cellsOf(t *testing.T, f *excelize.File, ref string) []string {
	tab, area, found := strings.Cut(ref, "!")
	require.True(t, found)
	from, to, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	require.NoError(t, err)
	last := first
	if to != "" {
		_, last, err = excelize.CellNameToCoordinates(to)
		require.NoError(t, err)
	}
	var cells []string
	for row := first; row <= last; row++ {
		text, err := f.GetCellValue(strings.ReplaceAll(strings.Trim(tab, "'"), "''", "'"), cellName(column, row), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		cells = append(cells, text)
	}
	return cells
}

// TestNumbersOfLinesDoNotMeet: of points in one place, one has its number above and one below.
func TestNumbersOfLinesDoNotMeet(t *testing.T) {
	t.Parallel()
	p := &page{table: content.Table{Rows: []content.Row{
		{Cells: []content.Cell{countOf(17), countOf(0), countOf(0)}}, {Cells: []content.Cell{countOf(5), countOf(4), countOf(0)}},
		{Cells: []content.Cell{countOf(2), countOf(9), countOf(1)}}}}}
	w := &chartWriter{chart: &chart{lines: true, from: p, last: 2, series: []series{{column: 0}, {column: 1}, {column: 2}}}}
	for row, want := range []string{"ttb", "tbb", "ttb"} {
		sides := ""
		for i := range w.series {
			sides += w.side(i, row)
		}
		assert.Equal(t, want, sides, "row %d", row)
	}
}
