package tag

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A link joins its paragraph where its words stand, not where it was made.
func TestLaterTakesItsPlace(t *testing.T) {
	t.Parallel()
	root := NewRoot()
	p := root.New(P)
	link := p.Later(Link)
	unused := p.Later(Span)
	p.AddMark(0, 0)
	link.AddMark(0, 1)
	link.AddAnnot(0)
	p.AddMark(1, 0)
	var b strings.Builder
	require.NoError(t, Dump(&b, root, func(m Mark) string { return string(rune('a' + m.Page*2 + m.ID)) }))
	assert.Equal(t, "Document\n  P\n    \"a\"\n    Link\n      \"b\"\n      (annotation)\n    \"c\"\n", b.String())
	assert.Empty(t, unused.Kids())
	assert.NoError(t, Check(root))
}

func TestCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, want string
		build      func(root *Elem)
	}{
		{"cell without a row", "tag TD stands under Document", func(r *Elem) { r.New(TD) }},
		{"level skipped", "tag H3 follows heading level 1", func(r *Elem) { r.New(H1); r.New(H3) }},
		{"first heading", "tag H2 follows heading level 0", func(r *Elem) { r.New(H2) }},
		{"figure without words", "a figure has no alternative text", func(r *Elem) { r.New(Figure) }},
		{"heading without scope", "a table heading has no scope", func(r *Elem) { r.New(Table).New(TR).New(TH) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := NewRoot()
			c.build(root)
			assert.EqualError(t, Check(root), c.want)
		})
	}
}
