package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"boardpack/report"
	"boardpack/templates"
)

// listedMessages is how many messages of a wording are named; a translator finds the others in the shipped file.
const listedMessages = 5

// printGained says what the shipped template has gained since the team's own was begun, and how to take it over: one block, however
// much it is.
func (c *call) printGained(g *templates.Gained) {
	if g == nil || c.quiet {
		return
	}
	file := filepath.Join(c.templateFolder(), "pack.yaml")
	fmt.Fprintf(c.stdout, "%s was started with an earlier version of boardpack. The template of this version also has:\n", file)
	for _, s := range g.Sections {
		state := "changed by you"
		if s.Untouched {
			state = "unchanged"
		}
		fmt.Fprintf(c.stdout, "  %s (%s): %s\n", s.Key, state, gainedWords(s.Lists))
	}
	if len(g.Settings) > 0 {
		fmt.Fprintf(c.stdout, "  new settings, which have their usual values until you change them: %s\n", strings.Join(g.Settings, ", "))
	}
	if len(g.Sections) > 0 {
		fmt.Fprintln(c.stdout, "  → Your section replaces the one in the program, so these are not used. Add the ones that you want to your section.")
		fmt.Fprintln(c.stdout, "    Delete a section that is unchanged. Then the one in the program is used, in this version and later ones.")
	}
	fmt.Fprintf(c.stdout, "  → When you have added what you want, write shipped: %d at the end of the file. Then this message stops.\n\n", g.Version)
}

// gainedWords names the words of a section, each list with its name: "complete: Met, Delivered; withdrawn: Void". They can be copied
// into a list of the file: a word with a mark that means something there is in quotes.
func gainedWords(lists []templates.GainedList) string {
	parts := make([]string, len(lists))
	for i, l := range lists {
		words := make([]string, len(l.Words))
		for j, word := range l.Words {
			words[j] = word
			if strings.ContainsAny(word, `,:;#[]{}"`) {
				words[j] = `"` + word + `"`
			}
		}
		parts[i] = strings.Join(words, ", ")
		if l.Name != "" {
			parts[i] = l.Name + ": " + parts[i]
		}
	}
	return strings.Join(parts, "; ")
}

// tellBehind names the messages that a pack does not say in the team's words, because their file is older than the program.
func (c *call) tellBehind(files []templates.Behind) {
	if c.quiet {
		return
	}
	for _, b := range files {
		ids := b.IDs
		more := ""
		if len(ids) > listedMessages {
			ids, more = ids[:listedMessages], fmt.Sprintf(" and %d more", len(ids)-listedMessages)
		}
		text := "has messages that are out of date, so the program's own words are printed:"
		if b.Why == templates.Untranslated {
			text = "does not have these new messages yet, so they are printed in English:"
		}
		fmt.Fprintf(c.stderr, "note: %s %s %s%s\n", filepath.Join(c.templateFolder(), filepath.FromSlash(b.File)), text, strings.Join(ids, ", "), more)
	}
}

// tellRenamed lists what the team's files have under names of before, a file at a time: a message that says what it is, then each with its
// line, its old name and its new one.
func (c *call) tellRenamed(id string, renamed []templates.Renamed, w report.Words) {
	if c.quiet {
		return
	}
	byFile := map[string]int{}
	for _, m := range renamed {
		byFile[m.File]++
	}
	for i, m := range renamed {
		if i == 0 || m.File != renamed[i-1].File {
			file := filepath.Join(c.templateFolder(), filepath.FromSlash(m.File))
			fmt.Fprintf(c.stderr, "note: %s: %s\n", file, w.Count(id, byFile[m.File]))
		}
		fmt.Fprintf(c.stderr, "  %s\n", w.Say("renamed.message", "Line", m.Line, "Old", m.Old, "New", m.New))
	}
}
