package reporttest

import "os"

// Thorough is the environment variable with which .ci/run asks tests for all that they can try. Without it they take a sample.
const Thorough = "BOARDPACK_THOROUGH"

// IsThorough tells whether all is to be tried.
func IsThorough() bool { return os.Getenv(Thorough) != "" }

// Rounds is how often a test tries what it draws at random or goes through: a few times in make test, and many in .ci/run. It is for tests
// that start no goroutine: with the race detector, which takes ten times as long and has nothing to find in them, they take a fifth.
func Rounds(few, many int) int {
	switch {
	case Race:
		return max(1, few/5)
	case IsThorough():
		return many
	}
	return few
}
