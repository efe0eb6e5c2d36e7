package workbook

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOtherReaders gives the workbooks to a validator of the Open XML schemas and to openpyxl.
func TestOtherReaders(t *testing.T) {
	t.Parallel()
	if os.Getenv("CONFORMANCE") == "" {
		t.Skip("set CONFORMANCE to a folder of workbooks, or to 1, to run other programs on them")
	}
	const load = `import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True): pass`
	for name, book := range conformanceBooks(t) {
		path := filepath.Join(t.TempDir(), "book.xlsx")
		require.NoError(t, os.WriteFile(path, book, 0o644))
		for _, command := range [][]string{{"openxml-audit", path}, {"python3", "-c", load, path}} {
			t.Run(name+"/"+command[0], func(t *testing.T) {
				program, err := exec.LookPath(command[0])
				if err != nil {
					t.Skipf("%s is not installed", command[0])
				}
				output, err := exec.Command(program, command[1:]...).CombinedOutput()
				require.NoError(t, err, string(output))
			})
		}
	}
}
