package main

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress tells how far a run is: with a bar on a terminal, with a line for each master elsewhere.
type progress struct {
	call *call
	bar  *progressbar.ProgressBar
	draw bool
}

// newProgress looks whether standard error is a terminal. A quiet run, or one for other programs, tells nothing.
func (c *call) newProgress() *progress {
	file, ok := c.stderr.to.(*os.File)
	return &progress{call: c, draw: ok && term.IsTerminal(int(file.Fd()))}
}

// tell is called for each master that is done, in their order.
func (p *progress) tell(done, total int, name string) {
	switch {
	case p.call.quiet || p.call.json:
	case !p.draw:
		fmt.Fprintf(p.call.stderr, "%d of %d: %s\n", done, total, name)
	default:
		if p.bar == nil {
			p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.call.stderr.to), progressbar.OptionShowCount(),
				progressbar.OptionSetDescription("spreadsheets"), progressbar.OptionThrottle(50*time.Millisecond), progressbar.OptionClearOnFinish(),
				progressbar.OptionEnableColorCodes(false))
		}
		p.bar.Set(done) // an error is one of the terminal, which the messages after it will meet too
	}
}

// finish takes the bar away, also when the run was stopped.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Clear()
	}
}
