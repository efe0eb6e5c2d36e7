package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"boardpack/report/fold"
)

// The library's own answer to a double-click is not wanted, because the program has one of its own; and commands are listed in the order
// in which they are used.
func init() {
	cobra.MousetrapHelpText = ""
	cobra.EnableCommandSorting = false
}

// command is one subcommand.
type command struct {
	name     string
	args     string // as the usage line shows them; "" for none
	about    string // one line, for the list of commands
	more     string // what its help says after that; "" for nothing
	examples []string
	run      func(ctx context.Context, c *call) error
	flags    func(f *pflag.FlagSet, s *settings)                                                   // nil for none
	complete func(c *call, ctx context.Context, typed string) ([]string, cobra.ShellCompDirective) // what may follow c.args; nil for nothing
}

// commands lists the subcommands in the order in which help shows them.
func commands() []command {
	return []command{
		{"build", "[SPREADSHEET...]", "make the packs of a month", `A pack is a PDF for the board, an Excel workbook for staff, and files for other programs. Without
the name of a spreadsheet, every spreadsheet in the month's folder gets a pack. The packs go into
the folder out/MONTH.`,
			[]string{"boardpack build", "boardpack build --month 2023-09 our-review", "boardpack build --month all --lang en,cy", "boardpack build --portfolio --split owner"},
			runBuild, buildFlags, completeMasters},
		{"check", "[SPREADSHEET...]", "list the problems in the spreadsheets of a month", `No pack is made. Each kind of problem has one line: how many there are, where the first ones are,
and what to do.`,
			[]string{"boardpack check", "boardpack check --verbose our-review", "boardpack check --annotate marked"},
			runCheck, checkFlags, completeMasters},
		{"init", "DIR", "make a new folder to work in", `The folder gets a template (the settings and words of your packs), a blank spreadsheet,
instructions, and files to double-click. Nothing that exists is overwritten.`,
			[]string{"boardpack init our-packs", "boardpack init our-packs --from tracker.xlsx", "boardpack init our-packs --example audit-committee"},
			runInit, initFlags, completeFolders},
		{"next", "[SPREADSHEET...]", "begin a new month from the last one", `It copies the spreadsheets of the newest month into a folder for the month after it. On the About
sheet, As at moves to the last day of the new month, Meeting date and Version are emptied, and Draft
says yes; all else stays. It lists what is left for you to change, and overwrites nothing.`,
			[]string{"boardpack next", "boardpack next --month 2023-10", "boardpack next our-review"},
			runNext, nextFlags, completeMasters},
		{"ask", "[SPREADSHEET...]", "make a workbook for each owner to fill in, with the e-mail to send", `Each owner gets one workbook over all spreadsheets of the month, with only their own open
recommendations. It goes into rounds/MONTH/to-send with the text of the e-mail. Put what comes back
into rounds/MONTH/returns, whatever it is called.`,
			[]string{"boardpack ask --reply-by 2023-10-20", "boardpack ask --reply-by 2023-10-20 --eml", "boardpack ask --reply-by 2023-10-20 --owner Estates"},
			runAsk, askFlags, completeMasters},
		{"collect", "[FILES or FOLDER...]", "take in what came back from the owners", `It reads what is in rounds/MONTH/returns, whatever the files are called, and lists what becomes of
every answer in rounds/MONTH/results/results.xlsx. Nothing is written into your spreadsheets until
you add --write. Choose under Decision in that workbook what to do with doubtful answers, and run
it again.`,
			[]string{"boardpack collect", "boardpack collect --write", "boardpack collect --received 2023-10-18 returned.csv"},
			runCollect, collectFlags, nil},
		{"chase", "", "list who has not answered, with a reminder for each", `It reads what is in rounds/MONTH/returns and writes rounds/MONTH/chase: a list of the owners who
have not answered, or not about every recommendation, and the text of a reminder to each.`,
			[]string{"boardpack chase", "boardpack chase --on 2023-10-19 --eml"},
			runChase, chaseFlags, nil},
		{"explain", "[SPREADSHEET] [FIGURE]", "show where a figure comes from", `It shows the rule of the figure, the rows and cells behind it, and what changed since the month
before. Without the name of a figure, it lists the names of all figures.`,
			[]string{"boardpack explain", "boardpack explain training.overdue", "boardpack explain --month 2023-09 our-review percent_complete"},
			runExplain, explainFlags, completeFigures},
		{"verify", "DIR...", "check that a folder of packs is complete and consistent", `It compares every file with the list made when the packs were built (manifest.json), and every PDF
and workbook with its figures.`,
			[]string{"boardpack verify out/2023-09", "boardpack verify --rebuild out/2023-09"},
			runVerify, verifyFlags, completeFolders},
		{"settings", "[SPREADSHEET...]", "show where each setting of a spreadsheet comes from", `A spreadsheet may have its own settings on the sheets Themes, Status words and Settings. They win
over the template, and --set wins over both; what none of them gives is built in. With --to, it
writes a copy of a spreadsheet that has those sheets, filled in from the template. The spreadsheet
itself is not changed.`,
			[]string{"boardpack settings", "boardpack settings our-review", "boardpack settings our-review --to our-review-new.xlsx"},
			runSettings, settingsFlags, completeMasters},
		{"completion", "SHELL", "print a script that completes commands, months and figures as you type", `SHELL is bash, zsh, fish or powershell. To try it in bash: source <(boardpack completion bash)`,
			[]string{"boardpack completion bash > /etc/bash_completion.d/boardpack", "boardpack completion powershell | Out-String | Invoke-Expression"},
			runCompletion, nil, completeShells},
		{"licences", "", "print the licences of boardpack's parts", `The program holds libraries and fonts whose licences ask that their texts go with every copy.`,
			[]string{"boardpack licences > licences.txt"}, runLicences, nil, nil},
		{"version", "", "print the version", "", []string{"boardpack version"}, runVersion, nil, nil},
	}
}

// newRoot makes the command line: the program with all its subcommands. Those that the arguments do not name have no flags, because
// the flags of all of them would take longer to make than everything else at the start.
func newRoot(args []string, stdout, stderr *printer) *cobra.Command {
	root := &cobra.Command{
		Use:           "boardpack",
		Short:         "boardpack makes board packs from spreadsheets of recommendations and what was done about them.",
		Example:       examples([]string{"boardpack init our-packs", "boardpack build", "boardpack check"}),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArguments("boardpack"),
		RunE:          runRoot,

		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.Flags().Bool("version", false, "print the version")
	root.Flags().BoolP("help", "h", false, "show this help")
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetUsageFunc(printUsage)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{aboutFlags(err, c.Flags())} })
	for _, c := range commands() {
		root.AddCommand(c.forRoot(slices.Contains(args, c.name), stdout, stderr))
	}
	root.SetHelpCommand(helpCommand())
	return root
}

// forRoot makes the library's command of ours, with its flags where it is asked for.
func (c command) forRoot(asked bool, stdout, stderr *printer) *cobra.Command {
	of := &call{stdout: stdout, stderr: stderr}
	long := "boardpack " + c.name + ": " + c.about + "."
	if c.more != "" {
		long += "\n\n" + c.more
	}
	out := &cobra.Command{Use: strings.TrimSpace(c.name + " " + c.args), Short: c.about, Long: long, Example: examples(c.examples)}
	out.Flags().SortFlags = false
	if asked && c.flags != nil {
		c.flags(out.Flags(), &of.settings)
		completeFlags(out, of)
	}
	out.Flags().BoolP("help", "h", false, "show this help")
	if c.args == "" {
		out.Args = noArguments(c.name)
	}
	out.RunE = func(cmd *cobra.Command, args []string) error {
		of.args = args
		return c.run(cmd.Context(), of)
	}
	if c.complete != nil {
		out.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			of.args = args
			found, directive := c.complete(of, cmd.Context(), typed)
			return beginningWith(typed, found), directive
		}
	}
	return out
}

func examples(lines []string) string { return "  " + strings.Join(lines, "\n  ") }

// runRoot is the program without a subcommand.
func runRoot(cmd *cobra.Command, _ []string) error {
	if asked, err := cmd.Flags().GetBool("version"); err == nil && asked {
		_, err := fmt.Fprintf(cmd.OutOrStdout(), "boardpack %s\n", version)
		return err
	}
	return cmd.Help()
}

func noArguments(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usageError{name + " takes no arguments, so leave out \"" + args[0] + "\""}
		}
		return nil
	}
}

// helpName is the command that explains the others; the library adds it to them.
const helpName = "help"

// helpCommand shows the help of a command.
func helpCommand() *cobra.Command {
	out := &cobra.Command{Use: helpName + " [COMMAND]", Short: "explain a command", Long: "boardpack help: explain a command and its flags.", Example: examples([]string{"boardpack help build"})}
	out.Flags().BoolP("help", "h", false, "show this help")
	out.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return beginningWith(typed, commandNames()), cobra.ShellCompDirectiveNoFileComp
	}
	out.RunE = func(cmd *cobra.Command, args []string) error {
		if err := unknownCommand(args); err != nil {
			return err
		}
		of, _, err := cmd.Root().Find(args)
		if err != nil {
			return usageError{err.Error()}
		}
		return of.Help()
	}
	return out
}

// commandNames lists the commands that help shows.
func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return append(names, helpName)
}

// unknownCommand is the error of a command line that begins with a word that is no command; nil for any other.
func unknownCommand(args []string) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return nil
	}
	typed := args[0]
	if slices.Contains(append(commandNames(), cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd), typed) {
		return nil
	}
	if meant := nearest(typed, commandNames()); meant != "" {
		return usageError{fmt.Sprintf("there is no command \"%s\"; did you mean %s?", typed, meant)}
	}
	return usageError{fmt.Sprintf("there is no command \"%s\"; the commands are %s", typed, strings.Join(commandNames(), ", "))}
}

// nearest gives the name that takes the fewest changed letters to come from what was typed; "" where none is like it.
func nearest(typed string, names []string) string {
	best, least := "", max(2, len([]rune(typed))/3)+1
	for _, name := range names {
		if d := fold.Distance(strings.ToLower(typed), name, least); d < least {
			best, least = name, d
		}
	}
	return best
}
