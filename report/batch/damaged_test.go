package batch

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/master"
)

// TestWhyAFileIsDamagedInWelsh: the reason is in the language of the sentence that it is part of.
func TestWhyAFileIsDamagedInWelsh(t *testing.T) {
	t.Parallel()
	whole := xlsx(t, rows("1:a"))
	o := madeOf(t, map[string]string{"2023-09/broken.xlsx": whole[:len(whole)/2], "2023-09/wrong.xlsx": strings.Replace(whole, "xl/_rels/workbook.xml.rels", "xl/_rels/workb00k.xml.rels", -1)})
	alsoInWelsh(t, o)
	outcomes, err := Check(context.Background(), *o)
	require.NoError(t, err)
	require.Len(t, outcomes, 2)
	for i, want := range []string{
		"Mae'r ffeil wedi'i difrodi: ni ellir ymddiried yn y ffeil gyfan (nid yw'n archif zip gyfan, fel y gall ddigwydd pan amherir ar gopïo).",
		"Mae'r ffeil wedi'i difrodi: mae'n cyfeirio at y daflen Recommendations, nad yw ynddi.",
	} {
		var u *master.Unusable
		require.ErrorAs(t, outcomes[i].Err, &u)
		assert.Equal(t, want, u.Problem.Message(o.Words[1]))
	}
}
