package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"runtime"
	"time"

	"boardpack/report"
	"boardpack/tools/bench"
)

// floorResult is a stage, and the least that could do a part of it.
type floorResult struct {
	Stage  string
	Rows   int
	Ours   []float64 // seconds, round by round
	Floor  []float64 // none where there is no floor
	Allocs float64   // allocations of ours for each recommendation
}

// stage is what is measured within this process.
type stage struct {
	name  string
	ours  func() error
	floor func() error // nil for none
}

// printStages measures each stage against its floor in turns and prints the results as JSON.
func printStages(b *bench.Bench, dir string, rows, rounds int) error {
	stages, err := stagesOf(b, dir, rows)
	if err != nil {
		return err
	}
	var results []floorResult
	for _, s := range stages {
		r := floorResult{Stage: s.name, Rows: rows}
		for range rounds {
			took, allocs, err := timed(s.ours)
			if err != nil {
				return err
			}
			r.Ours, r.Allocs = append(r.Ours, took), allocs/float64(rows)
			if s.floor == nil {
				continue
			}
			if took, _, err = timed(s.floor); err != nil {
				return err
			}
			r.Floor = append(r.Floor, took)
		}
		results = append(results, r)
	}
	return json.NewEncoder(os.Stdout).Encode(results)
}

// stagesOf lists the stages of a size, with what each needs made beforehand. What a pack says is made once for all that draws it.
func stagesOf(b *bench.Bench, dir string, rows int) ([]stage, error) {
	data, register, err := registerFrom(b, dir)
	if err != nil {
		return nil, err
	}
	pack, err := b.Build([]*report.Register{register})
	if err != nil {
		return nil, err
	}
	doc := b.Content(pack)
	var book bytes.Buffer
	if err := b.Workbook(&book, pack, doc); err != nil {
		return nil, err
	}
	parts, err := unpack(book.Bytes())
	if err != nil {
		return nil, err
	}
	stages := []stage{
		{"read xlsx", func() error { _, err := b.Read(data, bench.Newest()); return err },
			func() error { _, err := floorRead(data); return err }},
		{"build", func() error { _, err := b.Build([]*report.Register{register}); return err }, nil},
		{"figures", func() error { _, err := b.Figures(pack); return err }, nil},
		{"what is said", func() error { b.Content(pack); return nil }, nil},
		{"write xlsx", func() error { return b.Workbook(io.Discard, pack, doc) }, func() error { return floorWrite(io.Discard, parts) }},
	}
	for _, edition := range editionsOf(rows) {
		doc := said(b, pack, edition)
		words := paperOf(doc)
		stages = append(stages, stage{"PDF, " + string(edition), func() error { return b.PDF(io.Discard, pack, doc) }, func() error { return floorPDF(io.Discard, words) }})
	}
	return stages, nil
}

// timed gives the seconds and the allocations of one call, of as many calls as fill a twentieth of a second.
func timed(do func() error) (seconds, allocs float64, err error) {
	const enough = 50 * time.Millisecond
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start, calls := time.Now(), 0
	for time.Since(start) < enough {
		if err := do(); err != nil {
			return 0, 0, err
		}
		calls++
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took.Seconds() / float64(calls), float64(after.Mallocs-before.Mallocs) / float64(calls), nil
}
