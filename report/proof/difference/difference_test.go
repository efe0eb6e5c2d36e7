package difference_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/proof/difference"
)

// TestADifferenceSaysWhereWhatAndBoth: what should be there and what is, or that one of them is not.
func TestADifferenceSaysWhereWhatAndBoth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ wanted, found, says string }{
		{"3", "4", `Summary!H9: overdue should be "3", and is "4"`},
		{"3", "", `Summary!H9: overdue should be "3", and is not there`},
		{"", "4", `Summary!H9: overdue is "4", which no figure gives`},
	} {
		assert.EqualError(t, &difference.Difference{Place: "Summary!H9", What: "overdue", Wanted: c.wanted, Found: c.found}, c.says)
	}
}

// TestLongTextsAreCut: at 200 characters, which are not bytes.
func TestLongTextsAreCut(t *testing.T) {
	t.Parallel()
	fits := strings.Repeat("ŵ", 200)
	said := (&difference.Difference{Wanted: fits, Found: fits + "x y"}).Error()
	assert.Contains(t, said, `"`+fits+`"`)
	assert.NotContains(t, said, fits+"x y")
	assert.Less(t, len([]rune(said)), 450)
}

// TestAListGathers: nothing without differences, all up to twenty, and then how many more.
func TestAListGathers(t *testing.T) {
	t.Parallel()
	var list difference.List
	require.NoError(t, list.Err("a.pdf"))
	list.Number("here", "total", 5, 5)
	require.NoError(t, list.Err("a.pdf"), "equal numbers are no difference")
	list.Number("here", "total", 5, 6)
	require.EqualError(t, list.Err("a.pdf"), `a.pdf does not agree with the figures: here: total should be "5", and is "6"`)
	for i := range 19 {
		list.Add(fmt.Sprint("place ", i), "x", "a", "b")
	}
	assert.NotContains(t, list.Err("a.pdf").Error(), "more")
	list.Add("the last place", "x", "a", "b")
	list.Number("and another", "x", 1, 2)
	err := list.Err("a.pdf")
	assert.True(t, strings.HasSuffix(err.Error(), "\nand 2 more"), err)
	assert.NotContains(t, err.Error(), "the last place")
	var first *difference.Difference
	require.True(t, errors.As(err, &first))
	assert.Equal(t, "here", first.Place)
}
