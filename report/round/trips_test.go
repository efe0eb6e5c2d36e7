package round

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// trip is a program of somebody else's that opens returns and saves them.
type trip struct {
	name string
	make func(t *testing.T, from, to string) // takes every workbook of a folder to another under the same name
}

const openpyxlSaves = `
import openpyxl, os, sys
for name in os.listdir(sys.argv[1]):
    book = openpyxl.load_workbook(os.path.join(sys.argv[1], name))
    if sys.argv[3] == 'values':
        copy = openpyxl.Workbook()
        copy.worksheets[0].title = book.worksheets[0].title
        for row in book.worksheets[0].iter_rows():
            for cell in row:
                if cell.value is not None and cell.data_type != 'f':
                    value = cell.value
                    if cell.is_date:
                        value = openpyxl.utils.datetime.to_excel(value)
                    copy.worksheets[0].cell(cell.row, cell.column).value = value
                    if isinstance(value, str):
                        copy.worksheets[0].cell(cell.row, cell.column).data_type = 's'
        book = copy
    book.save(os.path.join(sys.argv[2], name))
`

const sheetJSSaves = `
const X = require(process.argv[1] + '/node_modules/xlsx'), fs = require('fs')
for (const name of fs.readdirSync(process.argv[2])) X.writeFile(X.readFile(process.argv[2] + '/' + name, {cellStyles: true, cellNF: true}), process.argv[3] + '/' + name)
`

// trips are the programs that are installed here: what .ci/conformance installs.
func trips(t *testing.T) []trip {
	t.Helper()
	if os.Getenv("CONFORMANCE") == "" {
		t.Skip("set CONFORMANCE to take returns through LibreOffice, openpyxl and SheetJS")
	}
	profile := t.TempDir()
	office := func(t *testing.T, from, to, format string) {
		files, err := filepath.Glob(filepath.Join(from, "*"))
		require.NoError(t, err)
		const atOnce = 40
		for some := range slices.Chunk(files, atOnce) {
			ran(t, "soffice", append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", format, "--outdir", to}, some...)...)
		}
	}
	return []trip{
		{"LibreOffice", func(t *testing.T, from, to string) { office(t, from, to, "xlsx") }},
		{"LibreOffice, by way of ods", func(t *testing.T, from, to string) {
			between := t.TempDir()
			office(t, from, between, "ods")
			office(t, between, to, "xlsx")
		}},
		{"openpyxl", func(t *testing.T, from, to string) { ran(t, "python3", "-c", openpyxlSaves, from, to, "all") }},
		{"copied by values", func(t *testing.T, from, to string) { ran(t, "python3", "-c", openpyxlSaves, from, to, "values") }},
		{"SheetJS", func(t *testing.T, from, to string) {
			ran(t, "node", "-e", sheetJSSaves, os.Getenv("SHEETJS"), from, to)
		}},
	}
}

func ran(t *testing.T, name string, args ...string) {
	t.Helper()
	output, err := exec.Command(name, args...).CombinedOutput()
	require.NoError(t, err, string(output))
}

// sentRound is a round of which every return is taken on the trips.
type sentRound struct {
	path    string
	setting *Setting
	asked   *AskResult
	before  []byte
}

// TestTripsOfUntouchedReturns asks about masters, the sample, one of 4,000 rows and awkward ones, has every return opened and saved by each
// program, and takes them in: each is its owner's, nothing is answered, and the masters are the same to the byte.
func TestTripsOfUntouchedReturns(t *testing.T) {
	t.Parallel()
	all := trips(t)
	many := filepath.Join(t.TempDir(), "many.csv")
	require.NoError(t, os.WriteFile(many, []byte(large(4000, 40)), 0o644))
	var rounds []sentRound
	from := t.TempDir()
	for _, path := range append([]string{many}, awkwardMasters(t, 260)...) {
		s, out := askedAbout(t, path)
		if out == nil {
			continue
		}
		before, err := os.ReadFile(s.Masters[0].Path)
		require.NoError(t, err)
		for _, o := range out.Round.Owners {
			require.NoError(t, os.WriteFile(filepath.Join(from, fmt.Sprintf("%d_%s.xlsx", len(rounds), o.File)), mustRead(t, s, "to-send/"+o.File+".xlsx"), 0o644))
		}
		rounds = append(rounds, sentRound{path, s, out, before})
	}
	for _, trip := range all {
		t.Run(trip.name, func(t *testing.T) {
			to := t.TempDir()
			trip.make(t, from, to)
			for i, r := range rounds {
				forget(t, r.setting)
				for _, o := range r.asked.Round.Owners {
					data, err := os.ReadFile(filepath.Join(to, fmt.Sprintf("%d_%s.xlsx", i, o.File)))
					require.NoError(t, err, r.path)
					returns := folder{r.setting.Dir, r.setting.Month}.returns()
					require.NoError(t, os.MkdirAll(returns, 0o755))
					require.NoError(t, os.WriteFile(filepath.Join(returns, o.File+".xlsx"), data, 0o644))
				}
				if unchanged(t, r.setting, r.asked, r.before); t.Failed() {
					t.Fatal(r.path)
				}
			}
		})
	}
	t.Logf("%d masters", len(rounds))
	if os.Getenv(awkwardVariable) != "" {
		assert.Greater(t, len(rounds), 100)
	}
}

// TestTripsOfMangledReturns has every mangled return opened and saved by each program: what becomes of every answer is what becomes of it
// without. Of several files of an owner their bytes and days tell what they mean, which these programs change.
func TestTripsOfMangledReturns(t *testing.T) {
	t.Parallel()
	all := trips(t)
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	from := t.TempDir()
	returns := folder{s.Dir, s.Month}.returns()
	collected := func() string {
		return outcomes(collect(t, s, CollectOptions{Received: october26()}))
	}
	want := map[int]string{}
	for i, m := range mangles() {
		forget(t, s)
		o := filled(t, s)
		m.do(o)
		o.saved("anything.xlsx", october26())
		files, err := os.ReadDir(returns)
		require.NoError(t, err)
		if len(files) == 1 {
			want[i] = collected()
			require.NoError(t, os.Rename(filepath.Join(returns, files[0].Name()), filepath.Join(from, fmt.Sprintf("%d.xlsx", i))))
		}
	}
	for _, trip := range all {
		t.Run(trip.name, func(t *testing.T) {
			to := t.TempDir()
			trip.make(t, from, to)
			for i, m := range mangles() {
				if want[i] == "" {
					continue
				}
				forget(t, s)
				require.NoError(t, os.MkdirAll(returns, 0o755))
				require.NoError(t, os.Rename(filepath.Join(to, fmt.Sprintf("%d.xlsx", i)), filepath.Join(returns, "anything.xlsx")))
				assert.Equal(t, want[i], collected(), m.name)
			}
		})
	}
}
