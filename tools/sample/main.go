// Command sample writes the sample masters in input, as real Excel files, in
// the shape in which a performance team would keep them. Run it after changing
// a row:
//
//	make sample
//
// The rows are in stalking.go, august.go, september.go and custody.go; the
// layout of the sheets is in sheet.go and about.go. The same rows give the
// same bytes: a test holds the files in git to that.
//
// The rows of July 2023 are a real published response, retold in other words.
// All that comes after it, and the whole of the custody inspection, is invented.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// input is the folder of the masters, from the root of this module.
const input = "../input"

func main() {
	if err := run(input); err != nil {
		fmt.Fprintln(os.Stderr, "sample:", err)
		os.Exit(1)
	}
}

// run writes every master below dir. It builds all of them first, so that a
// mistake in one leaves the files of the others as they were.
func run(dir string) error {
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("%w (run make sample)", err)
	}
	files, err := build()
	if err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// build returns the bytes of every master by its name below the input folder,
// such as "2023-07/stalking-harassment.xlsx".
func build() (map[string][]byte, error) {
	list, err := masters()
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte, len(list))
	for _, m := range list {
		content, err := workbook(m)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.name, err)
		}
		files[m.name] = content
	}
	return files, nil
}

// masters lists the sample masters, each month made from the one before it.
func masters() ([]master, error) {
	stalking, err := stalkingMasters()
	if err != nil {
		return nil, err
	}
	custody, err := custodyMasters()
	if err != nil {
		return nil, err
	}
	return append(stalking, custody...), nil
}
