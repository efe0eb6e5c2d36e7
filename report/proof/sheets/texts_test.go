package sheets

import (
	"fmt"
	"hash/maphash"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
)

// TestTextsOfCells: texts are given as they are meant, however many there are, and a short one that comes again is the same string.
func TestTextsOfCells(t *testing.T) {
	t.Parallel()
	texts := texts{seed: maphash.MakeSeed()}
	long := strings.Repeat("x", shortText)
	for written, want := range map[string]string{"": "", "Overdue": "Overdue", "a &lt; b": "a < b", "_x0009_": "\t", "&#95;x0041_": "A", long: long, long + "&amp;": long + "&"} {
		for range 2 {
			assert.Equal(t, want, texts.of([]byte(written)))
		}
	}
	assert.Same(t, unsafe.StringData(texts.of([]byte("Overdue"))), unsafe.StringData(texts.of([]byte("Overdue"))))
	for n := range 3 * textsKept {
		assert.Equal(t, fmt.Sprint(n%textsKept*n), texts.of(fmt.Append(nil, n%textsKept*n)))
	}
}
