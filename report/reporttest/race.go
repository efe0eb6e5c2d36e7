//go:build race

package reporttest

// Race tells whether the tests run with the race detector.
const Race = true
