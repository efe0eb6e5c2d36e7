package main

import (
	"archive/zip"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/ledongthuc/pdf"
)

// output is how much a contestant wrote: contestants that do the same job do not write the same amount.
type output struct {
	pages  int   // of all PDFs
	bytes  int64 // of all PDFs
	sheets int   // of all workbooks
}

// madeIn counts what lies in a folder; "" has nothing.
func madeIn(dir string) (output, error) {
	var made output
	if dir == "" {
		return made, nil
	}
	return made, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".pdf":
			n, err := pagesOf(path)
			if err != nil {
				return err
			}
			made.pages += n
			info, err := d.Info()
			if err == nil {
				made.bytes += info.Size()
			}
			return err
		case ".xlsx":
			n, err := sheetsOf(path)
			made.sheets += n
			return err
		}
		return nil
	})
}

func pagesOf(path string) (int, error) {
	file, reader, err := pdf.Open(path)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	defer file.Close()
	return reader.NumPage(), nil
}

func sheetsOf(path string) (int, error) {
	book, err := zip.OpenReader(path)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	defer book.Close()
	n := 0
	for _, part := range book.File {
		if strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			n++
		}
	}
	return n, nil
}
