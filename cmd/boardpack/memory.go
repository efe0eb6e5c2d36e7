package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much of what is no longer needed may pile up before it is freed: half of what is in use and of roomToWork together, so that small packs
// take a tenth less time. With more in use, as much as keeps all together below aimBelow, but at least a seventh of it: to look more often would
// take longer than the rest of the work.
const (
	roomToWork   = 56 << 20
	aimBelow     = 664 << 20
	leastPercent = 15
	firstPercent = 700 // until the collector has looked for the first time: of the 4 MB from which Go counts
)

// collectOften has memory freed as said above, unless whoever runs the program says otherwise.
func collectOften() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstPercent)
	adjustAfterNext()
}

// adjustAfterNext sets the percentage again each time that the collector has looked at everything.
func adjustAfterNext() {
	type unused struct{ _ *int } // with a pointer, or it could lie beside what is still in use
	runtime.AddCleanup(&unused{}, func(live []metrics.Sample) {
		metrics.Read(live)
		debug.SetGCPercent(percentFor(live[0].Value.Uint64()))
		adjustAfterNext()
	}, []metrics.Sample{{Name: "/gc/heap/live:bytes"}})
}

// percentFor tells how much may pile up on so many bytes that are in use, in hundredths of them.
func percentFor(live uint64) int {
	switch {
	case live == 0:
		return firstPercent
	case live >= aimBelow:
		return leastPercent
	}
	return max(leastPercent, int(min((live+roomToWork)/2, aimBelow-live)*100/live))
}
