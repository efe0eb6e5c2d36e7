// Command boardpack reads masters of inspection recommendations and writes Excel and PDF board packs.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"boardpack/report/plainfile"
	"boardpack/templates"
)

// version is the tool's own, written into every manifest.
const version = "0.1.0"

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
	room := make([]byte, roomToWork)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	runtime.KeepAlive(room)
	os.Exit(status)
}

// roomToWork is memory that is never touched, and so never taken from the system. The collector counts it as in use and lets as
// much again pile up before it looks for what can be freed: small packs take a tenth less time, and a large register needs no more
// than this besides. A percentage (GOGC) that did the same would multiply the memory of a large one.
const roomToWork = 32 << 20

// command is one subcommand.
type command struct {
	name  string
	args  string // as the usage line shows them
	about string
	run   func(ctx context.Context, c *call) error
	flags func(f *pflag.FlagSet, s *settings)
}

// commands lists the subcommands in the order in which help shows them.
func commands() []command {
	return []command{
		{"build", "[MASTER…]", "make the packs of a month: a PDF, a workbook and the figures of every master", runBuild, buildFlags},
		{"check", "[MASTER…]", "list what is wrong in the masters of a month, and write no pack", runCheck, checkFlags},
		{"init", "DIR", "make a folder to start from: template, blank master, README, starters to double-click", runInit, initFlags},
		{"explain", "[MASTER] [FIGURE]", "tell where a figure comes from: its rule, rows and cells, and what changed", runExplain, explainFlags},
		{"verify", "DIR", "tell whether what lies in a folder of packs is whole and belongs together", runVerify, verifyFlags},
		{"completion", "SHELL", "print the script that completes commands and figures in bash, zsh, fish or powershell", runCompletion, nil},
		{completeCommand, "[WORD…]", "list what may stand for the last word; for the scripts of completion", runComplete, nil},
		{"version", "", "print the version", runVersion, nil},
	}
}

// call is one run of a subcommand.
type call struct {
	settings
	args           []string
	stdout, stderr *printer
	template       *templates.Template // loaded by options

	folded bool // cells were left out of what was printed

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
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		printHelp(stdout)
		return exitDone
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.call(ctx, args[1:], stdout, stderr)
		}
	}
	fmt.Fprintf(stderr, "boardpack: there is no command \"%s\"; the commands are %s\n", args[0], strings.Join(commandNames(), ", "))
	return exitUsage
}

// commandNames lists the commands that help shows.
func commandNames() []string {
	var names []string
	for _, c := range commands() {
		if c.name != completeCommand {
			names = append(names, c.name)
		}
	}
	return names
}

// call reads the flags and runs the subcommand.
func (c command) call(ctx context.Context, args []string, stdout, stderr *printer) int {
	call := &call{stdout: stdout, stderr: stderr}
	flags := pflag.NewFlagSet(c.name, pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.SortFlags = false
	if c.flags != nil {
		c.flags(flags, &call.settings)
	}
	err := flags.Parse(args)
	if errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintf(stdout, "boardpack %s %s: %s\n\n%s", c.name, c.args, c.about, flags.FlagUsages())
		return exitDone
	}
	call.args = flags.Args()
	if err != nil {
		err = usageError{aboutFlags(err)}
	} else if c.args == "" && len(call.args) > 0 {
		err = usageError{fmt.Sprintf("%s takes no arguments", c.name)}
	} else {
		err = c.run(ctx, call)
	}
	return exitStatus(err, c.name, stderr)
}

// exitStatus prints an error that is not printed yet and gives the status for it.
func exitStatus(err error, name string, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFailed):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "boardpack %s: %v; see boardpack %s --help\n", name, err, name)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "boardpack: stopped; nothing was published, and what was is as it was")
		return exitFailed
	}
	fmt.Fprintf(stderr, "boardpack: %s\n", plainfile.Words(err))
	return exitFailed
}

func printHelp(w io.Writer) {
	fmt.Fprint(w, "boardpack makes Excel and PDF board packs from masters of inspection recommendations.\n\n")
	for _, c := range commands() {
		if c.name == completeCommand {
			continue
		}
		fmt.Fprintf(w, "  boardpack %-22s %s\n", strings.TrimSpace(c.name+" "+c.args), c.about)
	}
	fmt.Fprint(w, "\nboardpack COMMAND --help lists the flags of a command.\n")
}

func runVersion(_ context.Context, c *call) error {
	fmt.Fprintf(c.stdout, "boardpack %s\n", version)
	return nil
}
