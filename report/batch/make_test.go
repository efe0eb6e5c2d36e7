package batch

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/reporttest"
)

// rows makes a CSV file of recommendations, each "ref:text" or "ref:text:status".
func rows(all ...string) string {
	out := "Ref,Theme,Recommendation,Status\n"
	for _, row := range all {
		parts := append(strings.Split(row, ":"), "In progress")
		out += fmt.Sprintf("%s,Data,Do what %s asks,%s\n", parts[0], parts[1], parts[2])
	}
	return out
}

// xlsx makes a workbook of the same, with an About sheet of the entries.
func xlsx(t *testing.T, csv string, about ...string) string {
	t.Helper()
	book := excelize.NewFile()
	require.NoError(t, book.SetSheetName("Sheet1", "Recommendations"))
	for i, line := range strings.Split(strings.TrimSpace(csv), "\n") {
		cells := strings.Split(line, ",")
		require.NoError(t, book.SetSheetRow("Recommendations", fmt.Sprintf("A%d", i+1), &cells))
	}
	if len(about) > 0 {
		_, err := book.NewSheet("About")
		require.NoError(t, err)
	}
	for i := 0; i+1 < len(about); i += 2 {
		require.NoError(t, book.SetSheetRow("About", fmt.Sprintf("A%d", i/2+1), &[]string{about[i], about[i+1]}))
	}
	var out bytes.Buffer
	require.NoError(t, book.Write(&out))
	return out.String()
}

// madeOf gives the options of a run on these files, by their paths under the input folder, with the shipped template, in English.
func madeOf(t *testing.T, files map[string]string) *Options {
	t.Helper()
	shipped := reporttest.Shipped(t)
	o := &Options{Input: t.TempDir(), Out: t.TempDir(), Jobs: 2, Version: "test", Rules: &shipped.Rules, Vocabulary: &shipped.Vocabulary,
		Accent: shipped.Accent}
	words, err := shipped.Words("en")
	require.NoError(t, err)
	o.Words = []report.Words{words}
	for name, data := range files {
		path := filepath.Join(o.Input, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(data), 0o644))
	}
	return o
}

// alsoInWelsh adds the second language.
func alsoInWelsh(t *testing.T, o *Options) {
	t.Helper()
	words, err := reporttest.Shipped(t).Words("cy")
	require.NoError(t, err)
	o.Words = append(o.Words, words)
}

// theOne builds the only pack of the newest month, proof and all, and gives its outcome and the pack itself.
func theOne(t *testing.T, o *Options) (Outcome, *report.Pack) {
	t.Helper()
	built, err := Build(context.Background(), *o)
	require.NoError(t, err)
	require.Len(t, built, 1)
	require.NoError(t, built[0].Err)
	worked, err := Packs(context.Background(), *o)
	require.NoError(t, err)
	return built[0], worked[0].Pack
}

// codes lists the codes of problems that are among those wanted, each with its place.
func codes(problems []report.Problem, wanted ...string) []string {
	var out []string
	for _, p := range problems {
		for _, code := range wanted {
			if p.Code == code {
				out = append(out, code+" at "+p.Where())
			}
		}
	}
	return out
}
