package master

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// commonFormats are formats of numbers and dates that most masters have.
func commonFormats() []format {
	var out []format
	for _, id := range []int{1, 2, 3, 4, 9, 10, 14, 15, 16, 17, 20, 21, 22, 49} {
		out = append(out, format{id: id})
	}
	for _, code := range []string{"0", "0.0", "0.00", "0.000", "0.0000", "#,##0", "#,##0.0", "#,##0.00", "0%", "0.0%", "0.00%", "@",
		"dd/mm/yyyy", "dd/mm/yy", "d/m/yyyy", "dd/mm/yyyy;@", "DD/MM/YYYY", "dd-mm-yyyy", "dd.mm.yyyy", "yyyy-mm-dd", "yyyy/mm/dd", "mm/dd/yyyy", "m/d/yy", "mm-dd-yy",
		"d mmm yyyy", "dd mmm yyyy", "d mmmm yyyy", "dd-mmm-yy", "dd-mmm-yyyy", `d\-mmm\-yy`, `dd\ mmmm\ yyyy`, "mmm-yy", "mmm yyyy", "mmmm yyyy", `mmm\-yy;@`, "mmmm", "yyyy",
		"ddd d mmm yyyy", "dddd, d mmmm yyyy", `dddd"," d mmmm yyyy`, "d mmmm, yyyy", "ddd dd/mm/yyyy",
		"[$-809]dd mmmm yyyy;@", "[$-809]d mmm yyyy", "[$-0809]dddd d mmmm yyyy", "[$-409]mmm-yy;@", "[$-409]d-mmm-yyyy;@", "[$-F800]dddd, mmmm dd, yyyy", `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`,
		"[$-452]d mmmm yyyy;@", "[$-452]d mmm yyyy", "[$-0452]dddd d mmmm yyyy", "[$-452]ddd dd/mm/yy",
		"dd/mm/yyyy hh:mm", "dd/mm/yyyy hh:mm:ss", "dd/mm/yyyy h:mm", "yyyy-mm-dd hh:mm:ss", `yyyy\-mm\-dd\ hh:mm:ss`, "m/d/yy hh:mm", "d mmm yyyy h:mm", "hh:mm", "h:mm", "hh:mm:ss", "h:mm:ss", "mm:ss",
		`yyyy-mm-dd"T"hh:mm:ss`} {
		out = append(out, format{id: 164, code: code})
	}
	return out
}

// numbersFor draws numbers of all kinds that cells hold.
func numbersFor() *rapid.Generator[string] {
	text := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	return rapid.OneOf(
		rapid.Map(rapid.IntRange(-100_000, 3_000_000), strconv.Itoa),
		rapid.Map(rapid.IntRange(0, 130), strconv.Itoa),
		rapid.Map(rapid.Float64Range(0, 130), text),
		rapid.Map(rapid.Float64Range(40_000, 50_000), text),
		rapid.Map(rapid.Float64Range(-2, 2), text),
		rapid.Map(rapid.Float64Range(-1e6, 3e6), text),
		rapid.Map(rapid.Float64(), text),
		rapid.Map(rapid.Float64(), func(n float64) string { return strconv.FormatFloat(n, 'E', -1, 64) }),
		rapid.Map(rapid.IntRange(0, 60_000_000), func(n int) string { return text(float64(n) / 1000) }),                // halves to be rounded
		rapid.Map(rapid.IntRange(0, 24*60*60*60_000), func(n int) string { return text(float64(n) / (24 * 60 * 60)) }), // whole seconds
		rapid.SampledFrom([]string{"0", "-0", "1", "59", "59.999999", "60", "60.5", "61", "61.99", "62", "366", "1462", "45199", "45199.99999", "45199.999999999", "45199.5", "2958465", "2958465.9999999",
			"2958466", "0.125", "0.005", "1.005", "2.675", "-0.4", "-0.5", "0.285", "99999999999.99995", "1E11", "123456789012345678", "0.1234567890123456789", "1e-7", "+5", "007"}),
	)
}

// TestPlainFormatsAreShownAsByTheLibrary holds that both ways give the same text, for numbers of every kind and both date systems.
func TestPlainFormatsAreShownAsByTheLibrary(t *testing.T) {
	t.Parallel()
	all := commonFormats()
	systems := map[bool]*formats{}
	for _, date1904 := range []bool{false, true} {
		systems[date1904] = &formats{date1904: date1904, rows: map[format]int{}}
	}
	direct := map[format]int{}
	rapid.Check(t, func(t *rapid.T) {
		raw, date1904 := numbersFor().Draw(t, "number"), rapid.Bool().Draw(t, "1904")
		for _, f := range all {
			got, ok := newPlainFormat(f).show(raw, date1904)
			if !ok {
				continue
			}
			direct[f]++
			want, err := systems[date1904].render(raw, f)
			require.NoError(t, err)
			require.Equal(t, want, got, "%s in the format %d %q", raw, f.id, f.code)
		}
	})
	for _, f := range all {
		assert.NotZero(t, direct[f], "%d %q is shown without the library", f.id, f.code)
	}
}

// TestEveryDayIsShownAsByTheLibrary holds it for each day that reports speak of, and the first and last that there are.
func TestEveryDayIsShownAsByTheLibrary(t *testing.T) {
	t.Parallel()
	for _, date1904 := range []bool{false, true} {
		library := &formats{date1904: date1904, rows: map[format]int{}}
		for _, f := range []format{{id: 14}, {id: 164, code: "ddd d mmm yy"}, {id: 164, code: "[$-452]dddd d mmmm yyyy"}, {id: 164, code: "[$-809]dddd d mmmm yyyy;@"}} {
			plain := newPlainFormat(f)
			for day := range 200 {
				for _, serial := range []int{62 + day, 45_000 + day, 2_958_465 - day} {
					raw := strconv.Itoa(serial)
					got, ok := plain.show(raw, date1904)
					require.True(t, ok)
					want, err := library.render(raw, f)
					require.NoError(t, err)
					require.Equal(t, want, got)
				}
			}
		}
	}
}

// TestFormatsThatAreLeftToTheLibrary have parts that only the library knows.
func TestFormatsThatAreLeftToTheLibrary(t *testing.T) {
	t.Parallel()
	for _, code := range []string{"", "General", "#", "#,##0%", "0.00000", "0.00E+00", "# ?/?", "0;-0", "0.00_);(0.00)", "[Red]0", `"£"#,##0`, "[h]:mm", "h:mm AM/PM", "mm:ss.0", "[$-411]ggge",
		"[$-40C]d mmmm yyyy", "d mmmmm", "yyyyy", `"only text"`, "dd/mm/yyyy_)", "[$£-809]0", "B2dd", "e", "aaa", "[>5]dd/mm/yyyy"} {
		assert.Nil(t, newPlainFormat(format{id: 164, code: code}), code)
	}
	for _, id := range []int{0, 11, 12, 18, 19, 27, 37, 44, 45, 46, 47, 48, 60} {
		assert.Nil(t, newPlainFormat(format{id: id}), id)
	}
	for _, raw := range []string{"60", "61.999", "-1", "2958466", fmt.Sprint(math.MaxFloat64), "NaN", "Inf", "0x1p-2", "1_0", ""} {
		_, ok := newPlainFormat(format{id: 14}).show(raw, false)
		assert.False(t, ok, raw)
	}
}

// FuzzPlainFormats gives any code and any number: what is shown without the library is what the library shows.
func FuzzPlainFormats(f *testing.F) {
	for _, is := range commonFormats() {
		f.Add(is.code, "45199.75", false)
		f.Add(is.code, "-1234.565", true)
	}
	f.Add("[$-452]dddd d mmmm yyyy;@", "60", false)
	f.Fuzz(func(t *testing.T, code, raw string, date1904 bool) {
		is := format{id: 164, code: code}
		plain := newPlainFormat(is)
		if plain == nil || code == "" || len(code) > longestFormat {
			return
		}
		got, ok := plain.show(raw, date1904)
		if !ok {
			return
		}
		library := &formats{date1904: date1904, rows: map[format]int{}}
		want, err := library.render(raw, is)
		require.NoError(t, err)
		require.Equal(t, want, got, "%q in the format %q", raw, code)
	})
}
