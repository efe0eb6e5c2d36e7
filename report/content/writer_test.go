package content_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
)

// spelled has messages of its own: pieces in the form "words {Name} words".
type spelled struct {
	report.Words
	messages map[string]string
}

func (s spelled) Pieces(id string, n *int, args ...any) []report.Piece {
	values := map[string]string{}
	for i := 0; i+1 < len(args); i += 2 {
		values[args[i].(string)] = args[i+1].(string)
	}
	if n != nil {
		values["N"] = string(rune('0' + *n))
	}
	var out []report.Piece
	rest := s.messages[id]
	for {
		before, after, ok := strings.Cut(rest, "{")
		out = append(out, report.Piece{Text: before})
		if !ok {
			return out
		}
		name, more, _ := strings.Cut(after, "}")
		out, rest = append(out, report.Piece{Text: values[name], Arg: name}), more
	}
}

// TestTheWriterKeepsAddresses holds what runs a message becomes.
func TestTheWriterKeepsAddresses(t *testing.T) {
	t.Parallel()
	ref := content.Ref{Place: content.PlaceFigure, Of: "all", ID: "all", Name: "overdue"}
	number := func(text string, n int) content.Made {
		return content.Made{Text: content.Text{{Text: text, Ref: ref}}, N: n}
	}
	key := content.Made{Text: content.Text{{Text: "3", Key: "3"}}}
	cases := []struct {
		name, words string
		main        *content.Made
		want        []string // the runs: bold ones in **, with the argument that a value stands in
	}{
		{"words alone", "Nothing", nil, []string{"Nothing"}},
		{"a value", "Of {Open} late", nil, []string{"Of ", "17=Open", " late"}},
		{"bold words around a value", "So **{Open} are late**.", nil, []string{"So ", "**17**=Open", "** are late**", "."}},
		{"bold that is not closed", "So **late", nil, []string{"So ", "**late**"}},
		{"a link in words", "See [[4]].", nil, []string{"See ", "4", "."}},
		{"a key", "See {Key}.", nil, []string{"See ", "3=Key", "."}},
		{"the number", "{N} late", ptr(number("2", 2)), []string{"2=N", " late"}},
		{"one in the message's own words", "1 late of 11", ptr(number("1", 1)), []string{"1=N", " late of 11"}},
		{"one in bold words", "**1 late**", ptr(number("1", 1)), []string{"**1**=N", "** late**"}},
		{"one as a word", "the one", ptr(number("1", 1)), []string{"the one"}},
		{"an own 1 where the number is another", "1 late", ptr(number("2", 2)), []string{"1 late"}},
	}
	for _, c := range cases {
		w := spelled{words(t, "en"), map[string]string{"id": c.words}}
		var got []string
		for _, r := range content.Written(w, "id", c.main, map[string]content.Made{"Open": number("17", 17), "Key": key}) {
			text := r.Text
			if r.Bold {
				text = "**" + text + "**"
			}
			if r.Said.Arg != "" {
				text += "=" + r.Said.Arg
				assert.Equal(t, r.Said.Arg == "N", r.Said.Main, c.name)
			}
			assert.Equal(t, "id", r.Said.ID, c.name)
			got = append(got, text)
		}
		assert.Equal(t, c.want, got, c.name)
	}
}

func ptr[T any](v T) *T { return &v }

// TestWelshAnd: "and" is a before consonants and ac before vowels, also where what follows is a ref or a number.
func TestWelshAnd(t *testing.T) {
	t.Parallel()
	w := words(t, "cy")
	for last, want := range map[string]string{"3": "2 a 3", "Abertawe": "2 ac Abertawe", "8": "2 ac 8"} {
		text := content.Written(w, "list.and", nil, map[string]content.Made{
			"Head": {Text: content.Text{{Text: "2", Key: "2"}}},
			"Last": {Text: content.Text{{Text: last, Key: last}}},
		})
		assert.Equal(t, want, text.Plain(), last)
		require.NotEmpty(t, text)
		assert.Equal(t, last, text[len(text)-1].Key, "the ref stays a link")
	}
}

// FuzzRef: an address is read as it was written, whatever its parts hold.
func FuzzRef(f *testing.F) {
	f.Add("figure", "themes", "training", "overdue", uint8(0), uint8(3))
	f.Add("recommendation", "", "3@2#1/4%", "due", uint8(0), uint8(0))
	f.Add("change", "", "", "", uint8(7), uint8(0))
	f.Fuzz(func(t *testing.T, place, of, id, name string, index, element uint8) {
		ref := content.Ref{Place: content.Place(place), Of: of, ID: id, Name: name, Index: int(index), Element: int(element)}
		if ref.IsZero() {
			return
		}
		text, err := ref.MarshalText()
		require.NoError(t, err)
		var again content.Ref
		require.NoError(t, again.UnmarshalText(text), string(text))
		assert.Equal(t, ref, again, string(text))
	})
}

func TestAddressesThatAreNone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"a/b/c/d/e", "figure#x", "figure@x", "figure/%zz", "figure#1@"} {
		var ref content.Ref
		err := ref.UnmarshalText([]byte(s))
		if s == "figure#1@" {
			assert.NoError(t, err)
			continue
		}
		assert.ErrorContains(t, err, "no address of a value", s)
	}
}
