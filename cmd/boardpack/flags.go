package main

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"boardpack/report/master"
)

// aboutFlags says what is wrong with the flags of a command line, and which flag of the command was probably meant.
func aboutFlags(err error, flags *pflag.FlagSet) string {
	var value *pflag.InvalidValueError
	var required *pflag.ValueRequiredError
	var unknown *pflag.NotExistError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &value):
		return fmt.Sprintf("--%s takes %s, not \"%s\"", value.GetFlag().Name, kindOfFlag(value.GetFlag()), value.GetValue())
	case errors.As(err, &required):
		return fmt.Sprintf("--%s needs %s after it", required.GetFlag().Name, kindOfFlag(required.GetFlag()))
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return fmt.Sprintf("unknown flag -%s", unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		return fmt.Sprintf("unknown flag --%s%s", unknown.GetSpecifiedName(), meantFlag(unknown.GetSpecifiedName(), flags))
	case errors.As(err, &syntax):
		return fmt.Sprintf("\"%s\" is not how a flag is written", syntax.GetSpecifiedFlag())
	}
	return err.Error()
}

// meantFlag asks whether the flag with the nearest name was meant; "" where none is like it.
func meantFlag(typed string, flags *pflag.FlagSet) string {
	var names []string
	flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if meant := nearest(typed, names); meant != "" {
		return fmt.Sprintf("; did you mean --%s?", meant)
	}
	return ""
}

// kindOfFlag says what a flag is set to.
func kindOfFlag(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "bool":
		return "true or false, after an equals sign, or nothing"
	case "int", "int64":
		return "a whole number"
	}
	return "a value"
}

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
