// Package start makes the folder that a new team begins with: a template, a blank master that fits it, a README and starters
// to double-click. Given a master that the team keeps already, it drafts the template from it.
//
//  1. template.go: pack.yaml as shipped, with the sections of an example or of a draft in their places, and the wording.
//  2. master.go: the blank master, from the template's own columns, themes and states, so that it always matches.
//  3. draft.go: columns, themes and states as found in a master; guess.go: what an unknown word may mean.
//  4. folder.go, readme.go: all files of the folder.
package start

// What is in the folder of a team.
const (
	TemplateDir    = "template"  // the folder of the template
	WindowsStarter = "build.cmd" // makes the packs when it is double-clicked
)
