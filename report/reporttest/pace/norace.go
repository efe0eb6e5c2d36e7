//go:build !race

package pace

// Race tells whether the tests run with the race detector.
const Race = false
