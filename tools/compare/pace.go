package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// paces are what contestants took at the sizes before, by which it is known that a larger one would go beyond the limits: no peer here
// gets faster for each row with more rows.
type paces struct {
	most   map[string]pace // by job without its size, and name
	memory int64           // bytes that the machine has to give; 0 where that is not known
}

type pace struct {
	rows int
	took took
}

func newPaces() *paces { return &paces{map[string]pace{}, memoryToGive()} }

// kind is a contest without its size, such as "PDF of *, record edition".
func (c *contest) kind() string {
	return strings.Replace(c.views[0].job, strconv.Itoa(c.rows), "*", 1)
}

// note keeps what a contestant took.
func (p *paces) note(c *contest, o *outcome) {
	if c.rows > 0 {
		p.most[c.kind()+": "+o.name] = pace{c.rows, took{seconds: median(o.took(seconds)), peak: o.peak()}}
	}
}

// tooMuch says why a contestant does not begin: what a smaller size took, for as many more rows, goes beyond the limit of time or the machine's
// memory. "" where it does not, or nothing is known.
func (p *paces) tooMuch(name string, c *contest, limit time.Duration) string {
	before, known := p.most[c.kind()+": "+name]
	if !known || c.rows <= before.rows || before.rows < 200 {
		return ""
	}
	times := float64(c.rows) / float64(before.rows)
	if s := times * before.took.seconds; s > limit.Seconds() {
		return fmt.Sprintf("not run: by %d it takes some %.0f minutes, over %s", before.rows, s/60, limit)
	}
	if bytes := int64(times * float64(before.took.peak)); p.memory > 0 && bytes > p.memory {
		return fmt.Sprintf("not run: by %d it takes some %d GB of memory", before.rows, bytes/1e9)
	}
	return ""
}

// memoryToGive is what the machine has left.
func memoryToGive() int64 {
	data, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "MemAvailable:" {
			kilobytes, _ := strconv.ParseInt(fields[1], 10, 64) // 0 for what is no number: not known
			return kilobytes * 1024
		}
	}
	return 0
}
