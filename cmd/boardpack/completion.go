package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/dates"
	"boardpack/report/figurename"
)

// completeCommand is the hidden command that the shells' scripts ask: its arguments are the words typed so far, the last of
// them the one to complete; it prints what may stand there, one to a line.
const completeCommand = "__complete"

// shells are those that completion knows, with their scripts.
func shells() map[string]string {
	return map[string]string{"bash": bashScript, "zsh": zshScript, "fish": fishScript, "powershell": powershellScript}
}

// runCompletion prints the script that completes commands, flags, masters and figures in a shell.
func runCompletion(_ context.Context, c *call) error {
	if len(c.args) == 1 {
		if script, ok := shells()[strings.ToLower(c.args[0])]; ok {
			fmt.Fprint(c.stdout, strings.TrimLeft(script, "\n"))
			return nil
		}
	}
	return usageError{"name the shell: bash, zsh, fish or powershell"}
}

const bashScript = `
# boardpack completion bash > /etc/bash_completion.d/boardpack   or, for yourself:   source <(boardpack completion bash)
_boardpack() {
	local IFS=$'\n'
	COMPREPLY=($(boardpack __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
	[[ ${#COMPREPLY[@]} -eq 0 ]] && compopt -o default
}
complete -F _boardpack boardpack
`

const zshScript = `
#compdef boardpack
# boardpack completion zsh > "${fpath[1]}/_boardpack"   or, for yourself:   source <(boardpack completion zsh)
_boardpack() {
	local -a found
	found=("${(@f)$(boardpack __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
	if [[ -n "${found[*]}" ]]; then compadd -a found; else _files; fi
}
compdef _boardpack boardpack
`

const fishScript = `
# boardpack completion fish > ~/.config/fish/completions/boardpack.fish
function __boardpack_complete
	set -l words (commandline -opc) (commandline -ct)
	boardpack __complete -- $words[2..-1] 2>/dev/null
end
complete -c boardpack -f -a '(__boardpack_complete)'
`

const powershellScript = `
# boardpack completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName boardpack -ScriptBlock {
	param($word, $ast, $cursor)
	$words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
	if ($words.Count -eq 0 -or $words[-1] -ne $word) { $words += '""' }
	boardpack __complete -- @words 2>$null | ForEach-Object {
		[System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
	}
}
`

// runComplete prints what may stand for the last word.
func runComplete(ctx context.Context, c *call) error {
	words := c.args
	if len(words) == 0 {
		words = []string{""}
	}
	last := len(words) - 1
	typed := strings.Trim(words[last], `"`)
	for _, candidate := range c.candidates(ctx, words[:last], typed) {
		if strings.HasPrefix(strings.ToLower(candidate), strings.ToLower(typed)) {
			fmt.Fprintln(c.stdout, candidate)
		}
	}
	return nil
}

// candidates gives what may follow the words before.
func (c *call) candidates(ctx context.Context, before []string, typed string) []string {
	if len(before) == 0 {
		return append(commandNames(), "help")
	}
	i := indexOfCommand(before[0])
	if i < 0 {
		return nil
	}
	command := commands()[i]
	flags := pflag.NewFlagSet(command.name, pflag.ContinueOnError)
	if command.flags != nil {
		command.flags(flags, &c.settings)
	}
	_ = flags.Parse(before[1:]) // what cannot be read yet is being typed
	if flag := awaited(flags, before[len(before)-1]); flag != "" {
		return c.flagValues(flag)
	}
	if strings.HasPrefix(typed, "-") {
		return flagNames(flags)
	}
	return c.arguments(ctx, command.name, flags.Args(), typed)
}

func indexOfCommand(name string) int {
	for i, c := range commands() {
		if c.name == name {
			return i
		}
	}
	return -1
}

// awaited gives the flag whose value is typed next; "" for none.
func awaited(flags *pflag.FlagSet, word string) string {
	name, ok := strings.CutPrefix(word, "--")
	if !ok || strings.Contains(name, "=") {
		return ""
	}
	if f := flags.Lookup(name); f != nil && f.NoOptDefVal == "" {
		return name
	}
	return ""
}

func flagNames(flags *pflag.FlagSet) []string {
	var out []string
	flags.VisitAll(func(f *pflag.Flag) { out = append(out, "--"+f.Name) })
	return out
}

// flagValues gives what a flag may be set to, where that can be known. For folders the shell completes by itself.
func (c *call) flagValues(flag string) []string {
	switch flag {
	case "month", "previous":
		return append(c.monthNames(), "all")
	case "lang":
		return []string{"en", "cy"}
	case "split":
		return []string{"owner", "theme"}
	}
	return nil
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

// arguments gives the masters, figures or shells that a command takes.
func (c *call) arguments(ctx context.Context, command string, given []string, typed string) []string {
	switch command {
	case "completion":
		return []string{"bash", "zsh", "fish", "powershell"}
	case "build", "check":
		return c.masterNames()
	case "explain":
		switch len(given) {
		case 0:
			return append(c.figureNames(ctx, typed), c.masterNames()...)
		case 1:
			return c.figureNames(ctx, typed)
		}
	}
	return nil
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
