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
	t.Parallel()
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
		{name: "commas in every text of a file with semicolons", csv: "Ref;Theme;Recommendation;Status\n1;Training;One, two, three, four, five, six, 1;In progress\n", figures: oneGood,
			check: text("One, two, three, four, five, six, 1")},
		{name: "semicolons in every text of a file with commas", csv: csvHeads + "1,Training,a; b; c; d; e; f; g; h,In progress\n", figures: oneGood},
		{name: "tabs, with commas in a title above", csv: "A, title, with, many, commas, in, it\nRef\tTheme\tRecommendation\tStatus\n1\tTraining\ta, b, c, d, e\tIn progress\n", figures: oneGood},
		{name: "Welsh with semicolons", csv: "Ref;Theme;Recommendation;Status\n1;Hyfforddiant;Un, dau, tri, pedwar, pump;Ar y gweill\n", figures: oneGood},
		{name: "strokes", csv: "Ref|Theme|Recommendation|Status\n1|Training|a, b; c, d; e, f|In progress\n", figures: oneGood, check: text("a, b; c, d; e, f")},
		{name: "a line that names the separator, old line end", csv: "sep=;\rRef;Theme;Recommendation;Status\r1;Training;a, b;In progress\r", figures: oneGood},
		{name: "a line that names the separator, new line end", csv: "SEP=|\nRef|Theme|Recommendation|Status\n1|Training|a, b; c|In progress\n", figures: oneGood},
		{name: "a separator that nobody else uses", csv: "\ufeffsep=^\r\nRef^Theme^Recommendation^Status\r\n1^Training^\"a ^ b\"^In progress\r\n", figures: oneGood, check: text("a ^ b")},
		{name: "a separator of two bytes", csv: "sep=¦\nRef¦Theme¦Recommendation¦Status\n1¦Training¦\"a\" ¦In progress\n", figures: oneGood, check: text("a")},
		{name: "a line in quotation marks that names a separator", csv: "\"sep=,\"\n" + csvHeads + "1,Training,a,In progress\n", figures: oneGood},
		{name: "a line that names no separator", csv: "sep=\nRef;Theme;Recommendation;Status\n1;Training;a;In progress\n", figures: oneGood},
		{name: "a line that names the wrong separator", csv: "sep=,\nRef;Theme;Recommendation;Status\n1;Training;a;In progress\n", figures: oneGood},
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

// TestSwallowedRows: a quotation mark that is closed too late is listed, and a text of several lines is not.
func TestSwallowedRows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, csv string
		want      []string
	}{
		{"a row and a half", csvHeads + "1,Training,\"Train them,Open\n2,Data,Count them,Open\n3,Data,Measure them\",Open\n", []string{"csv-swallowed C2"}},
		{"half a row", csvHeads + "1,Training,\"Train them,Open\n2,Data,Count them\",Open\n", []string{"csv-swallowed C2"}},
		{"a ref and a theme", csvHeads + "1,Training,\"Train them,Open\n2,Data\",Count them,Open\n", []string{"csv-swallowed C2"}},
		{"rows whose refs stand further right", "Theme,Ref,Recommendation,Status\nTraining,1,\"Train,Open\nData,2,Count,Open\nData,3,Add\",Open\n", []string{"csv-swallowed C2"}},
		{"with semicolons", "Ref;Theme;Recommendation;Status\n1;Training;\"Train, and;Open\nR2;Data;Count, and add;Open\nR3;Data;Add\";Open\n", []string{"csv-swallowed C2"}},
		{"in Welsh, with tabs", "Ref\tTheme\tRecommendation\tStatus\n1\tHyfforddiant\t\"Hyfforddi\tAr y gweill\n2\tData\tCyfrif\"\tAr y gweill\n", []string{"csv-swallowed C2"}},
		{"two fields", csvHeads + "1,Training,\"a,Open\n2,Data,b\",Open\n5,Training,\"a,Open\n6,Data,b\",Open\n", []string{"csv-swallowed C2", "csv-swallowed C3"}},
		{"a list", csvHeads + "1,Training,\"We will:\n1. train, test, and check\n2. count, weigh, and measure, by 2025\",Open\n", nil},
		{"numbers", csvHeads + "1,Training,\"In all\n1,250,000 people, of whom\n1,2,3 and 4 are new\",Open\n", nil},
		{"a letter", csvHeads + "1,Training,\"Dear all,\n\n2 of us, Ann, Bob, and Cy, agree.\n1 High Street, Town, CF1 1AA\",Open\n", nil},
		{"blanks and commas", csvHeads + "1,Training,\"one\n\n,\n\ntwo\",Open\n", nil},
		{"semicolons in a text of a file with commas", csvHeads + "1,Training,\"one;two\n2;Data;Count;Open\",Open\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte(c.csv)), options())
			require.NoError(t, err)
			var got []string
			for _, p := range found(register) {
				if strings.HasPrefix(p, "csv-") {
					got = append(got, p)
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestBrokenCSV(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, csv, want string }{
		{"a quotation mark that is never closed", csvHeads + "1,Training,\"a,In progress\n2,Data,b,Done\n",
			"m.csv: C2: the field has an opening quotation mark that is never closed, so the rows after it would be lost: close the quotation mark, or save the file as CSV from Excel again"},
		{"text after the closing quotation mark", csvHeads + "1,Training,\"a\" b,In progress\n",
			"m.csv: C2: there is text after the closing quotation mark of the field: double the quotation marks inside the field, or save the file as CSV from Excel again"},
		{"a column missing", "Ref,Recommendation,Status\n1,a,Done\n",
			"m.csv: there is no column Theme (the headings in row 1: Ref; Recommendation; Status): add it, or add your own heading for it to “columns” in the template; this command drafts them (an arrow shows what it would use a heading for): boardpack init DIR --from m.csv"},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte(c.csv)), options())
			require.EqualError(t, err, c.want)
			assert.Nil(t, register)
		})
	}
}
