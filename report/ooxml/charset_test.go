package ooxml

import (
	"bytes"
	"io"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzPlainXML turns any bytes into text, or says that they are none.
func FuzzPlainXML(f *testing.F) {
	f.Add([]byte("\xff\xfe<\x00a\x00/\x00>\x00"))
	f.Add([]byte("\x00<\xd8\x3d\xdc\x4d"))
	f.Add([]byte(`<?xml version="1.0" encoding="windows-1252"?><a>` + "\x92</a>"))
	f.Add([]byte(`<?xml version="1.0" encoding="gb18030"?><a>` + "\x81\x30\x81\x30</a>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := plainXML(bytes.NewReader(data))
		if err != nil {
			require.NotEqual(t, "fault.unread", Reason(err).ID)
			return
		}
		text, err := io.ReadAll(r)
		if err != nil {
			require.Equal(t, "fault.not_its_encoding", Reason(err).ID)
		} else if !utf8.Valid(data) {
			require.LessOrEqual(t, len(text), 3*len(data)+3)
		}
	})
}
