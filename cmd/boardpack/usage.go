package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// helpWidth is how wide help is, in characters: it fits a window that was not made wider.
const helpWidth = 100

// printUsage prints how a command is used: its line, its examples, its subcommands and its flags.
func printUsage(c *cobra.Command) error {
	var b strings.Builder
	line := c.CommandPath() + " COMMAND"
	if !c.HasSubCommands() {
		line = c.UseLine()
	}
	fmt.Fprintf(&b, "Usage:\n  %s\n\nExamples:\n%s\n", line, c.Example)
	if c.HasSubCommands() {
		b.WriteString("\nCommands:\n")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == helpName {
				fmt.Fprintf(&b, "  %-12s%s\n", sub.Name(), sub.Short)
			}
		}
	}
	fmt.Fprintf(&b, "\nFlags:\n%s", c.LocalFlags().FlagUsagesWrapped(helpWidth))
	if c.HasSubCommands() {
		b.WriteString("\nboardpack help COMMAND explains a command and its flags.\n")
	}
	_, err := fmt.Fprint(c.OutOrStdout(), b.String())
	return err
}
