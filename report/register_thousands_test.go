package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

func TestThousands(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 2453: "2,453", 999999: "999,999", 1000000: "1,000,000", -1: "-1", -999: "-999", -1000: "-1,000", -123456: "-123,456"} {
		assert.Equal(t, want, report.Thousands(n))
	}
}
