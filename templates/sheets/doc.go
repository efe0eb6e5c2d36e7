// Package sheets reads and writes the sheets by which a master may hold settings of its own: Themes, Status words and Settings. A team that
// only knows its spreadsheet changes them there and never opens another file.
//
// What they say counts in place of the template, for the packs of that master alone: the themes are those of the sheet; words for statuses
// are added to the template's, and win over them; each value that is filled counts. What is wrong on them is a Mistake with its cell, and
// no pack is made, as with a mistake in a template.
package sheets
