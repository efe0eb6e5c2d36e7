package main

import (
	"context"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/figurename"
)

// shellNames lists the shells that have a script.
func shellNames() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// runCompletion prints the script that completes commands, flags, spreadsheets and figures in a shell. The script asks the program
// itself, through a hidden command of the library.
func runCompletion(_ context.Context, c *call) error {
	if len(c.args) != 1 {
		return usageError{"name the shell: bash, zsh, fish or powershell"}
	}
	root := newRoot(nil, c.stdout, c.stderr)
	switch strings.ToLower(c.args[0]) {
	case "bash":
		return root.GenBashCompletionV2(c.stdout, true)
	case "zsh":
		return root.GenZshCompletion(c.stdout)
	case "fish":
		return root.GenFishCompletion(c.stdout, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(c.stdout)
	}
	return usageError{"name the shell: bash, zsh, fish or powershell"}
}

// beginningWith keeps the candidates that begin with what was typed, whatever its capitals.
func beginningWith(typed string, candidates []string) []string {
	var out []string
	for _, candidate := range candidates {
		if strings.HasPrefix(strings.ToLower(candidate), strings.ToLower(typed)) {
			out = append(out, candidate)
		}
	}
	return out
}

// completeFlags says what the flags of a command may be set to, where that can be known.
func completeFlags(command *cobra.Command, c *call) {
	values := map[string]func() []string{
		"month":    func() []string { return append(c.monthNames(), "all") },
		"previous": c.monthNames,
		"lang":     func() []string { return []string{"en", "cy"} },
		"edition":  func() []string { return append(content.EditionNames(), "all") },
		"split":    func() []string { return []string{"owner", "theme"} },
		"example":  exampleNames,
	}
	for name, known := range values {
		if command.Flags().Lookup(name) != nil {
			_ = command.RegisterFlagCompletionFunc(name, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) { // fails only for no flag
				return beginningWith(typed, known()), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
			})
		}
	}
	for _, name := range []string{"input", "out", "templates", "annotate", "published"} {
		if command.Flags().Lookup(name) != nil {
			_ = command.MarkFlagDirname(name)
		}
	}
}

func (c *call) monthNames() []string {
	entries, _ := os.ReadDir(c.input)
	var out []string
	for _, e := range entries {
		if _, err := dates.ParseMonth(e.Name()); err == nil && e.IsDir() {
			out = append(out, e.Name())
		}
	}
	sort.Sort(sort.Reverse(sort.StringSlice(out)))
	return out
}

// completeMasters gives the spreadsheets of every month; where none begins so, the shell completes the path of a file.
func completeMasters(c *call, _ context.Context, _ string) ([]string, cobra.ShellCompDirective) {
	return c.masterNames(), cobra.ShellCompDirectiveDefault
}

func completeFolders(*call, context.Context, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

func completeShells(c *call, _ context.Context, _ string) ([]string, cobra.ShellCompDirective) {
	if len(c.args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return shellNames(), cobra.ShellCompDirectiveNoFileComp
}

// completeFigures gives figures and spreadsheets, and figures alone after a spreadsheet.
func completeFigures(c *call, ctx context.Context, typed string) ([]string, cobra.ShellCompDirective) {
	given := c.args
	switch len(given) {
	case 0:
		return append(c.figureNames(ctx, typed), c.masterNames()...), cobra.ShellCompDirectiveDefault
	case 1:
		return c.figureNames(ctx, typed), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// masterNames lists the masters of every month, each once.
func (c *call) masterNames() []string {
	files, _ := filepath.Glob(filepath.Join(c.input, "[0-9]*", "*"))
	seen := map[string]bool{}
	var out []string
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
		if !seen[name] && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$") {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// figureNames lists the figures of the template's themes, which costs nothing; those of headings, sources and owners need the
// masters read, and are listed when one is begun.
func (c *call) figureNames(ctx context.Context, typed string) []string {
	c.args = nil
	o, err := c.options()
	if err != nil {
		return nil
	}
	kinds := []report.GroupKind{report.OfHeadings, report.OfSources, report.OfOwners}
	for _, kind := range kinds {
		if strings.HasPrefix(typed, string(kind)+".") {
			return namesInPacks(ctx, o)
		}
	}
	out := figurename.ThemeNames(o.Rules.Themes)
	for _, kind := range kinds {
		out = append(out, string(kind)+".")
	}
	return out
}

func namesInPacks(ctx context.Context, o batch.Options) []string {
	packs, err := batch.Packs(ctx, o)
	if err != nil {
		return nil
	}
	return namesIn(packs)
}
