package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/tools/bench"
)

// lay writes masters under dir, a folder for each month, with the rows shared out evenly among so many registers.
func lay(dir string, s bench.Shape, registers int) error {
	for _, month := range s.MonthsOf() {
		folder := filepath.Join(dir, month.String())
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		for n := 1; n <= registers; n++ {
			data, err := bench.Master(n, share(s.Rows, registers, n), month)
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(folder, registerFile(n)), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// share is how many of the rows register n has, from 1.
func share(rows, registers, n int) int { return rows*n/registers - rows*(n-1)/registers }

func registerFile(n int) string { return fmt.Sprintf("register-%04d.xlsx", n) }

// masterPath is the newest master of the first register under dir.
func masterPath(dir string) string {
	return filepath.Join(dir, bench.Newest().String(), registerFile(1))
}

// packFrom makes the pack of the first register under dir, without its history.
func packFrom(b *bench.Bench, dir string) (*report.Pack, error) {
	_, register, err := registerFrom(b, dir)
	if err != nil {
		return nil, err
	}
	return b.Build([]*report.Register{register})
}

// registerFrom reads the newest master of the first register under dir, and gives its bytes, too.
func registerFrom(b *bench.Bench, dir string) (data []byte, register *report.Register, err error) {
	if data, err = os.ReadFile(masterPath(dir)); err == nil {
		register, err = b.Read(data, bench.Newest())
	}
	return data, register, err
}

// said is what an edition of a pack says.
func said(b *bench.Bench, pack *report.Pack, edition content.Edition) *content.Document {
	if edition == content.TheRecord {
		return b.Record(pack)
	}
	return b.Content(pack)
}

// writePDF makes the PDF alone of the first register under dir, in the file out.
func writePDF(b *bench.Bench, dir, out string, edition content.Edition) error {
	pack, err := packFrom(b, dir)
	if err != nil {
		return err
	}
	var paper bytes.Buffer
	if err := b.PDF(&paper, pack, said(b, pack, edition)); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return os.WriteFile(out, paper.Bytes(), 0o644)
}
