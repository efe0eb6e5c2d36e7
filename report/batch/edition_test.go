package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest/pace"
)

// editionsOf are the options of September's sample with editions.
func editionsOf(t *testing.T, editions ...content.Edition) batch.Options {
	o := options(t)
	o.Months, o.Editions = []report.Month{{Year: 2023, Month: 9}}, editions
	return o
}

// built makes the packs and gives the names of the files of the first.
func built(t *testing.T, o batch.Options) []batch.Outcome {
	t.Helper()
	outcomes, err := batch.Build(context.Background(), o)
	require.NoError(t, err)
	for _, out := range outcomes {
		require.NoError(t, out.Err)
	}
	return outcomes
}

// papers lists the PDFs and the record's documents in a folder.
func papers(t *testing.T, o batch.Options, of string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(o.Out, "2023-09"))
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, of) && (strings.HasSuffix(name, ".pdf") || strings.HasSuffix(name, "-record.document.json")) {
			out = append(out, strings.TrimPrefix(name, of+"-2023-09-"))
		}
	}
	return out
}

// TestEditions: each run makes the PDFs that it is asked for, in each language, of every pack and of the portfolio.
func TestEditions(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	paper := []string{"cy.pdf", "en.pdf"}
	record := []string{"cy-record.document.json", "cy-record.pdf", "en-record.document.json", "en-record.pdf"}
	all := slices.Sorted(slices.Values(append(slices.Clone(paper), record...)))
	for _, c := range []struct {
		name      string
		editions  []content.Edition
		languages int
		want      []string
	}{
		{"none named", nil, 1, paper[1:]}, {"the paper", []content.Edition{content.ThePaper}, 2, paper},
		{"the record", []content.Edition{content.TheRecord}, 1, record[2:]}, {"both", []content.Edition{content.ThePaper, content.TheRecord}, 2, all},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := editionsOf(t, c.editions...)
			o.Words = o.Words[:c.languages]
			if o.Portfolio = true; len(c.editions) < 2 {
				o.Outputs = []string{"pdf"}
			}
			built(t, o)
			for _, pack := range []string{"stalking-harassment", "custody-inspection", "portfolio"} {
				assert.Equal(t, c.want, papers(t, o, pack), pack)
			}
			for _, rebuild := range []bool{false, true}[:1+len(c.editions)/2] { // made again where there are both
				verdicts, err := batch.Verify(context.Background(), o.Out, o, rebuild)
				require.NoError(t, err)
				assert.Empty(t, verdicts[0].Findings)
			}
		})
	}
}

// TestEditionsOfAnEarlierRun: a pack that has what is asked for is left alone; one that lacks an edition is made again, and what is no
// longer of it is named.
func TestEditionsOfAnEarlierRun(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := editionsOf(t)
	o.Masters, o.Outputs = []string{"custody-inspection"}, []string{"pdf"}
	built(t, o)
	o.Editions = []content.Edition{content.ThePaper, content.TheRecord}
	for _, out := range built(t, o) {
		assert.False(t, out.Unchanged, "the record is not there yet")
	}
	for _, asked := range [][]content.Edition{o.Editions, {content.TheRecord}, {content.ThePaper}, nil} {
		o.Editions = asked
		for _, out := range built(t, o) {
			assert.True(t, out.Unchanged, "%v", asked)
			assert.Empty(t, out.LeftOver)
		}
	}
	require.NoError(t, os.Remove(filepath.Join(o.Out, "2023-09", "custody-inspection-2023-09-cy-record.pdf")))
	o.Editions = []content.Edition{content.TheRecord}
	assert.False(t, built(t, o)[0].Unchanged, "a file of it is gone")
	o.Editions, o.Force = nil, true
	for _, out := range built(t, o) {
		assert.Empty(t, out.LeftOver, "made from the very same, the record still belongs to the pack")
	}
	o.AsAt = dates.NewDate(2023, 9, 29)
	for _, out := range built(t, o) {
		var left []string
		for _, path := range out.LeftOver {
			left = append(left, strings.TrimPrefix(filepath.Base(path), out.Name+"-2023-09-"))
		}
		assert.ElementsMatch(t, []string{"cy-record.document.json", "cy-record.pdf", "en-record.document.json", "en-record.pdf"}, left)
	}
}

// TestTheRecordIsTheSameWithAnyJobs: the same bytes, however many files are made side by side.
func TestTheRecordIsTheSameWithAnyJobs(t *testing.T) {
	t.Parallel()
	one, eight := editionsOf(t, content.ThePaper, content.TheRecord), editionsOf(t, content.ThePaper, content.TheRecord)
	one.Jobs, eight.Jobs = 1, 8
	built(t, one)
	built(t, eight)
	entries, err := os.ReadDir(filepath.Join(one.Out, "2023-09"))
	require.NoError(t, err)
	for _, e := range entries {
		assert.Equal(t, read(t, filepath.Join(one.Out, "2023-09", e.Name())), read(t, filepath.Join(eight.Out, "2023-09", e.Name())), e.Name())
	}
}

// TestARecordThatWasChanged: verify tells of a record as of any other file, and proves what it says.
func TestARecordThatWasChanged(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := editionsOf(t, content.TheRecord)
	built(t, o)
	dir := filepath.Join(o.Out, "2023-09")
	english, welsh := filepath.Join(dir, "custody-inspection-2023-09-en-record.pdf"), filepath.Join(dir, "custody-inspection-2023-09-cy-record.pdf")
	require.NoError(t, os.WriteFile(english, read(t, filepath.Join(dir, "stalking-harassment-2023-09-en-record.pdf")), 0o600))
	require.NoError(t, os.WriteFile(welsh, append(read(t, welsh), '\n'), 0o600))
	verdicts, err := batch.Verify(context.Background(), o.Out, o, false)
	require.NoError(t, err)
	require.Len(t, verdicts[0].Findings, 2)
	assert.Contains(t, verdicts[0].Findings[0].Message, "every figure in it still agrees with", verdicts[0].Findings[0].File)
	assert.Contains(t, verdicts[0].Findings[1].Message, "its figures differ from", verdicts[0].Findings[1].File)
}

// TestTheRecordHoldsEveryText: every character of every text of the sample stands in the record edition of its language, page 1 says
// which edition it is, and so does every page.
func TestTheRecordHoldsEveryText(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := editionsOf(t, content.TheRecord)
	built(t, o)
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		register, err := master.Read(filepath.Join(o.Input, "2023-09", name+".xlsx"), master.Options{Month: o.Months[0], Vocabulary: o.Vocabulary, Rules: o.Rules})
		require.NoError(t, err)
		for _, w := range o.Words {
			doc, err := tagged.Read(read(t, filepath.Join(o.Out, "2023-09", name+"-2023-09-"+w.Lang()+"-record.pdf")))
			require.NoError(t, err)
			text := unspaced(doc.Root.Text())
			for i := range register.Recommendations {
				for what, said := range textsOf(&register.Recommendations[i], w.Lang()) {
					assert.True(t, strings.Contains(text, unspaced(said)), "%s of %s in %s, %s", what, register.Recommendations[i].Ref, name, w.Lang())
				}
			}
			assert.Contains(t, text, unspaced(w.Say("edition.record")))
			edges := 0
			for _, around := range doc.Around {
				edges += strings.Count(around, strings.TrimSpace(w.Say("page.record")))
			}
			assert.GreaterOrEqual(t, edges, 2)
		}
	}
}

// textsOf gives the texts of a recommendation in a language.
func textsOf(r *report.Recommendation, lang string) map[string]string {
	out := map[string]string{"owner": r.Owner, "heading": r.Heading, "reason": r.Reason, "evidence": r.Evidence, "date as written": r.DueAsWritten}
	for what, text := range map[string]report.Text{"text": r.Text, "response": r.Response, "progress": r.Progress} {
		out[what], _ = text.In(lang)
	}
	return out
}

// unspaced is a text without its spaces, which lines of a page change.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
