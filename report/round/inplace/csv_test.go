package inplace_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
)

// TestCSV writes into fields of CSV files: separators, quotation marks, line ends, encoding and mark stay, and no other field differs.
func TestCSV(t *testing.T) {
	t.Parallel()
	day := inplace.Day(dates.NewDate(2023, 10, 2))
	for _, c := range []struct {
		name, before, after string
		edits               []edit
	}{
		{"a field", "Ref,Status\n1,Open\n2,Open\n", "Ref,Status\n1,Done\n2,Open\n", []edit{{"B2", inplace.Text("Done")}}},
		{"line ends alone are nothing", "Ref,Status\n1,Open\n", "Ref,Status\n1,\n", []edit{{"B2", inplace.Text("\n\n")}}},
		{"spaces alone are nothing", "Ref;Status\n1\n", "Ref;Status\n1\n", []edit{{"B2", inplace.Text(" \t\u00a0")}}},
		{"a line end first", "Ref,Status\n1,Open\n", "Ref,Status\n1,Done\n", []edit{{"B2", inplace.Text("\nDone")}}},
		{"a line end before a formula", "Ref,Status\n1,Open\n", "Ref,Status\n1,'=1+1\n", []edit{{"B2", inplace.Text("\n=1+1")}}},
		{"apostrophes and a line end", "Ref,Status\n1,Open\n", "Ref,Status\n1,''\n", []edit{{"B2", inplace.Text("''\r")}}},
		{"line ends of Windows", "Ref,Status\r\n1,Open\r\n", "Ref,Status\r\n1,Done\r\n", []edit{{"B2", inplace.Text("Done")}}},
		{"line ends of old Macs", "Ref,Status\r1,Open\r2,Open", "Ref,Status\r1,Open\r2,Done", []edit{{"B3", inplace.Text("Done")}}},
		{"no line end at the end", "Ref,Status\n1,Open", "Ref,Status\n1,", []edit{{"B2", inplace.Empty()}}},
		{"semicolons", "Ref;Status\n1;Open, late\n", "Ref;Status\n1;\"a;b\"\n", []edit{{"B2", inplace.Text("a;b")}}},
		{"tabs", "Ref\tStatus\n1\tOpen\n", "Ref\tStatus\n1\ta,b;c\n", []edit{{"B2", inplace.Text("a,b;c")}}},
		{"the separator is named", "sep=|\r\nRef|Status\r\n1|Open\r\n", "sep=|\r\nRef|Status\r\n1|Done\r\n", []edit{{"B2", inplace.Text("Done")}}},
		{"quotation marks stay", "\"Ref\",\"Status\"\n\"1\",\"Open\" \n", "\"Ref\",\"Status\"\n\"1\",\"Do \"\"it\"\"\" \n", []edit{{"B2", inplace.Text(`Do "it"`)}}},
		{"quotation marks as the others", "\"Ref\",\"Status\",\"Note\"\n\"1\",\"Open\",\n\"2\",,x\n", "\"Ref\",\"Status\",\"Note\"\n\"1\",\"Open\",\"n\"\n\"2\",Open,x\n",
			[]edit{{"C2", inplace.Text("n")}, {"B3", inplace.Text("Open")}}},
		{"quotation marks that were needed", "Ref,Status,Note\n1,\"a, b\",\"c\nd\"\n", "Ref,Status,Note\n1,Done,\n", []edit{{"B2", inplace.Text("Done")}, {"C2", inplace.Empty()}}},
		{"quotation marks of all, and one that needs them", "\"Ref\",\"Status\"\n\"1\",\"a, b\"\n", "\"Ref\",\"Status\"\n\"1\",\"Done\"\n", []edit{{"B2", inplace.Text("Done")}}},
		{"quotation marks that are needed", "Ref,Status\n1,Open\n", "Ref,Status\n1,\"a, b\nc\"\n", []edit{{"B2", inplace.Text("a, b\r\nc")}}},
		{"line ends in fields", "Ref,Status\r\n1,\"a\r\nb\"\r\n2,x\r\n", "Ref,Status\r\n1,\"a\r\nb\"\r\n2,\"c\r\nd\"\r\n", []edit{{"B3", inplace.Text("c\nd")}}},
		{"a record that is too short", "Ref,Status,Due,Note\n1\n2,Open\n", "Ref,Status,Due,Note\n1,,,x\n3,Done,5\n", []edit{{"D2", inplace.Text("x")}, {"A3", inplace.Number(3)}, {"C3", inplace.Number(5)}, {"B3", inplace.Text("Done")}}},
		{"empty lines count", "Ref,Status\n\n1,Open\n", "Ref,Status\n\n1,Done\n", []edit{{"B3", inplace.Text("Done")}}},
		{"the same again", "Ref,Status\n1,\"Open\"\n", "Ref,Status\n1,\"Open\"\n", []edit{{"B2", inplace.Text("Open")}, {"F2", inplace.Empty()}}},
		{"dates as the nearest", "Ref,Due\n1,2023-09-01\n2,\n3,3 Sep 2023\n", "Ref,Due\n1,2023-09-01\n2,2023-10-02\n3,3 Sep 2023\n", []edit{{"B3", day}}},
		{"dates as written", "Ref,Due\n1,30/09/2023\n2,soon\n", "Ref,Due\n1,30/09/2023\n2,02/10/2023\n", []edit{{"B3", day}}},
		{"dates with short years", "Ref,Due\n1,\n2,1/9/23\n", "Ref,Due\n1,2/10/23\n2,1/9/23\n", []edit{{"B2", day}}},
		{"dates as the nearest that tells", "Ref,Due\n1,1/9/2023\n2,10/10/2023\n3,soon\n", "Ref,Due\n1,1/9/2023\n2,10/10/2023\n3,2/10/2023\n", []edit{{"B4", day}}},
		{"dates without others", "Ref,Due\n1,soon\n", "Ref,Due\n1,2023-10-02\n", []edit{{"B2", day}}},
		{"nothing but text", "Ref,Status\n1,Open\n", "Ref,Status\n1,ŵ 😀\n", []edit{{"B2", inplace.Text("ŵ 😀")}}},
		{"no formula", "Ref,Status,Note\n1,Open,'-x\n", "Ref,Status,Note\n1,'=1+1,'- one\n", []edit{{"B2", inplace.Text("=1+1")}, {"C2", inplace.Text("- one")}}},
		{"a formula's sign alone, and a number", "Ref,Status\n1,Open\n2,Open\n", "Ref,Status\n1,-\n2,-5\n", []edit{{"B2", inplace.Text("-")}, {"B3", inplace.Text("-5")}}},
		{"between line ends of two kinds", "Ref,Status\r1\n2,Open\r3\n", "Ref,Status\r\"\"\n2,Open\r\"\"\n", []edit{{"A2", inplace.Empty()}, {"A4", inplace.Empty()}}},
		{"blanks around", "Ref,Status\n1, Open \n", "Ref,Status\n1,\" x \"\n", []edit{{"B2", inplace.Text(" x ")}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for encoding, encode := range encodings(t) {
				if strings.Contains(c.after, "ŵ") && encoding == "Windows-1252" {
					continue
				}
				got := changed(t, []byte(encode(c.before)), "", c.edits...)
				assert.Equal(t, encode(c.after), string(got.Data), encoding)
			}
		})
	}
}

func encodings(t *testing.T) map[string]func(string) string {
	wide := func(order unicode.Endianness) func(string) string {
		return func(s string) string {
			out, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(s)
			require.NoError(t, err)
			return out
		}
	}
	return map[string]func(string) string{
		"UTF-8": func(s string) string { return s }, "UTF-8 with mark": func(s string) string { return "\ufeff" + s },
		"UTF-16 LE": wide(unicode.LittleEndian), "UTF-16 BE": wide(unicode.BigEndian),
		"Windows-1252": func(s string) string {
			out, err := charmap.Windows1252.NewEncoder().String(s)
			require.NoError(t, err)
			return out
		},
	}
}

// TestCSVRefused refuses what a CSV file cannot hold.
func TestCSVRefused(t *testing.T) {
	t.Parallel()
	old := []byte("Ref,Status\n1,caf\xe9\n\n")
	m, err := inplace.Open("folder/m.csv", old, master.Options{})
	require.NoError(t, err)
	for text, want := range map[string]inplace.Code{
		"é – “x”": "", "ŵ": inplace.NotInCSV, "=1+1": "", "-x": "", "@ŵ": inplace.NotInCSV, "\tx": "",
	} {
		assert.Equal(t, want, codeOf(t, m.Set("", "B2", inplace.Text(text))), text)
	}
	for cell, want := range map[string]inplace.Code{"B2": "", "F2": "", "A1": "", "A3": inplace.NoCell, "A4": inplace.NoCell, "A0": inplace.NoCell} {
		assert.Equal(t, want, codeOf(t, m.CanSet("", cell)), cell)
	}
	assert.Equal(t, inplace.NoSheet, codeOf(t, m.CanSet("S", "A1")))
	assert.EqualError(t, m.Set("", "B2", inplace.Text("ŵ")), "m.csv: B2: the file is in Windows-1252, which does not have every character of the text: open the file in Excel, save it as “CSV UTF-8”, and run again")
	_, err = inplace.Open("m.csv", []byte("Ref,Status\n1,\"open\n"), master.Options{})
	var unusable *master.Unusable
	require.ErrorAs(t, err, &unusable)
	assert.Equal(t, "B2", unusable.Problem.Cell)
}

// TestCSVAmbiguous changes the field that alone told the separator or the encoding: nothing is written. Where another field tells, or where
// the text is the same in both encodings, it is.
func TestCSVAmbiguous(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		data, cell string
		value      inplace.Value
		want       inplace.Code
	}{
		"as many commas as tabs":           {"0\t0\n", "B1", inplace.Text("0,"), inplace.Ambiguous},
		"more tabs":                        {"0\t0\t\n", "B1", inplace.Text("0,"), ""},
		"commas in quotation marks":        {"0\t\"0\"\n", "B1", inplace.Text("0,"), ""},
		"a line that names a separator":    {"a,b\n1,2\n", "A1", inplace.Text("sep=;"), inplace.Ambiguous},
		"such a line below":                {"a,b\n1,2\n", "A2", inplace.Text("sep=;"), ""},
		"the last letter of Windows-1252":  {"Ref,Status\n\xe9,\xc3\xa9\n", "A2", inplace.Text("x"), inplace.Ambiguous},
		"one of two letters":               {"Ref,Status\n\xe9\xe9,\xc3\xa9\n", "A2", inplace.Text("é"), ""},
		"no letter left but those of both": {"Ref,Status\n\xe9,open\n", "A2", inplace.Text("x"), ""},
		"UTF-16 that letters tell":         {"\x00R\x00e\x00f\x00,\x00S\x00t\x00a\x00t\x00u\x00s\x00\n", "A1", inplace.Text("ŵ"), inplace.Ambiguous},
		"UTF-16 with a mark":               {"\xfe\xff\x00R\x00e\x00f\x00,\x00S\x00t\x00a\x00t\x00u\x00s\x00\n", "A1", inplace.Text("ŵ"), ""},
		"a page of the web":                {"a,b\n1,2\n", "A1", inplace.Text("<html>"), inplace.Ambiguous},
		"nothing left":                     {"a\n", "A1", inplace.Empty(), inplace.Ambiguous},
	} {
		m, err := inplace.Open("m.csv", []byte(c.data), master.Options{})
		require.NoError(t, err, name)
		require.NoError(t, m.Set("", c.cell, c.value), name)
		_, err = m.Write()
		assert.Equal(t, c.want, codeOf(t, err), name)
	}
}
