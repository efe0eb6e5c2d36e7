package opendata_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/opendata"
	"boardpack/report/reporttest"
)

func openData(t *testing.T, rows ...report.Recommendation) (raw []byte, read [][]string) {
	t.Helper()
	raw, err := opendata.CSV(reporttest.Build(t, reporttest.Register(rows...)))
	require.NoError(t, err)
	read, err = csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
	require.NoError(t, err)
	return raw, read
}

func TestOpenDataIsWrittenAsRFC4180Says(t *testing.T) {
	t.Parallel()
	raw, read := openData(t, report.Recommendation{Ref: "1", Text: report.Text{"en": "Say \"yes\", or\nno", "cy": "Dŵr"}, Due: dates.NewDate(2023, time.October, 1)},
		report.Recommendation{Ref: "2", State: report.Withdrawn})
	require.Len(t, read, 3)
	assert.Equal(t, "key", read[0][0])
	assert.Equal(t, "Say \"yes\", or\nno", read[1][5])
	assert.Equal(t, "Dŵr", read[1][6])
	assert.Equal(t, 0, strings.Count(strings.ReplaceAll(string(raw), "\r\n", ""), "\n"), "every line ends with CR and LF")
	assert.True(t, strings.HasPrefix(string(raw), "\ufeffkey,ref,"), "one byte order mark")
}

func TestOpenDataIsSafeInASpreadsheet(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"=1+1": "'=1+1", "+44 20": "'+44 20", "-1": "-1", "-A1": "'-A1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", " =1": "' =1", "＝1": "'＝1",
		"\r=1": "'\n=1", "1 = 1": "1 = 1", "plain": "plain", "": "", "'quoted": "'quoted", "\u200b=1": "'\u200b=1",
	}
	for text, want := range cases {
		_, read := openData(t, report.Recommendation{Ref: "1", Owner: text})
		assert.Equal(t, want, strings.ReplaceAll(read[1][9], "\r\n", "\n"), "%q", text)
	}
	late := report.Recommendation{Ref: "1", OriginalDue: dates.NewDate(2023, time.October, 9), Due: dates.NewDate(2023, time.October, 1)}
	_, read := openData(t, late)
	assert.Contains(t, read[1], "-8", "a number is no text, and stays a number")
}

// TestOpenDataIsAsItsMetadataSays reads every value by the types and formats of the metadata.
func TestOpenDataIsAsItsMetadataSays(t *testing.T) {
	t.Parallel()
	_, w := reporttest.Template(t)
	pack := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1", Due: dates.NewDate(2023, time.September, 1), Completed: dates.NewDate(2023, time.September, 2)},
		report.Recommendation{Ref: "2", State: report.Complete, SignOff: report.Refused, Scope: report.Joint}, report.Recommendation{Ref: "3", Scope: report.External}))
	raw, err := opendata.CSV(pack)
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
	require.NoError(t, err)
	meta, err := opendata.Metadata(pack, "x-2023-09-recommendations.csv", w)
	require.NoError(t, err)
	var table struct {
		Context []any  `json:"@context"`
		URL     string `json:"url"`
		Schema  struct {
			PrimaryKey string
			Columns    []struct {
				Name     string
				Titles   map[string][]string
				Datatype any
			}
		} `json:"tableSchema"`
	}
	require.NoError(t, json.Unmarshal(meta, &table))
	assert.Equal(t, "http://www.w3.org/ns/csvw", table.Context[0])
	assert.Equal(t, "x-2023-09-recommendations.csv", table.URL)
	assert.Equal(t, "key", table.Schema.PrimaryKey)
	require.Len(t, table.Schema.Columns, len(rows[0]))
	for c, column := range table.Schema.Columns {
		assert.Equal(t, rows[0][c], column.Name)
		assert.Contains(t, column.Titles["en"], rows[0][c])
		assert.NotContains(t, column.Titles["en"][1], "«", "its heading is in the wording")
		for _, row := range rows[1:] {
			assertTyped(t, column.Name, column.Datatype, row[c])
		}
	}
}

func assertTyped(t *testing.T, name string, datatype any, value string) {
	t.Helper()
	if value == "" {
		return // null
	}
	base, format := datatype, ""
	if d, ok := datatype.(map[string]any); ok {
		base, format = d["base"], d["format"].(string)
	}
	switch base {
	case "integer":
		_, err := strconv.Atoi(value)
		assert.NoError(t, err, name)
	case "date":
		assert.Equal(t, "yyyy-MM-dd", format)
		_, err := dates.ParseISODate(value)
		assert.NoError(t, err, name)
	case "boolean", "string":
		assert.Regexp(t, regexp.MustCompile("^("+format+".*)$"), value, name)
		if format != "" {
			assert.Regexp(t, regexp.MustCompile("^("+format+")$"), value, name)
		}
	default:
		assert.Fail(t, "unknown type", "%s: %v", name, base)
	}
}
