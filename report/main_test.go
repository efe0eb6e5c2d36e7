package report_test

import (
	"flag"
	"os"
	"strconv"
	"testing"

	"boardpack/report/reporttest/pace"
)

// TestMain tries forty of what rapid draws where the command line does not say how many; .ci/run says more.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", strconv.Itoa(pace.Rounds(40, 300))); err != nil {
		panic(err)
	}
	flag.Parse()
	os.Exit(m.Run())
}
