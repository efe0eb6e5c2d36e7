package main

import (
	"github.com/spf13/pflag"

	"boardpack/report/master"
)

// limits are the flags that raise what a master may hold; 0 leaves the limit as it is. The messages of package master name
// them.
type limits struct {
	megabytes            int64
	rows, columns, cells int
}

func limitFlags(f *pflag.FlagSet, l *limits) {
	f.Int64Var(&l.megabytes, "max-size", 0, "let a spreadsheet unpack to `N` megabytes, when a message says that it is too large")
	f.IntVar(&l.rows, "max-rows", 0, "let a sheet have `N` filled rows")
	f.IntVar(&l.columns, "max-columns", 0, "let a sheet have `N` filled columns")
	f.IntVar(&l.cells, "max-cell", 0, "let a cell have `N` characters")
}

func (l limits) forMaster() master.Limits {
	return master.Limits{Unpacked: l.megabytes << 20, Rows: l.rows, Columns: l.columns, Cell: l.cells}
}
