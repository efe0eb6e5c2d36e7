package master

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"boardpack/report"
)

const csvHeads = "Ref,Theme,Recommendation,Status\n"

func TestAwkwardCSV(t *testing.T) {
	text := func(want string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) { assert.Equal(t, want, theOne(t, r).Text["en"]) }
	}
	encoded := func(e interface{ String(string) (string, error) }, s string) string {
		out, err := e.String(s)
		must(err)
		return out
	}
	welsh := csvHeads + "1,Hyfforddiant,Hyfforddi tîm Llŷr ar gŵyn,Ar y gweill\n"
	utf16 := func(endian unicode.Endianness, bom unicode.BOMPolicy) string {
		return encoded(unicode.UTF16(endian, bom).NewEncoder(), welsh)
	}
	whole := text("Hyfforddi tîm Llŷr ar gŵyn")
	runTraps(t, []trap{
		{name: "UTF-8", csv: welsh, figures: oneGood, check: whole},
		{name: "UTF-8 with a byte order mark", csv: "\ufeff" + welsh, figures: oneGood, check: whole},
		{name: "UTF-16, little end first", csv: utf16(unicode.LittleEndian, unicode.UseBOM), figures: oneGood, check: whole},
		{name: "UTF-16, big end first", csv: utf16(unicode.BigEndian, unicode.UseBOM), figures: oneGood, check: whole},
		{name: "UTF-16 without a byte order mark", csv: utf16(unicode.LittleEndian, unicode.IgnoreBOM), figures: oneGood, check: whole},
		{name: "UTF-16 without a byte order mark, big end first", csv: utf16(unicode.BigEndian, unicode.IgnoreBOM), figures: oneGood, check: whole},
		{name: "Windows-1252", figures: oneGood, check: text("Hyfforddi tîm – “Siân”"),
			csv: encoded(charmap.Windows1252.NewEncoder(), csvHeads+"1,Training,Hyfforddi tîm – “Siân”,In progress\n")},
		{name: "semicolons", csv: "Ref;Theme;Recommendation;Status\n1;Training;Train, and train again;In progress\n", figures: oneGood, check: text("Train, and train again")},
		{name: "tabs", csv: "Ref\tTheme\tRecommendation\tStatus\n1\tTraining\tTrain, a; b\tIn progress\n", figures: oneGood, check: text("Train, a; b")},
		{name: "Excel's line that names the separator", csv: "sep=;\r\nRef;Theme;Recommendation;Status\r\n1;Training;a;In progress\r\n", figures: oneGood},
		{name: "old line ends", csv: strings.ReplaceAll(csvHeads, "\n", "\r") + "1,Training,a,In progress\r", figures: oneGood},
		{name: "no line end at the end", csv: csvHeads + "1,Training,a,In progress", figures: oneGood},
		{name: "quoted line breaks and separators", csv: csvHeads + "1,Training,\"one,\n\ntwo \"\"three\"\"\",In progress\n", figures: oneGood, check: text("one,\n\ntwo \"three\"")},
		{name: "quotation marks within a field", csv: csvHeads + "1,Training,a 5\" screen,In progress\n", figures: oneGood, check: text("a 5\" screen")},
		{name: "empty lines and short lines", csv: "Title only\n\n" + csvHeads + "\n1,Training,a,In progress\n\n2,Training\n,,,\n", figures: "in_progress 1, unrecognised 1; training 2",
			want: []string{"empty-status D7"}},
		{name: "rows are counted as a spreadsheet does, not by lines", csv: csvHeads + "1,Training,\"a\nb\nc\",In progress\n2,Training,d,Opne\n",
			want: []string{"unknown-status D3"}, figures: "in_progress 1, unrecognised 1; training 2"},
		{name: "an error from Excel", csv: csvHeads + "1,Training,a,#REF!\n", want: []string{"error-cell D2"}, figures: "unrecognised 1; training 1"},
		{name: "dates", csv: "Ref,Theme,Recommendation,Status,Due,Updated\n1,Training,a,In progress,01/09/2023,13/14/2023\n", want: []string{"unreadable-date F2"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "2023-09-01", theOne(t, r).Due.String()) }},
	})
}

func TestBrokenCSV(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{"a quotation mark that is never closed", csvHeads + "1,Training,\"a,In progress\n2,Data,b,Done\n",
			"m.csv: C2: the field opens a quotation mark that is never closed, so rows after it would be lost: close the quotation mark, or save the file as CSV from Excel again"},
		{"text after the closing quotation mark", csvHeads + "1,Training,\"a\" b,In progress\n",
			"m.csv: C2: there is text after the closing quotation mark of the field: double the quotation marks inside the field, or save the file as CSV from Excel again"},
		{"a column missing", "Ref,Recommendation,Status\n1,a,Done\n",
			"m.csv: there is no column Theme (the headings were found in row 1): add it, or add the heading that you use for it to the template's columns"},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("m.csv", []byte(c.csv), options())
			require.EqualError(t, err, c.want)
			assert.Nil(t, register)
		})
	}
}
