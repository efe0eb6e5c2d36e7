package start

import "boardpack/report"

// masters are those of several kinds of bodies, each with its own headings and words.
func masters() []kept {
	return []kept{
		highways(), audit(), trust(), university(), fire(), housing(), health(), quarters(), nothing(), academy(), park(), grants(), parish(), pillars(), twoSheets(), severalDates(), colours(), percents(), percentsAlone(), charity(),
	}
}

func highways() kept {
	return kept{file: "highways.xlsx", sheet: "Tracker 26-27",
		rows: [][]any{
			{"Highways review: progress"}, {},
			{"Item", "Workstream name", "What we were asked to do", "RAG / status", "Action lead", "Due date (revised)", "Ward", "Update", "Progress note"},
			{1, "Roads: surfaces", "Repair the surface of every principal road that fails the yearly survey", "Not quite started", "Head of Roads", "2026-12-01", "North", "a", "b"},
			{2, "Roads: surfaces", "Publish how often each class of road is inspected and what was found", "Partly complete", "Head of Roads", "2026-12-01", "North", "a", "b"},
			{3, "Training; Winter", "Agree with the county when gritting begins and who decides on it", "Amber", "Head of Roads", "2026-12-01", "South", "a", "b"},
			{4, "Winter", "Order salt before the first of October in each year without exception", "COMPLETED!", "Head of Roads", "2026-12-01", "South", "a", "b"},
		},
		themes: []string{"Roads: surfaces", "Training", "Winter"},
		guesses: []string{
			`the column "Workstream name" (B3): Theme, because its heading holds that word`,
			`the column "What we were asked to do" (C3): Recommendation, because its cells hold long texts that do not repeat`,
			`the column "Action lead" (E3): Owner, because its heading holds that word`,
		},
		left: []string{
			`the column "Update" (H3): one of your own: if it is to be read in place of "Progress note", move its heading from kept to columns`,
			`the status "Not quite started" (D4, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "Amber" (D6, 1 row): not recognised: put it under one of the states, or leave it so`,
		},
		own:    []string{"Ward"},
		counts: map[report.State]int{report.Unrecognised: 2, report.InProgress: 1, report.Complete: 1},
	}
}

// audit is a council's tracker of internal audit: known headings but for two, statuses in the auditor's words.
func audit() kept {
	return kept{file: "audit.xlsx", sheet: "Outstanding actions",
		rows: [][]any{
			{"Internal audit: outstanding actions, Audit and Governance Committee"},
			{"Ref", "Audit area", "Recommendation", "Risk rating", "Responsible officer", "Target date", "Auditor's view of status", "Management response"},
			{"A1", "Payroll", "Reconcile the payroll control account every month", "High", "Head of Finance", "2026-06-30", "Closed - Implemented", "Agreed"},
			{"A2", "Payroll", "Review leavers in the system each quarter", "Medium", "Head of HR", "2026-09-30", "Not implemented", "Agreed"},
			{"A3", "Council tax", "Write off aged debts under the scheme", "Low", "Head of Revenues", "2026-12-31", "Being implemented", "Agreed"},
			{"A4", "Council tax", "Check exemptions once a year", "Low", "Head of Revenues", "2026-12-31", "To be closed", "Agreed"},
			{"A5", "Payrol", "Limit who can change bank details", "High", "Head of HR", "2026-12-31", "Abandoned", "Agreed"},
		},
		themes: []string{"Payroll", "Council tax", "Payrol"},
		guesses: []string{
			`the column "Audit area" (B2): Theme, because its heading has a word for it`,
			`the column "Risk rating" (D2): Priority, because its heading has a word for it`,
			`the column "Auditor's view of status" (G2): Status, because its heading holds that word`,
			`the theme "Payrol" (): a separate theme from "Payroll": if they are the same, make it a synonym`,
			`the status "Being implemented" (G5, 1 row): in progress`,
		},
		left: []string{
			`the status "Not implemented" (G4, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "To be closed" (G6, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "Abandoned" (G7, 1 row): not recognised: put it under one of the states, or leave it so`,
		},
		counts: map[report.State]int{report.Unrecognised: 3, report.InProgress: 1, report.Complete: 1},
	}
}

// trust is a hospital trust's plan after an inspection: the themes are rows of their own, and there is no column for them.
func trust() kept {
	return kept{file: "inspection.xlsx", sheet: "Action plan",
		rows: [][]any{
			{"ID", "Must do / should do", "Area for improvement", "Exec lead", "Deadline", "BRAG status", "Progress to date"},
			{"Safe"},
			{"M1", "Must do", "The trust must make sure that medicines are stored at the right temperature", "Chief Nurse", "2026-03-31", "Blue - complete", "Fridges replaced"},
			{"M2", "Must do", "The trust must make sure that staff complete resuscitation training", "Chief Nurse", "2026-06-30", "Green - on track", "81% trained"},
			{"Well led"},
			{"S1", "Should do", "The trust should review how it learns from incidents", "Medical Director", "2026-09-30", "Red - overdue", "Delayed"},
			{"S2", "Should do", "The trust should publish its risk register", "Chief Executive", "2026-09-30", "Blue", "Evidence awaited"},
		},
		themes: []string{"Safe", "Well led"},
		guesses: []string{
			`the column "Exec lead" (D1): Owner, because its heading holds that word`,
			`the column "BRAG status" (F1): Status, because its heading holds that word`,
			`each row that has only a text (A2, A5): the theme of the rows below it`,
			`the status "Blue - complete" (F3, 1 row): complete`,
			`the status "Green - on track" (F4, 1 row): in progress`,
			`the status "Red - overdue" (F6, 1 row): in progress`,
		},
		left:   []string{`the status "Blue" (F7, 1 row): not recognised: put it under one of the states, or leave it so`},
		own:    []string{"Must do / should do"},
		counts: map[report.State]int{report.Unrecognised: 1, report.InProgress: 2, report.Complete: 1},
	}
}

// university keeps two columns of statuses, of which one is said to be the current one, and percentages in words.
func university() kept {
	return kept{file: "university.xlsx", sheet: "Register",
		rows: [][]any{
			{"Rec no", "Category", "Recommendation", "Owner", "Previous status", "Current status", "Due date"},
			{"1.1", "Research", "Record the approval of every external grant", "Director of Research", "Not started", "60 per cent complete", "2026-07-31"},
			{"1.2", "Research", "Keep evidence of ethical review with the file", "Director of Research", "Open", "Fully met", "2026-07-31"},
			{"2.1", "Estates", "Test the fire doors of halls each term", "Director of Estates", "Open", "Nearly there", "2026-07-31"},
		},
		themes: []string{"Research", "Estates"},
		guesses: []string{
			`the column "Previous status" (E1): an earlier status, which is shown and not counted`,
			`the column "Current status" (F1): Status, as the newest of 2 filled columns of statuses`,
			`the status "Fully met" (F3, 1 row): complete`,
		},
		left:   []string{`the status "Nearly there" (F4, 1 row): not recognised: put it under one of the states, or leave it so`},
		counts: map[report.State]int{report.Unrecognised: 1, report.InProgress: 1, report.Complete: 1},
	}
}

// fire is a fire service's tracker of causes of concern, with headings that none of the shipped names is in.
func fire() kept {
	return kept{file: "fire.xlsx", sheet: "Sheet A",
		rows: [][]any{
			{"Code", "Pillar", "What the inspectorate asked us to do", "Where we are", "Senior officer"},
			{"CoC1", "Effectiveness", "By 31 March the service should have a plan for its prevention work that is based on risk", "Discharged", "ACO Smith"},
			{"CoC2", "Effectiveness", "By 30 June the service should assure itself that all home visits are recorded and reviewed", "Discharged", "ACO Smith"},
			{"AFI1", "People", "The service should make sure that its values are understood at every level of the organisation", "Not discharged", "ACO Jones"},
			{"AFI2", "People", "The service should monitor working hours, including those of staff with second employment", "In progress", "ACO Jones"},
		},
		themes: []string{"Effectiveness", "People"},
		guesses: []string{
			`row 1 (): the row of the headings, by the look of it`,
			`the column "Code" (A1): Ref, because its cells hold short numbers that do not repeat`,
			`the column "Pillar" (B1): Theme, because its heading has a word for it`,
			`the column "What the inspectorate asked us to do" (C1): Recommendation, because its cells hold long texts that do not repeat`,
			`the column "Where we are" (D1): Status, because its heading has a word for it`,
			`the column "Senior officer" (E1): Owner, because its heading has a word for it`,
		},
		left:   []string{`the status "Not discharged" (D4, 1 row): not recognised: put it under one of the states, or leave it so`},
		counts: map[report.State]int{report.Unrecognised: 1, report.InProgress: 1, report.Complete: 2},
	}
}

// housing is a housing association's plan for its regulator, without any column of statuses.
func housing() kept {
	return kept{file: "regulator.xlsx", sheet: "Plan",
		rows: [][]any{
			{"Ref", "Theme", "Recommendation", "Lead", "Target date"},
			{"1", "Repairs", "Reduce the time that damp and mould cases stay open", "Director of Homes", "2026-11-30"},
			{"2", "Tenants", "Publish how complaints were dealt with", "Director of Customers", "2026-12-31"},
		},
		themes:  []string{"Repairs", "Tenants"},
		guesses: []string{},
		left:    []string{},
		missing: []report.Field{report.FieldStatus},
	}
}

// health is a Welsh health board's register in Welsh.
func health() kept {
	return kept{file: "bwrdd.xlsx", sheet: "Traciwr",
		rows: [][]any{
			{"Cyf", "Thema", "Argymhelliad", "Perchennog", "Statws ar hyn o bryd", "Dyddiad targed"},
			{"1", "Diogelwch cleifion", "Sicrhau bod pob ward yn cofnodi meddyginiaethau", "Cyfarwyddwr Nyrsio", "Wrthi'n cael ei weithredu", "2026-12-31"},
			{"2", "Diogelwch cleifion", "Adolygu'r rhestr risgiau bob chwarter", "Cyfarwyddwr Meddygol", "Heb ei gwblhau", "2026-12-31"},
			{"3", "Llywodraethiant", "Cyhoeddi cofnodion y bwrdd o fewn mis", "Ysgrifennydd y Bwrdd", "I'w gau", "2026-12-31"},
			{"4", "Llywodraethiant", "Hyfforddi aelodau newydd o fewn tri mis", "Ysgrifennydd y Bwrdd", "Caewyd - gweithredwyd", "2026-12-31"},
			{"5", "Llywodraethiant", "Cytuno ar gynllun gwaith y pwyllgor archwilio", "Ysgrifennydd y Bwrdd", "Ar y gweill", "2026-12-31"},
		},
		themes: []string{"Diogelwch cleifion", "Llywodraethiant"},
		guesses: []string{
			`the column "Statws ar hyn o bryd" (E1): Status, because its heading holds that word`,
			`the status "Wrthi'n cael ei weithredu" (E2, 1 row): in progress`,
		},
		left: []string{
			`the status "Heb ei gwblhau" (E3, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "I'w gau" (E4, 1 row): not recognised: put it under one of the states, or leave it so`,
		},
		counts: map[report.State]int{report.Unrecognised: 2, report.InProgress: 2, report.Complete: 1},
	}
}

// academy calls the number "Rec", which is a name of the recommendation elsewhere.
func academy() kept {
	return kept{file: "academy.xlsx", sheet: "Recommendations",
		rows: [][]any{
			{"Rec", "School", "Recommendation", "Lead", "Deadline", "Progress (RAG)", "Status"},
			{"R1", "Hillside", "Improve the teaching of phonics in year 1", "Headteacher", "2026-12-18", "G", "In progress"},
			{"R2", "Hillside", "Reduce persistent absence", "Headteacher", "2026-07-17", "R", "Behind schedule"},
			{"R3", "Valley", "Publish the pupil premium strategy", "Trust lead", "2026-10-30", "A", "Not started"},
			{"R4", "Valley", "Check the single central record", "Trust lead", "2026-03-31", "G", "Closed"},
		},
		themes: []string{"Hillside", "Valley"},
		guesses: []string{
			`the column "Rec" (A1): Ref, because nothing else can be it`,
			`the column "School" (B1): Theme, because its cells repeat a few short texts`,
		},
		left:   []string{`the column "Progress (RAG)" (F1): one of your own: if it is Progress note, move its heading from kept to columns`},
		counts: map[report.State]int{report.InProgress: 2, report.NotStarted: 1, report.Complete: 1},
	}
}

// park is a national park's register: colours of two months for a status, a total and a legend below the table.
func park() kept {
	return kept{file: "park.xlsx", sheet: "2026-27",
		rows: [][]any{
			{"Peer review"},
			{"ID", "Strand", "Recommendation", "Lead officer", "Deadline", "RAG Sept 2026", "RAG June 2026"},
			{"P1", "Planning", "Determine applications within target times", "Head of Planning", "2026-09-30", "Amber", "Red"},
			{"P2", "Planning", "Review the scheme of delegation", "Head of Planning", "2026-06-30", "Complete", "Green"},
			{"P3", "Access", "Survey all footbridges", "Head of Access", "2026-12-31", "Green", "Green"},
			{"P4", "Access", "Agree a plan for car parks", "Head of Access", "2026-08-31", "Not started", "Not started"},
			{nil, nil, "Total", nil, nil, 4},
			{},
			{"Red", "Will not be done in time"},
			{"Green", "Will be done in time"},
		},
		themes: []string{"Planning", "Access"},
		guesses: []string{
			`the column "RAG Sept 2026" (F2): Status, as the newest of 2 filled columns of statuses`,
			`the column "RAG June 2026" (G2): an earlier status, which is shown and not counted`,
		},
		left: []string{
			`the status "Amber" (F3, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "Green" (F5, 1 row): not recognised: put it under one of the states, or leave it so`,
		},
		counts: map[report.State]int{report.Unrecognised: 2, report.NotStarted: 1, report.Complete: 1},
	}
}

// grants has agreed actions, which elsewhere answer a recommendation, in place of recommendations.
func grants() kept {
	return kept{file: "grants.xlsx", sheet: "Open actions",
		rows: [][]any{
			{"Ref", "Category", "Agreed action", "Sponsor", "Status"},
			{"1", "Research", "Record approval of each grant over 50k", "Director of Research", "Ongoing"},
			{"2", "Research", "Reconcile overheads monthly", "Director of Finance", "Complete"},
			{"3", "Halls", "Test the alarms of all halls each week", "Director of Estates", "Awaiting closure"},
		},
		themes:  []string{"Research", "Halls"},
		guesses: []string{`the column "Agreed action" (C1): Recommendation, because nothing else can be it`},
		left:    []string{`the status "Awaiting closure" (E4, 1 row): not recognised: put it under one of the states, or leave it so`},
		own:     []string{"Sponsor"},
		counts:  map[report.State]int{report.InProgress: 1, report.Unrecognised: 1, report.Complete: 1},
	}
}

// parish is a parish council's list: questions for headings, and no column of themes.
func parish() kept {
	return kept{file: "parish.xlsx", sheet: "List",
		rows: [][]any{
			{"Minute ref", "What was recommended", "Who", "By when", "Done?"},
			{"23/04", "Insure the play area, after the internal auditor's report", "Clerk", "31/05/2026", "Yes"},
			{"23/05", "Adopt a scheme of publication", "Clerk", "30/09/2026", "No"},
			{"23/06", "Agree a policy on reserves", "Chair", "end of 2026", "Not yet"},
		},
		guesses: []string{
			`row 1 (): the row of the headings, by the look of it`,
			`the column "Minute ref" (A1): Ref, because its heading holds that word`,
			`the column "What was recommended" (B1): Recommendation, because its heading has a word for it`,
			`the column "Who" (C1): Owner, because its heading has a word for it`,
			`the column "By when" (D1): Due as written, because its heading holds that word`,
			`the column "Done?" (E1): Status, because its heading has a word for it`,
		},
		left: []string{
			`the status "Yes" (E2, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "No" (E3, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "Not yet" (E4, 1 row): not recognised: put it under one of the states, or leave it so`,
		},
		missing: []report.Field{report.FieldTheme},
	}
}

// pillars has a sheet for each theme, and refs that begin again on each.
func pillars() kept {
	heads := []any{"Item ref", "Area for improvement", "SRO", "Status"}
	return kept{file: "pillars.xlsx", sheet: "Effectiveness",
		rows: [][]any{heads,
			{"AFI 1", "The service should make sure that its prevention work is aimed at those at most risk", "ACFO Risk", "Closed by the inspectorate"},
			{"AFI 2", "The service should quality assure its protection audits", "ACFO Risk", "In progress"},
		},
		more: map[string][][]any{"People": {heads,
			{"AFI 1", "The service should make sure that its values are shown by leaders at all levels", "Director of People", "Awaiting closure"},
			{"AFI 2", "The service should monitor secondary contracts", "Director of People", "Complete"},
		}},
		themes: []string{"Effectiveness", "People"},
		guesses: []string{
			`the column "Item ref" (A1): Ref, because its heading holds that word`,
			`the column "SRO" (C1): Owner, because its heading has a word for it`,
			`the name of each sheet (Effectiveness, People): the theme of the rows on it`,
		},
		left: []string{
			`the status "Closed by the inspectorate" (Effectiveness!D2, 1 row): not recognised: put it under one of the states, or leave it so`,
			`the status "Awaiting closure" (People!D2, 1 row): not recognised: put it under one of the states, or leave it so`,
		},
		counts: map[report.State]int{report.Unrecognised: 2, report.InProgress: 1, report.Complete: 1},
	}
}

// charity has several rows for one recommendation, each an action with a status of its own.
func charity() kept {
	return kept{file: "charity.xlsx", sheet: "Compliance",
		rows: [][]any{
			{"Number", "Topic", "Recommendation of the regulator", "What we will do", "Who leads", "By when", "Where we are"},
			{"1", "Trustees", "Review conflicts of interest each year", "Update the register of interests", "Chair", "31 March 2026", "Done"},
			{"1", "Trustees", "Review conflicts of interest each year", "Train the new trustees", "Chair", "31 October 2026", "Nearly done"},
			{"2", "Money", "Agree a policy on reserves", "Draft the policy with the auditor", "Treasurer", "Spring 2026", "Done"},
			{"2", "Money", "Agree a policy on reserves", "Adopt the policy at the meeting", "Treasurer", "30 September 2026", "Not going ahead"},
		},
		themes: []string{"Trustees", "Money"},
		guesses: []string{
			`the column "Recommendation of the regulator" (C1): Recommendation, because its heading holds that word`,
			`the column "What we will do" (D1): Response, because its heading has a word for it`,
			`the column "Who leads" (E1): Owner, because its heading has a word for it`,
			`the column "By when" (F1): Due as written, because its heading holds that word`,
			`the column "Where we are" (G1): Status, because its heading has a word for it`,
			`the status "Nearly done" (G3, 1 row): in progress`,
		},
		left:   []string{`the status "Not going ahead" (G5, 1 row): not recognised: put it under one of the states, or leave it so`},
		counts: map[report.State]int{report.InProgress: 1, report.Unrecognised: 1},
	}
}
