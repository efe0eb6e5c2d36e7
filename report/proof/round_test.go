package proof_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/figuresjson"
	"boardpack/report/proof"
	"boardpack/report/reporttest"
)

// roundPack is a pack of a month in which owners were asked.
func roundPack(t *testing.T) (*report.Pack, report.Words) {
	t.Helper()
	_, w := reporttest.Template(t)
	pack := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1"}, report.Recommendation{Ref: "2"}, report.Recommendation{Ref: "3"}))
	row := func(key, owner string, a report.Answer) report.AskedRow {
		return report.AskedRow{Key: key, Row: "a", Owner: report.Text{"en": owner}, Answer: a}
	}
	on := func(month int) report.Date { return dates.NewDate(2024, 1, month) }
	return pack.WithReturns(&report.Returns{ReplyBy: on(20), Unread: 1,
		Rows:       []report.AskedRow{row("1", "Ann", report.Answered), row("2", "Bob", report.PartlyAnswered), row("3", "Bob", report.NotAnswered)},
		Extensions: []report.Extension{{Key: "1", Owner: report.Text{"en": "Ann"}, Asked: on(1), Wanted: on(9), Reason: report.Text{"en": "Late parts"}, State: report.ExtensionWaits}}}), w
}

// TestTheRoundIsProved: a figures file whose round contradicts itself is refused, and so is a Document that says something else of it.
func TestTheRoundIsProved(t *testing.T) {
	t.Parallel()
	pack, w := roundPack(t)
	figures, err := figuresjson.Write(pack, w)
	require.NoError(t, err)
	require.NoError(t, proof.NewFigures(figures).Check())
	for _, c := range [][2]string{
		{`"asked": 3`, `"asked": 4`}, {`"answered": 1`, `"answered": 2`}, {`"partly_answered": 1`, `"partly_answered": 0`}, {`"not_answered": 1`, `"not_answered": 2`},
		{`"answer": "partly answered"`, `"answer": "answered"`}, {`"answer": "not answered"`, `"answer": "partly answered"`}, {`"state": "waits"`, `"state": "entered"`},
		{`"new_date": "2024-01-09"`, `"new_date": "2024-01-01"`}, {`"not_answered": [
     "3"`, `"not_answered": [
     "2"`},
	} {
		changed := strings.Replace(string(figures), c[0], c[1], 1)
		require.NotEqual(t, string(figures), changed, c[0])
		assert.Error(t, proof.NewFigures([]byte(changed)).Check(), c[1])
	}
	doc := content.Of(pack, w, nil)
	check := proof.Check{Figures: proof.NewFigures(figures), Words: w}
	require.NoError(t, check.Document(doc))
	said := fileOf(t, doc)
	planted := 0
	for _, ref := range []string{`"round/all/all/answered"`, `"round/all/all/not_answered"`, `"round/all/all/asked"`} {
		at := bytes.Index(said, []byte(`"r":`+ref))
		if at < 0 {
			at = bytes.Index(said, []byte(`"r": `+ref))
		}
		require.Positive(t, at, ref)
		start := bytes.LastIndex(said[:at], []byte(`"t":`))
		changed := append(bytes.Clone(said[:start]), append([]byte(`"t": "7",`), said[bytes.IndexByte(said[start:], ',')+start+1:]...)...)
		other, err := content.Read(changed)
		require.NoError(t, err, ref)
		assert.Error(t, check.Document(other), ref)
		planted++
	}
	assert.Equal(t, 3, planted)
}
