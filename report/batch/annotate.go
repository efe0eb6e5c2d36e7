package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/workbook"
)

// Annotate writes a copy of a master, of a workbook as it is, of a CSV file as a workbook, with the problems on their cells. It gives the
// path of the copy: to with the ending of what the master is. The copy is proved before it gets its name: its XML is sound, and our own reader reads it as it reads the master. The error says in words why
// there is no copy. Neither the master nor the copy is held in memory while the other one is read.
func Annotate(path, to string, problems []report.Problem, o Options) (made string, err error) {
	unfinished := filepath.Join(filepath.Dir(to), unfinishedCopy+filepath.Base(to))
	defer os.Remove(unfinished) // gone when it has its name
	want, ending, err := writeCopy(path, unfinished, problems, o)
	if err != nil {
		return "", err
	}
	copied, err := master.Bytes(unfinished, o.Limits)
	if err != nil {
		return "", err
	}
	if got := o.readAs("copy.xlsx", copied); got.of(want) != want.of(want) {
		return "", errors.New("boardpack would not read the copy as it reads the source spreadsheet")
	}
	return to + ending, os.Rename(unfinished, to+ending)
}

// unfinishedCopy is how the name of a copy begins while it is written.
const unfinishedCopy = ".boardpack-unfinished-"

// writeCopy writes the copy, and gives how the master is read and the ending that the copy must have.
func writeCopy(path, to string, problems []report.Problem, o Options) (read reading, ending string, err error) {
	data, err := master.Bytes(path, o.Limits)
	if err != nil {
		return reading{}, "", err
	}
	read = o.readAs(path, data) // it proves the file within the limits before anything else opens it
	if u := read.unusable; u != nil && u.Problem.Cell == "" && u.Problem.Sheet == "" {
		return read, "", u
	}
	a := workbook.Annotation{Problems: problems, Unpacked: o.Limits.OrDefault().Unpacked}
	if bytes.HasPrefix(data, []byte("PK")) {
		a.Workbook = data
	} else if a.Records, err = master.Records(path, data, o.reading()); err != nil {
		return read, "", err
	} else {
		read.rowsOnly = true
	}
	file, err := os.Create(to)
	if err != nil {
		return read, "", err
	}
	ending, err = annotate(file, a, o.Words[0])
	if closed := file.Close(); err == nil {
		err = closed
	}
	return read, ending, err
}

// annotate makes the copy. What goes wrong inside a library is an error like any other.
func annotate(file *os.File, a workbook.Annotation, words report.Words) (ending string, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the file has something that boardpack does not understand")
		}
	}()
	return workbook.Annotate(file, a, words)
}

// reading is what was read of a master: how many recommendations, and a sum of all that they say; or why none was.
type reading struct {
	unusable *master.Unusable
	rows     int
	sum      string
	rowsOnly bool // the sum is not to be compared: cells of a CSV file have other places and no formats
}

// of gives what of a reading is compared with that of a master.
func (r reading) of(master reading) any {
	code := ""
	if r.unusable != nil {
		code = r.unusable.Problem.Code
	}
	if master.rowsOnly {
		return [2]any{r.rows, code}
	}
	return [3]any{r.rows, code, r.sum}
}

// reading are the options of a master that is read for itself.
func (o *Options) reading() master.Options {
	return master.Options{Vocabulary: o.Vocabulary, Rules: o.Rules, Index: o.index, Limits: o.Limits}
}

// readAs reads a master and lets its register go.
func (o *Options) readAs(name string, data []byte) reading {
	register, err := master.ReadBytes(name, data, o.reading())
	var out reading
	if errors.As(err, &out.unusable) {
		return out
	}
	sum := plainfile.NewDigest()
	all := json.NewEncoder(sum)
	for i := range register.Recommendations {
		_ = all.Encode(&register.Recommendations[i]) // plain data
	}
	_ = all.Encode(register.ExtraColumns)
	out.rows, out.sum = len(register.Recommendations), sum.String()
	return out
}
