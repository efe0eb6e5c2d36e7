package start

import "boardpack/report"

// The masters of this file are of no one body: each has one shape that masters come in.

// quarters has a column of statuses for each quarter, the last of which is still to come.
func quarters() kept {
	return kept{file: "quarters.xlsx", sheet: "Recommendations",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "Status Q1 2025", "Status Q2 2025", "Status Q3 2025", "Status Q4 2025"},
			{"1", "A", "Recommendation one is here to read", "Open", "Open", "Completed", nil},
			{"2", "B", "Recommendation two is here to read", "Open", "Completed", "Completed", nil},
			{"3", "A", "Recommendation three is here", "Not started", "Open", "Completed", nil},
			{"4", "B", "Recommendation four is here now", "Not started", "Not started", "Open", nil},
		},
		themes: []string{"A", "B"},
		guesses: []string{
			`the column "Status Q1 2025" (D1): an earlier status, which is shown and not counted`,
			`the column "Status Q2 2025" (E1): an earlier status, which is shown and not counted`,
			`the column "Status Q3 2025" (F1): Status, as the newest of 3 filled columns of statuses`,
			`the column "Status Q4 2025" (G1): a status that is still to come: when it is filled in, write its heading first under status in columns`,
		},
		left:   []string{},
		counts: map[report.State]int{report.InProgress: 1, report.Complete: 3},
	}
}

// nothing needs no draft but that of its themes, which stand under the heading for them: nothing is guessed, so nothing is asked.
func nothing() kept {
	return kept{file: "known.xlsx", sheet: "Recommendations",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "Status"},
			{"1", "Training", "Train the night shift", "In progress"},
			{"2", "Data", "Count what is done", "Complete"},
		},
		themes:  []string{"Training", "Data"},
		guesses: []string{},
		left:    []string{},
		counts:  map[report.State]int{report.InProgress: 1, report.Complete: 1},
	}
}

// twoSheets has what is open on one sheet and what is closed on another, and nothing that gives a theme: these names do not.
func twoSheets() kept {
	heads := []any{"Ref", "Recommendation", "Owner", "Status"}
	return kept{file: "two.xlsx", sheet: "Open",
		rows:    [][]any{heads, {"1", "Publish the register of gifts", "Clerk", "In progress"}},
		more:    map[string][][]any{"Closed": {heads, {"2", "Publish the register of interests", "Clerk", "Complete"}}},
		guesses: []string{},
		left:    []string{},
		missing: []report.Field{report.FieldTheme},
	}
}

// severalDates has three columns of due dates, of which the template knows one, and a date that is none.
func severalDates() kept {
	return kept{file: "dates.xlsx", sheet: "Register",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "Status", "Review due date", "Target date", "Deadline set with the sponsor", "Extended deadline for delivery"},
			{"1", "A", "Reconcile overheads", "Open", "2026-01-31", "2026-03-31", "2026-04-30", "2026-12-31"},
			{"2", "B", "Publish the budget", "Open", "2026-01-31", "2026-06-30", "2026-07-31", nil},
		},
		themes: []string{"A", "B"},
		guesses: []string{
			`the column "Deadline set with the sponsor" (G1): Due, because its heading holds that word`,
			`the columns of due dates (F1): the original date "Target date" and its revisions Deadline set with the sponsor, Extended deadline for delivery, of which the last that is filled counts`,
		},
		left:   []string{`the column "Review due date" (E1): one of your own: if it is Due, move its heading from kept to columns`},
		counts: map[report.State]int{report.InProgress: 2},
	}
}

// colours has a status in words and one in colours, of which neither is said to be the newer.
func colours() kept {
	return kept{file: "colours.xlsx", sheet: "Register",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "Delivery RAG status", "Status"},
			{"1", "A", "Reconcile overheads", "Red", "Open"},
			{"2", "B", "Publish the budget", "Green", "Complete"},
		},
		themes: []string{"A", "B"},
		guesses: []string{
			`the column "Delivery RAG status" (D1): another status, which is shown and not counted`,
			`the column "Status" (E1): Status, as the newest of 2 filled columns of statuses`,
		},
		left:   []string{},
		counts: map[report.State]int{report.InProgress: 1, report.Complete: 1},
	}
}

// percents has percentages beside a status that the template does not know by its heading.
func percents() kept {
	return kept{file: "percents.xlsx", sheet: "Register",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "% complete", "Status at the November committee"},
			{"1", "A", "Reconcile overheads", "75%", "Ongoing"},
			{"2", "B", "Publish the budget", "100%", "Complete"},
		},
		themes:  []string{"A", "B"},
		guesses: []string{`the column "Status at the November committee" (E1): Status, because its heading holds that word`},
		left:    []string{},
		own:     []string{"% complete"},
		counts:  map[report.State]int{report.InProgress: 1, report.Complete: 1},
	}
}

// percentsAlone has percentages and no status: they are the status, by a rule of the reader's that nobody needs to confirm.
func percentsAlone() kept {
	return kept{file: "percents-alone.xlsx", sheet: "Register",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "% complete"},
			{"1", "A", "Reconcile overheads", "75%"},
			{"2", "B", "Publish the budget", "100%"},
		},
		themes:  []string{"A", "B"},
		guesses: []string{},
		left:    []string{},
		counts:  map[report.State]int{report.InProgress: 1, report.Complete: 1},
	}
}
