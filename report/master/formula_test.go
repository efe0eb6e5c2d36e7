package master

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/efp"
)

// withFormulas makes a master of rows whose column X has formulas without results, and Y a text.
func withFormulas(t testing.TB, rows int, formula func(row int) string, text string) []byte {
	var b strings.Builder
	cell := func(name, text string) string {
		return `<c r="` + name + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
	}
	for n := 2; n < rows+2; n++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>%d</v></c>`, n, n, n)
		b.WriteString(cell(fmt.Sprint("B", n), "Training") + cell(fmt.Sprint("C", n), "Train") + cell(fmt.Sprint("D", n), "In progress"))
		if code := formula(n); code != "" {
			fmt.Fprintf(&b, `<c r="E%d"><f>%s</f></c>`, n, strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(code))
		} else {
			b.WriteString(cell(fmt.Sprint("E", n), text))
		}
		b.WriteString(cell(fmt.Sprint("F", n), text) + `</row>`)
	}
	parts := plainParts()
	sheet := replaced(parts[sheetPartName], `<c r="D1" t="s"><v>3</v></c>`, `<c r="D1" t="s"><v>3</v></c>`+cell("E1", "X")+cell("F1", "Y"))
	parts[sheetPartName] = replaced(sheet, plainRow(2)+plainRow(3), b.String())
	return archive(t, parts)
}

// TestFormulaBombs has formulas that would take all memory, or never end. Each cell is listed, and the rows are read.
func TestFormulaBombs(t *testing.T) {
	t.Parallel()
	same := func(code string) func(int) string { return func(int) string { return code } }
	above := func(code string) func(int) string { // of the cell above, from the second row on
		return func(n int) string {
			if n == 2 {
				return ""
			}
			return strings.ReplaceAll(code, "#", fmt.Sprint("E", n-1))
		}
	}
	long := strings.Repeat("a", 2000)
	for _, c := range []struct {
		name    string
		rows    int
		formula func(row int) string
		text    string
		want    map[string]int // problems, by code
	}{
		{"each the cell above eight times", 20, above("#&#&#&#&#&#&#&#"), strings.Repeat("a", 32),
			map[string]int{"formula-worked-out": 3, "formula-too-long": 1, "formula-no-value": 15}},
		{"each the cells above by CONCAT", 20, above("CONCAT(#,#,#,#,#,#,#,#)"), strings.Repeat("a", 32),
			map[string]int{"formula-worked-out": 3, "formula-too-long": 1, "formula-no-value": 15}},
		{"a chain", 300, above(`#&"x"`), "a", map[string]int{"formula-worked-out": 299}},
		{"texts that grow in texts", 2, same(strings.Repeat(`SUBSTITUTE(`, 20) + `"a"` + strings.Repeat(`,"a","aaaaaaaa")`, 20)), "a", map[string]int{"formula-too-long": 2}},
		{"a text between all letters", 2, same(`SUBSTITUTE(F2,"",F2)`), long, map[string]int{"formula-too-long": 2}},
		{"the last of endless empty texts", 2, same(`SUBSTITUTE(F2,"","b",1E18)`), "a", map[string]int{"formula-no-value": 2}},
		{"a joint of many that are long", 2, same(`TEXTJOIN(F2,TRUE,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2,F2)`), long, map[string]int{"formula-worked-out": 2, "error-cell": 2}},
		{"a text that repeats", 2, same(`REPT("a",1E9)`), "a", map[string]int{"formula-no-value": 2}},
		{"months without end", 2, same(`EOMONTH(45000,-1E15)`), "a", map[string]int{"formula-no-value": 2}},
		{"months without end, multiplied", 2, same(`EDATE(45000,99999*99999)`), "a", map[string]int{"formula-no-value": 2}},
		{"months without end, raised", 2, same(`EDATE(45000,9^9^9)`), "a", map[string]int{"formula-no-value": 2}},
		{"months without end, joined", 2, same(`EDATE(45000,"99999"&"99999")`), "a", map[string]int{"formula-no-value": 2}},
		{"months without end, in a function", 2, same(`EDATE(45000,VALUE("1E12"))`), "a", map[string]int{"formula-no-value": 2}},
		{"numbers without end", 2, same(`9^9^9^9`), "a", map[string]int{"formula-worked-out": 2, "error-cell": 2}},
		{"numbers beyond all", 2, same(`1E308*10`), "a", map[string]int{"formula-worked-out": 2, "error-cell": 2}},
		{"brackets", 2, same(strings.Repeat("(", 480) + "1" + strings.Repeat(")", 480)), "a", map[string]int{"formula-worked-out": 2}},
		{"brackets that do not close", 2, same(strings.Repeat("(", 900)), "a", map[string]int{"formula-no-value": 2}},
		{"a long formula", 2, same("1" + strings.Repeat("+1", 5000)), "a", map[string]int{"formula-no-value": 2}},
		{"ranges of ranges", 2, same(strings.Repeat("F2:F900,", 100) + "F2"), "a", map[string]int{"formula-no-value": 2}},
		{"one after the other without end", 900, above(`#+1`), "1", map[string]int{"formula-worked-out": 899}},
		{"nothing", 2, same(" "), "a", map[string]int{"formula-no-value": 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			register, err := ReadBytes("m.xlsx", withFormulas(t, c.rows, c.formula, c.text), options())
			require.NoError(t, err)
			assert.Len(t, register.Recommendations, c.rows)
			got := map[string]int{}
			for _, p := range register.Problems {
				got[p.Code]++
				assert.True(t, strings.HasPrefix(p.Cell, "E"), p.Cell)
				if p.Code == "formula-too-long" {
					assert.Equal(t, map[string]string{"Column": "X", "Limit": "32767"}, p.Args)
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// TestFormulasInEachOther: what was worked out is a number, a text, a boolean or an error to the formulas that name it.
func TestFormulasInEachOther(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ first, second, want string }{
		{`"00"&"7"`, `E2&"!"`, "007!"},
		{`LEFT("12-x",2)`, `IF(ISNUMBER(E2),"number","text")`, "text"},
		{`10+2`, `IF(ISNUMBER(E2),"number","text")`, "number"},
		{`10+2`, `SUM(E2,1)`, "13"},
		{`1=1`, `IF(E2,"yes","no")`, "yes"},
		{`1/0`, `IFERROR(E2,"none")`, ""},
		{`IFERROR(1/0,"none")`, `E2&"!"`, "none!"},
		{`LEN("")`, `E2+1`, "1"},
		{`""`, `E2&"x"`, "x"},
		{`EDATE(45170,3)`, `TEXT(E2,"d mmmm yyyy")`, "1 December 2023"},
		{`EDATE(45170,IF(F2="High",3,6*2))`, `TEXT(E2,"yyyy")`, "2024"},
		{`SUBSTITUTE("a-b-c","-","+",2)`, `E2`, "a-b+c"},
	} {
		formulas := []string{c.first, c.second}
		register, err := ReadBytes("m.xlsx", withFormulas(t, 2, func(n int) string { return formulas[n-2] }, "Low"), options())
		require.NoError(t, err)
		assert.Equal(t, c.want, register.Recommendations[1].Extra[0], "%s, %s", c.first, c.second)
	}
}

// TestCost bounds formulas by their tokens.
func TestCost(t *testing.T) {
	t.Parallel()
	k := &calculator{sheet: &sheet{}, given: map[string]bool{}}
	of := func(formula string) *cost {
		parser, c := efp.ExcelParser(), newCost()
		for _, token := range parser.Parse(formula) {
			require.NoError(t, k.supply(token, c))
		}
		return c
	}
	for _, c := range []struct {
		formula       string
		atLeast, most int // text
	}{
		{`"abc"`, 3, 500},
		{`1`, 1, 500},
		{`1E300`, 301, 1000},
		{`1E-300`, 302, 1000},
		{`1E300&1E300`, 602, 2000},
		{`SUBSTITUTE("aaaaaaaaaa","a","bbbbbbbbbb")`, 100, 1000},
		{`SUBSTITUTE(SUBSTITUTE("aaaaaaaaaa","a","bbbbbbbbbb"),"b","cccccccccc")`, 1000, 10_000},
		{`TEXTJOIN("----------",TRUE,A1:A100)`, 1000, 3000},
		{`TEXT(45000,"dddd")`, 9, 10_000},
	} {
		text, _ := of(c.formula).close()
		assert.GreaterOrEqual(t, text, c.atLeast, c.formula)
		assert.LessOrEqual(t, text, c.most, c.formula)
	}
	steps := func(formula string) int {
		_, steps := of(formula).close()
		return steps
	}
	assert.Greater(t, steps(`SEARCH("a*b","`+strings.Repeat("a", 500)+`")`), 2*steps(`SEARCH("ab","`+strings.Repeat("a", 500)+`")`), "a pattern is dearer")
	assert.Greater(t, steps(`COUNTIF(A1:A900,"a*")`), 5*steps(`COUNTIF(A1:A900,"a")`))
	for formula, loops := range map[string]bool{`EDATE(1,100000)`: false, `EDATE(1,100001)`: true, `EDATE(1,-12)`: false, `EDATE(1,10*12)`: false, `EDATE(1,1000*1000)`: true,
		`EDATE(1,1/0.000001)`: true, `EOMONTH(1E9,0)`: false, `SUBSTITUTE("a","b","c",2)`: false, `SUBSTITUTE("a","b","c",LEN("a"))`: true, `EDATE(1,MAX(3,6))`: false} {
		c := of(formula)
		c.close()
		assert.Equal(t, loops, c.loops, formula)
	}
}

// TestFormulasHaveABudget: the formulas of one master share what may be spent.
func TestFormulasHaveABudget(t *testing.T) {
	t.Parallel()
	spent := func(steps int) error {
		k := &calculator{sheet: &sheet{formats: &formats{}}, steps: steps}
		_, err := k.workOut(&cell{kind: isUnsaved, text: `=1+1`, column: 1}, 1)
		return err
	}
	assert.NoError(t, spent(mostWork-5000))
	assert.ErrorIs(t, spent(mostWork), errNotWorkedOut)
	k := &calculator{sheet: &sheet{formats: &formats{}}}
	for range mostFormulas {
		_, err := k.workOut(&cell{kind: isUnsaved, text: `=1+1`, column: 1}, 1)
		require.NoError(t, err)
	}
	_, err := k.workOut(&cell{kind: isUnsaved, text: `=1+1`, column: 1}, 1)
	assert.ErrorIs(t, err, errNotWorkedOut)
}

// FuzzFormula works out any formula over cells of any text: it ends, and what it gives is what a cell can hold.
func FuzzFormula(f *testing.F) {
	for _, formula := range []string{`A1&A1`, `SUBSTITUTE(A1,"",A1)`, `TEXT(A1,"#,##0.00;[Red]dddd")`, `IF(ISERROR(SEARCH("*a?",A1)),1/0,EDATE(A1,3))`, `VLOOKUP("*",A1:A1,1,0)`, `{1,2;3}`, `9^9^9`, `"`} {
		f.Add(formula, "Autumn 2023 *?")
		f.Add(formula, "45170")
	}
	f.Fuzz(func(t *testing.T, formula, text string) {
		s := &sheet{formats: &formats{}, rows: []row{{number: 1, cells: []cell{{text: clean(strings.ToValidUTF8(text, "")), column: 1}}}}}
		k := &calculator{sheet: s}
		value, err := k.workOut(&cell{kind: isUnsaved, text: "=" + formula, column: 2}, 1)
		if err != nil {
			require.Zero(t, value)
			return
		}
		require.NotEqual(t, isUnsaved, value.kind)
		require.LessOrEqual(t, len([]rune(value.text)), longestResult)
		if value.kind == isNumber {
			require.True(t, isFinite(value.text), value.text)
		}
		if value.kind == isError {
			require.True(t, isErrorText(value.text))
		}
	})
}
