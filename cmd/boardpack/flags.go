package main

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"
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
