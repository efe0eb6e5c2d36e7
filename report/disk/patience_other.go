//go:build !windows

package disk

// Patiently tries once: only Windows refuses for a moment what it does the next.
func Patiently(try func() error) error { return try() }
