//go:build !windows

package batch

// patiently tries once: only Windows refuses for a moment what it does the next.
func patiently(try func() error) error { return try() }
