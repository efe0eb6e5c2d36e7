package main

import (
	"fmt"
	"slices"
)

// master is one workbook to write.
type master struct {
	name    string   // below the input folder, with forward slashes
	title   string   // a line above the header row; none when empty
	without []string // columns that this team does not keep
	about   []fact
	rows    []row
}

// fact is one line of the About sheet.
type fact struct {
	key   string
	kind  kind
	value string
}

// kind says how a value is written into its cell.
type kind int

const (
	text kind = iota // a text cell, even where it looks like a number
	date             // a date cell; the value here is written 2023-09-30
)

// row is one recommendation, cell by cell, in the order of the sheet. Empty
// means an empty cell.
type row struct {
	Ref, Source, Heading, Theme    string
	Recommendation, Response       string
	Owner, Scope, Priority         string
	Status, SignOff                string
	DueAsWritten, OriginalDue, Due string
	ReasonForChange                string
	Completed, Updated             string
	ProgressNote, Evidence         string
	GovernanceBoard                string
}

// column is one column of the Recommendations sheet.
type column struct {
	name    string
	width   float64 // in characters
	kind    kind
	choices []string // the drop-down list; none when nil
	field   func(*row) *string
}

// columns lists the columns in the order of the sheet. The last is the team's
// own: boardpack has no use for it and must carry it along.
func columns() []column {
	return []column{
		{"Ref", 8, text, nil, func(r *row) *string { return &r.Ref }},
		{"Source", 28, text, nil, func(r *row) *string { return &r.Source }},
		{"Heading", 18, text, nil, func(r *row) *string { return &r.Heading }},
		{"Theme", 15, text, themes(), func(r *row) *string { return &r.Theme }},
		{"Recommendation", 50, text, nil, func(r *row) *string { return &r.Recommendation }},
		{"Response", 60, text, nil, func(r *row) *string { return &r.Response }},
		{"Owner", 24, text, nil, func(r *row) *string { return &r.Owner }},
		{"Scope", 11, text, scopes(), func(r *row) *string { return &r.Scope }},
		{"Priority", 11, text, nil, func(r *row) *string { return &r.Priority }},
		{"Status", 15, text, statuses(), func(r *row) *string { return &r.Status }},
		{"Sign-off", 12, text, signOffs(), func(r *row) *string { return &r.SignOff }},
		{"Due as written", 22, text, nil, func(r *row) *string { return &r.DueAsWritten }},
		{"Original due", 14, date, nil, func(r *row) *string { return &r.OriginalDue }},
		{"Due", 14, date, nil, func(r *row) *string { return &r.Due }},
		{"Reason for change", 40, text, nil, func(r *row) *string { return &r.ReasonForChange }},
		{"Completed", 14, date, nil, func(r *row) *string { return &r.Completed }},
		{"Updated", 14, date, nil, func(r *row) *string { return &r.Updated }},
		{"Progress note", 50, text, nil, func(r *row) *string { return &r.ProgressNote }},
		{"Evidence", 32, text, nil, func(r *row) *string { return &r.Evidence }},
		{"Governance board", 22, text, nil, func(r *row) *string { return &r.GovernanceBoard }},
	}
}

func themes() []string {
	return []string{"Resourcing", "Training", "Data", "Perpetrators", "Victims"}
}

func scopes() []string { return []string{"Force", "Joint", "External"} }

func statuses() []string {
	return []string{"Not started", "In progress", "Complete", "Not accepted", "Withdrawn", "Superseded"}
}

func signOffs() []string { return []string{"Not asked", "Asked", "Agreed", "Refused"} }

// cleared, in a change, empties the cell: there an empty field means that the
// cell stays as it was.
const cleared = "(cleared)"

// revise returns a later month's rows: those of the month before in the same
// order, with the cells that the changes name. The Ref of a change is the key
// of its row. A change that finds no row is an error.
func revise(rows, changes []row) ([]row, error) {
	revised := slices.Clone(rows)
	known := keys(rows)
	for _, change := range changes {
		i := slices.Index(known, change.Ref)
		if i < 0 {
			return nil, fmt.Errorf("a change names recommendation %s, which is not there", change.Ref)
		}
		overwrite(&revised[i], change)
	}
	return revised, nil
}

func overwrite(r *row, change row) {
	change.Ref = "" // a key, not what the cell holds
	for _, c := range columns() {
		switch v := *c.field(&change); v {
		case "":
		case cleared:
			*c.field(r) = ""
		default:
			*c.field(r) = v
		}
	}
}

// keys gives each row its ref, with a letter in order of appearance where the
// printed refs repeat: 11a, 11b.
func keys(rows []row) []string {
	printed := map[string]int{}
	for _, r := range rows {
		printed[r.Ref]++
	}
	seen := map[string]int{}
	list := make([]string, 0, len(rows))
	for _, r := range rows {
		key := r.Ref
		if printed[r.Ref] > 1 {
			key += string(rune('a' + seen[r.Ref]))
		}
		seen[r.Ref]++
		list = append(list, key)
	}
	return list
}
