package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestStatusesThatDifferInCapitalsAlone: Excel's MATCH takes them for the same, so that a row whose state is another has it as a word and
// no formula.
func TestStatusesThatDifferInCapitalsAlone(t *testing.T) {
	t.Parallel()
	words, template := testWords(t)
	register := sampleRegister(report.Month{Year: 2023, Month: 9})
	rows := register.Recommendations
	rows[0].Status, rows[0].State = "Complete - Jane Smith", report.Complete
	rows[1].Status, rows[1].State = "complete - jane smith", report.Unrecognised
	rows[2].Status, rows[2].State = "75%", report.InProgress
	pack, err := report.Build(register, nil, &template.Rules)
	require.NoError(t, err)
	p := arranged(pack, words).page(idRecommendations)
	state := p.table.Columns[p.column("state")]
	assert.NotEmpty(t, p.live(0, state))
	assert.Empty(t, p.live(1, state))
	assert.NotEmpty(t, p.live(2, state))
}
