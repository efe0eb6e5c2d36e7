package webpage

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// plainPage is a page with nothing against it but what is put into its body.
func plainPage(body string) string {
	return "<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>T</title></head><body>" + body + "</body></html>"
}

// faults is what is wrong with a page that nobody met anything of.
func faults(data []byte, whole int) error {
	page, err := read(data, whole, nil)
	if err != nil {
		return err
	}
	return page.Faults()
}

// TestRefused: what a pack's page has no use for is found, whatever it looks like.
func TestRefused(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"<script src=https://example.org/a.js></script>": "src", "<p onclick=go()>x</p>": "onclick", "<a href=javascript:go()>x</a>": "javascript",
		"<p id=a>x</p><p id=a>y</p>": "a", "<a href=#nowhere>x</a>": "nowhere", "<iframe></iframe>": "iframe", "<p style=color:red>x</p>": "style",
		"<a href=https://example.org/>x</a>": "example.org",
	} {
		if err := faults([]byte(plainPage(body)), mostWhole); assert.Error(t, err, body) {
			assert.Contains(t, err.Error(), want, body)
		}
	}
}

// FuzzRead holds that no page, however damaged, stops the program, and that a page is always told the same faults.
func FuzzRead(f *testing.F) {
	for _, body := range []string{"", "<p>x</p>", "<table><tr><th>a<td>1</table>", "<a href=#a id=a>x</a>", "<svg viewBox='0 0 1 1'><text>1</text></svg>", "<!--", "\x00"} {
		f.Add(plainPage(body))
	}
	f.Fuzz(func(t *testing.T, page string) {
		assert.Equal(t, fmt.Sprint(faults([]byte(page), mostWhole)), fmt.Sprint(faults([]byte(page), mostWhole)))
	})
}
