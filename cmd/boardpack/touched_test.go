package main

import (
	"archive/zip"
	"bytes"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// appendLine puts an empty line at the end of a file.
func appendLine(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data+"\n"), 0o644))
}

// sharePoint writes properties of its own into a workbook, as that service does, and nothing else.
func sharePoint(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	from, err := zip.NewReader(bytes.NewReader([]byte(data)), int64(len(data)))
	ts.Check(err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		ts.Check(to.Copy(f))
	}
	w, err := to.Create("docProps/custom.xml")
	ts.Check(err)
	_, err = w.Write([]byte(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`))
	ts.Check(err)
	ts.Check(to.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o644))
}
