package round

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// large makes a register of so many rows and owners in CSV.
func large(rows, owners int) string {
	var b strings.Builder
	b.WriteString(heading)
	for i := range rows {
		fmt.Fprintf(&b, "R%d,Data,Record check number %d of the week,We will,Owner %d,Force,In progress,2024-03-31,,,2023-09-20,Begun with part %d,\n", i+1, i+1, i%owners+1, i)
	}
	return b.String()
}

// TestALargeRegisterComesBackUnchanged: many rows, every return of 40 as it was sent; and answers reach the right rows.
func TestALargeRegisterComesBackUnchanged(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	const owners = 40
	rows := pace.Rounds(1000, 4000)
	s := settingOf(t, map[string]string{"large": large(rows, owners)})
	out := ask(t, s, AskOptions{})
	before := masterText(t, s, "large")
	for _, o := range out.Round.Owners {
		data := mustRead(t, s, "to-send/"+o.File+".xlsx")
		require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "2023-10", "returns", o.File+".xlsx"), data, 0o644))
	}
	got := collect(t, s, CollectOptions{Write: true, Received: october12()})
	assert.Empty(t, got.Answers)
	assert.Equal(t, before, masterText(t, s, "large"))
	asked, answered := got.AnsweredRows()
	assert.Equal(t, []int{rows, 0}, []int{asked, answered})
}
