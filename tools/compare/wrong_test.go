package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatWentWrongIsTheLineThatSaysSo(t *testing.T) {
	for said, want := range map[string]string{
		"no such file\n": "no such file",
		"Traceback (most recent call last):\n  File x": "Traceback (most recent call last):",
		"Traceback (most recent call last):\n  File \"x\", line 1\n    f()\nlib.LayoutError: Flowable <Table@0x7F 2 rows> too large\n": "lib.LayoutError: Flowable",
		"": "",
	} {
		assert.Equal(t, want, whatWentWrong(said))
	}
}
