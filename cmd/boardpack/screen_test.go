package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
)

// writeFaulty writes a register in which five cells of each of so many rows are at fault: faulty ROWS FILE.
func writeFaulty(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: faulty ROWS FILE")
	}
	rows, err := strconv.Atoi(args[0])
	ts.Check(err)
	var b strings.Builder
	b.WriteString("Ref,Theme,Recommendation,Status,Owner,Response,Due,Completed\n")
	for i := 1; i <= rows; i++ {
		fmt.Fprintf(&b, "%d,Dtaa,Record check %d,%s,,,31/02/2023,%s\n", i, i, []string{"Complet", "", "Open"}[i%3], []string{"", "2023-10-0" + strconv.Itoa(1+i%9)}[i%2])
	}
	path := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
	ts.Check(os.WriteFile(path, []byte(b.String()), 0o644))
}

// fitsScreen holds that what the last command printed takes at most so many lines of a screen of 100 columns, and at least one:
// screen LINES stdout|stderr.
func fitsScreen(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: screen LINES stdout|stderr")
	}
	most, err := strconv.Atoi(args[0])
	ts.Check(err)
	const columns = 100
	lines := 0
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		lines += 1 + (utf8.RuneCountInString(strings.TrimSpace(line))-1)/columns
	}
	ts.Logf("%d lines", lines)
	if fits := 0 < lines && lines <= most; fits == neg {
		ts.Fatalf("it takes %d lines of %d columns, and the screen has %d", lines, columns, most)
	}
}
