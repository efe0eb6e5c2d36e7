// Package pace says how much tests try: a sample in make test, all in .ci/run, and with the race detector what it can find something in.
package pace

import (
	"os"
	"testing"
)

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

// OneByOne leaves a test out with the race detector, which finds what two goroutines do to one value: it is for a costly test whose code
// runs in one goroutine, or that watches other processes alone.
func OneByOne(t testing.TB) {
	t.Helper()
	if Race {
		t.Skip("the race detector has nothing to find here: one goroutine does it all")
	}
}

// OncePerKind leaves a test out with the race detector where what runs side by side in it does so in a cheaper test of the package, too, and
// the test looks at what comes out.
func OncePerKind(t testing.TB) {
	t.Helper()
	if Race {
		t.Skip("another test of the package has the race detector look at the same code")
	}
}
