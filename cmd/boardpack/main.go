// Command boardpack makes board papers and Excel workbooks from spreadsheets of recommendations.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"boardpack/cmd/boardpack/licences"
	"boardpack/report/plainfile"
	"boardpack/templates"
	"boardpack/templates/sheets"
)

// version is the tag that the program was built from, which make release sets, and is written into every output.
var version = "dev"

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // something in the input or output is wrong
	exitUsage  = 2 // the command line is wrong
)

func main() {
	if isDoubleClick(os.Args[1:]) {
		program, _ := os.Executable() // "" where the system does not say: the words are understood without
		os.Exit(answerDoubleClick(program, os.Stdin, &printer{to: os.Stdout}))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C does not wait
	collectOften()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// call is one run of a subcommand.
type call struct {
	settings
	args           []string
	stdout, stderr *printer
	template       *templates.Template // loaded by options

	given  []sheets.Given // settings for this run, by name
	folded bool           // cells were left out of what was printed

	noThemes, unconfirmed error // what is to be done in the template: no pack is made, or every pack is a draft; nil where nothing is
}

// errFailed is an error whose message has been printed already.
var errFailed = errors.New("failed")

// usageError is a mistake in the command line.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

// run is the program as a function: it does what the arguments say and gives the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	results, messages := &printer{to: stdout}, &printer{to: stderr}
	status := dispatch(ctx, args, results, messages)
	if results.failed != nil {
		fmt.Fprintf(messages, "boardpack: not everything could be printed: %s\n", plainfile.Say(results.failed))
		return max(status, exitFailed)
	}
	return status
}

// dispatch finds the subcommand and runs it.
func dispatch(ctx context.Context, args []string, stdout, stderr *printer) int {
	root := newRoot(args, stdout, stderr)
	if err := unknownCommand(args); err != nil {
		return exitStatus(err, "", stderr)
	}
	root.SetArgs(append([]string{}, args...)) // nil would mean those of the process
	command, err := root.ExecuteContextC(ctx)
	if command == root || command.Name() == helpName {
		return exitStatus(err, "", stderr)
	}
	return exitStatus(err, command.Name(), stderr)
}

// exitStatus prints an error that is not printed yet and gives the status for it. The name is that of the command, "" for none.
func exitStatus(err error, name string, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFailed):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "%s: %v\nFor help, run: %s\n", strings.TrimSpace("boardpack "+name), err, strings.TrimSpace("boardpack help "+name))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "boardpack: stopped; your existing packs are unchanged")
		return exitFailed
	}
	fmt.Fprintf(stderr, "boardpack: %s\n", plainfile.Words(err))
	return exitFailed
}

func runLicences(_ context.Context, c *call) error { return licences.Write(c.stdout) }

func runVersion(_ context.Context, c *call) error {
	fmt.Fprintf(c.stdout, "boardpack %s\n", version)
	return nil
}
