package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/figuresjson"
	"boardpack/report/master"
	"boardpack/report/reporttest"
)

// readSample builds the pack of a sample master and all its earlier months under input.
func readSample(t testing.TB, name, month, lang string) (*report.Pack, report.Words) {
	t.Helper()
	template := reporttest.Shipped(t)
	words, err := template.Words(lang)
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join("..", "..", "input", "*", name+".xlsx"))
	require.NoError(t, err)
	var registers []*report.Register
	for _, file := range files {
		at := filepath.Base(filepath.Dir(file))
		if at > month {
			continue
		}
		m, err := dates.ParseMonth(at)
		require.NoError(t, err)
		r, err := master.Read(file, master.Options{Month: m, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		registers = append(registers, r)
	}
	require.NotEmpty(t, registers)
	pack, err := report.Build(registers[len(registers)-1], registers[:len(registers)-1], &template.Rules)
	require.NoError(t, err)
	return pack, words
}

func writePack(t testing.TB, fonts *Fonts, pack *report.Pack, words report.Words) []byte {
	t.Helper()
	figures, err := figuresjson.Write(pack, words)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, Write(&out, content.Of(pack, words, nil), words, Options{AsAt: pack.AsAt,
		Fonts: fonts, Accent: colour.DefaultAccent(), FiguresName: pack.Register.Name + "-figures.json", FiguresJSON: figures, Tool: "boardpack test",
	}))
	return out.Bytes()
}

// keep leaves a file where BOARDPACK_PDF_DIR says, for veraPDF and for looking at.
func keep(t testing.TB, name string, data []byte) {
	t.Helper()
	if dir := os.Getenv("BOARDPACK_PDF_DIR"); dir != "" {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name+".pdf"), data, 0o644))
	}
}

func TestSamples(t *testing.T) {
	fonts, err := NewFonts()
	require.NoError(t, err)
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, edition := range []struct{ month, lang string }{{"2023-07", "en"}, {"2023-08", "en"}, {"2023-09", "en"}, {"2023-09", "cy"}} {
			if _, err := os.Stat(filepath.Join("..", "..", "input", edition.month, name+".xlsx")); err != nil {
				continue
			}
			pack, words := readSample(t, name, edition.month, edition.lang)
			start := time.Now()
			out := writePack(t, fonts, pack, words)
			t.Logf("%s %v: %d KB in %v", name, edition, len(out)/1024, time.Since(start).Round(time.Millisecond))
			require.Less(t, len(out), 250*1024)
			checkGeometry(t, fonts, pack, words)
			keep(t, name+"-"+edition.month+"-"+edition.lang, out)
		}
	}
}
