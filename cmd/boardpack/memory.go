package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// roomToWork is memory that is never touched, and so never taken from the system. The collector counts it as in use and lets half as much
// again pile up before it looks for what can be freed: small packs take a tenth less time, and a large register needs no more than this
// in addition. A percentage that did the same would multiply the memory of a large one.
const roomToWork = 56 << 20

// How much of what is no longer needed may pile up before it is freed: half as much again as is in use. With more in use, as much as keeps
// all together below aimBelow, but at least a seventh: to look more often would take longer than the rest of the work.
const (
	plentyPercent = 50
	leastPercent  = 15
	aimBelow      = 720 << 20
)

// collectOften has memory freed as said above, unless whoever runs the program says otherwise.
func collectOften() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(plentyPercent)
	adjustAfterNext(plentyPercent)
}

// adjustAfterNext sets the percentage again each time that the collector has looked at everything.
func adjustAfterNext(set int) {
	type unused struct{ _ *int } // with a pointer, or it could lie beside what is still in use
	runtime.AddCleanup(&unused{}, func(set int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		percent := percentFor(live[0].Value.Uint64())
		if percent != set {
			debug.SetGCPercent(percent)
		}
		adjustAfterNext(percent)
	}, set)
}

// percentFor tells how much may pile up on so many bytes that are in use, in hundredths of them.
func percentFor(live uint64) int {
	switch {
	case live*(100+plentyPercent)/100 <= aimBelow:
		return plentyPercent
	case live*(100+leastPercent)/100 >= aimBelow:
		return leastPercent
	}
	return int((aimBelow - live) * 100 / live)
}
