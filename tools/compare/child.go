package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"boardpack/report/content"
	"boardpack/tools/bench"
)

// child does what is heavy, in a process of its own.
func child(args []string) error {
	number := func(i int) int {
		n, _ := strconv.Atoi(args[i])
		return n
	}
	switch args[0] {
	case "fonts":
		return layFonts(args[1])
	case "lay":
		return lay(args[1], bench.Shape{Rows: number(2), Months: number(3)}, number(4))
	}
	b, err := bench.New()
	if err != nil {
		return err
	}
	switch args[0] {
	case "pdf":
		return writePDF(b, args[1], args[2], content.Edition(args[3]))
	case "paper":
		return layPaper(b, args[1], args[2], content.Edition(args[3]))
	case "floors":
		return printStages(b, args[1], number(2), number(3))
	}
	return fmt.Errorf("there is no child %s", args[0])
}

// layFonts writes the fonts of the program as files, so that all contestants use the same.
func layFonts(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, data := range map[string][]byte{"Regular": liberationsansregular.TTF, "Bold": liberationsansbold.TTF} {
		if err := os.WriteFile(filepath.Join(dir, "LiberationSans-"+name+".ttf"), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// layPaper writes the text of an edition's PDF for the peers.
func layPaper(b *bench.Bench, dir, out string, edition content.Edition) error {
	pack, err := packFrom(b, dir)
	if err != nil {
		return err
	}
	data, err := json.Marshal(paperOf(said(b, pack, edition)))
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}
