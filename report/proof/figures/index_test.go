package figures

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

// TestIndex: a list of the whole has the recommendations that it names, also of two with one key, and no others.
func TestIndex(t *testing.T) {
	t.Parallel()
	f := &File{Recommendations: []recommendation{{Ref: "1"}, {Ref: "2"}, {Ref: "1"}, {Ref: "3"}}}
	f.All.Refs = map[report.Figure][]string{report.Open: {"1", "3", "of none"}, report.Overdue: {}}
	f.index()
	for key, open := range map[string]bool{"1": true, "2": false, "3": true, "of none": false, "": false} {
		assert.Equal(t, open, f.has(report.Open, key), key)
		assert.False(t, f.has(report.Overdue, key), key)
		assert.False(t, f.has(report.Total, key), "a figure that the file does not have")
	}
}

// TestSameTextsAreHeldOnce: what many recommendations say, and their keys in the lists of all groups.
func TestSameTextsAreHeldOnce(t *testing.T) {
	t.Parallel()
	copied := func(s string) string { return string([]byte(s)) }
	f := &File{Recommendations: []recommendation{{Ref: copied("the first"), Owner: copied("the owner")}, {Ref: "the second", Owner: copied("the owner")}}}
	f.Themes = []group{{Refs: map[report.Figure][]string{report.Open: {copied("the first")}}}}
	f.shareTexts()
	f.index()
	assert.Same(t, unsafe.StringData(f.Recommendations[0].Owner), unsafe.StringData(f.Recommendations[1].Owner))
	assert.Same(t, unsafe.StringData(f.Recommendations[0].Ref), unsafe.StringData(f.Themes[0].Refs[report.Open][0]))
	assert.Equal(t, []string{"the first", "the second"}, []string{f.Recommendations[0].Ref, f.Recommendations[1].Ref})
}
