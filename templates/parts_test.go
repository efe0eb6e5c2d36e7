package templates

import (
	"fmt"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// told writes out a tree: each node with its place, its kind and what it holds.
func told(t require.TestingT, file *ast.File) string {
	var b strings.Builder
	r := reader{"f", &mistakes{}}
	var tell func(n ast.Node)
	tell = func(n ast.Node) {
		at := r.place(n)
		if _, none := n.(*ast.NullNode); none {
			at.column = 0 // it is nowhere: after its key, or before what follows
		}
		text, _ := scalar(n)
		fmt.Fprintf(&b, "%d:%d %s %q\n", at.line, at.column, kind(n), text)
		switch v := n.(type) {
		case *ast.MappingNode, *ast.MappingValueNode:
			for _, e := range r.entries(v, "it") {
				fmt.Fprintf(&b, "%d:%d %q\n", e.at.line, e.at.column, e.key)
				tell(e.value)
			}
		case *ast.SequenceNode:
			for _, item := range v.Values {
				tell(item)
			}
		}
	}
	require.Len(t, file.Docs, 1)
	tell(file.Docs[0].Body)
	return b.String()
}

// TestParsingInPartsIsParsing: a file that is parsed in parts has the same keys, values and places as the same file parsed whole.
func TestParsingInPartsIsParsing(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"wording/en.yaml", "wording/cy.yaml"} {
		data, err := shipped.ReadFile(name)
		require.NoError(t, err)
		inParts, ok := parsedInParts(data)
		require.True(t, ok, name)
		whole, err := parser.ParseBytes(data, 0)
		require.NoError(t, err)
		assert.Equal(t, told(t, whole), told(t, inParts), name)
	}
}

// TestAnyFileInParts makes files of pieces that are good, odd or wrong: whatever is parsed in parts is what the whole is.
func TestAnyFileInParts(t *testing.T) {
	t.Parallel()
	pieces := []string{"%s: plain words\n", "%s:\n  one: \"a\"\n  other: 'b # c'\n", "%s: |\n  block\n\n  more\n", "%s: \"over\n  two lines\"\n",
		"%s: [a, b,\n  c]\n", "%s: {a: 1, b: 2}\n", "# words\n%s: x # more\n", "\n\n%s:\n", "%s: >-\n  folded\n  text\n", "%s: words\n  that go on\n",
		"%s:\n- a\n- b\n", "%s: \"never closed\n", "no key\n", "%s: a: b\n", "--- \n%s: x\n", "%s: &here x\n", "? %s\n: x\n", "  %s: in\n", "%s: \"a\nb: c\"\n"}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		unlike := rapid.SampledFrom([]int{1000, 1000, 1000, 140, 120, 70}).Draw(t, "keys before one is there again")
		odd := rapid.IntRange(0, 3).Draw(t, "odd ones")
		for i := range rapid.IntRange(80, 160).Draw(t, "pieces") {
			piece := pieces[rapid.IntRange(0, 10).Draw(t, "piece")]
			if odd > 0 && rapid.IntRange(0, 40).Draw(t, "is odd") == 0 {
				odd--
				piece = pieces[rapid.IntRange(0, len(pieces)-1).Draw(t, "odd piece")]
			}
			if strings.Contains(piece, "%s") {
				piece = fmt.Sprintf(piece, fmt.Sprint("key", i%unlike))
			}
			b.WriteString(piece)
		}
		inParts, ok := parsedInParts([]byte(b.String()))
		if !ok {
			return
		}
		whole, err := parser.ParseBytes([]byte(b.String()), 0)
		require.NoError(t, err)
		require.True(t, told(t, whole) == told(t, inParts), b.String())
	})
}
