package main

const inspection = "Custody inspection, May 2023 (illustrative)"

// custodyMasters returns the masters of August and September 2023 of a second
// review, which is invented from end to end. Its team keeps no sign-off and no
// headings, puts a title above the table, and has nothing under Victims.
func custodyMasters() ([]master, error) {
	august := append(custodyResourcing(), append(custodyTrainingAndData(), custodyPerpetrators()...)...)
	for i := range august {
		august[i].Source = inspection
	}
	september, err := revise(august, custodySeptember())
	if err != nil {
		return nil, err
	}
	source := review{
		title: "Custody inspection", titleCy: "Arolygiad y ddalfa",
		issuer: "Independent custody inspectors (illustrative)", issuerCy: "Arolygwyr annibynnol y ddalfa (enghreifftiol)",
		published: "2023-06-27", responseIssued: "2023-07-21",
	}
	var list []master
	for i, rows := range [][]row{august, september} {
		e := editions()[i+1]
		list = append(list, master{
			name: e.month + "/custody-inspection.xlsx", title: "Custody inspection: recommendations and progress",
			without: []string{"Heading", "Sign-off"}, about: about(source, e), rows: rows,
		})
	}
	return list, nil
}

func custodyResourcing() []row {
	return []row{{
		Ref: "1.1", Theme: "Resourcing", Owner: "Head of Custody", Scope: "Force", Priority: "High", Status: "In progress",
		Recommendation: "Set a minimum number of trained detention officers for each custody suite, and report every shift that falls below it.",
		Response:       "Accepted. The minimum will be built into the rosters, and shortfalls will go to the monthly performance meeting.",
		DueAsWritten:   "by the end of October 2023", OriginalDue: "2023-10-31", Due: "2023-10-31", Updated: "2023-08-22",
		ProgressNote:    "The minimum is agreed for two of the three suites.",
		GovernanceBoard: "Custody Board",
	}, {
		Ref: "1.2", Theme: "Resourcing", Owner: "Head of Custody and health board", Scope: "Joint", Priority: "High", Status: "In progress",
		Recommendation: "Together with the health board, make sure that each suite can reach a healthcare professional at any hour.",
		Response:       "Accepted by both bodies. Cover at night depends on the next contract for healthcare in custody.",
		DueAsWritten:   "when the healthcare contract is renewed", Updated: "2023-08-15",
		ProgressNote:    "Demand by hour has been shared with the health board.",
		GovernanceBoard: "Custody Board",
	}, {
		Ref: "1.3", Theme: "Resourcing", Owner: "Head of Custody", Scope: "Force", Priority: "Low", Status: "Not accepted",
		Recommendation: "Bring the standby cells back into use all year round.",
		Response:       "Not accepted. The suites have had room to spare in every month of the past year, and another would take officers away from response.",
		Updated:        "2023-08-03", GovernanceBoard: "Custody Board",
	}}
}

// custodyTrainingAndData: 2.2 has not been answered, 3.2 has no date.
func custodyTrainingAndData() []row {
	return []row{{
		Ref: "2.1", Theme: "Training", Owner: "Custody Training", Scope: "Force", Priority: "High", Status: "Complete",
		Recommendation: "Bring first aid training up to date for everyone who works in custody.",
		Response:       "Accepted. Courses have been booked for the few whose training has lapsed.",
		DueAsWritten:   "August 2023", OriginalDue: "2023-08-31", Due: "2023-08-31", Completed: "2023-08-16", Updated: "2023-08-17",
		ProgressNote: "All staff in custody now hold a certificate that is in date.",
		Evidence:     "Training record, 16 August 2023", GovernanceBoard: "Training Board",
	}, {
		Ref: "2.2", Theme: "Training", Owner: "Custody Training", Scope: "Force", Priority: "Medium", Status: "Not started",
		Recommendation: "Train custody sergeants to record why a strip search was needed and who authorised it.",
		OriginalDue:    "2023-09-30", Due: "2023-09-30", GovernanceBoard: "Training Board",
	}, {
		Ref: "3.1", Theme: "Data", Owner: "Performance Team", Scope: "Force", Priority: "High", Status: "In progress",
		Recommendation: "Report to the board each quarter how long people in custody wait for a mental health assessment.",
		Response:       "Accepted. The times are already recorded and will be added to the custody report.",
		OriginalDue:    "2023-09-15", Due: "2023-09-15", Updated: "2023-08-29",
		ProgressNote: "A first extract was made; a third of the records lack the time of the request.", GovernanceBoard: "Performance Board",
	}, {
		Ref: "3.2", Theme: "Data", Owner: "Records Management Team", Scope: "Force", Priority: "Medium", Status: "Not started",
		Recommendation: "Move the record of visits to cells from paper to the custody system.",
		Response:       "Accepted, subject to what the custody system can do.",
		Updated:        "2023-08-08", GovernanceBoard: "Custody Board",
	}}
}

func custodyPerpetrators() []row {
	return []row{{
		Ref: "4.1", Theme: "Perpetrators", Owner: "Offender Management", Scope: "Force", Priority: "High", Status: "In progress",
		Recommendation: "Before releasing a person suspected of domestic abuse, record that bail conditions were considered and that the investigating team was told.",
		Response:       "Accepted. A check will be added to the release form.",
		DueAsWritten:   "within one month", OriginalDue: "2023-08-21", Due: "2023-08-21", Updated: "2023-08-24",
		ProgressNote: "The new form is waiting for approval.", GovernanceBoard: "Vulnerability Board",
	}, {
		Ref: "4.2", Theme: "Perpetrators", Owner: "HMCTS", Scope: "External", Status: "Not started",
		Recommendation: "HMCTS should offer remand hearings by video at weekends, so that nobody is held for longer than needed.",
		Response:       "For HMCTS to answer. The suites have the rooms and the equipment.",
		Updated:        "2023-08-03", GovernanceBoard: "Custody Board",
	}}
}

// custodySeptember: 4.1 is complete, 3.2 has been overtaken, 2.2 is answered
// and moved, 3.1 is overdue. 1.3, 2.1 and 4.2 are as they were.
func custodySeptember() []row {
	return []row{{
		Ref: "1.1", Updated: "2023-09-20", ProgressNote: "The minimum is in the rosters of all three suites. Reports of shortfalls begin in October.",
	}, {
		Ref: "1.2", Updated: "2023-09-18", ProgressNote: "The health board has asked for prices for cover at night.",
	}, {
		Ref: "2.2", Status: "In progress", Due: "2024-01-31", Updated: "2023-09-14",
		Response:        "Accepted. It becomes part of the yearly course for custody sergeants.",
		ReasonForChange: "The yearly course, of which this is to be part, runs in January.",
		ProgressNote:    "The course material is being written.",
	}, {
		Ref: "3.1", Updated: "2023-09-27", ProgressNote: "The missing times are being filled in by hand, so the first report was not ready by 15 September.",
	}, {
		Ref: "3.2", Status: "Superseded", Updated: "2023-09-11",
		ReasonForChange: "Replaced by the national standard for records of cell visits, as the inspectors' letter of 8 September says.",
	}, {
		Ref: "4.1", Status: "Complete", Completed: "2023-09-05", Updated: "2023-09-06",
		ProgressNote: "The form with the check has been in use in every suite since 5 September.",
		Evidence:     "Release form, version 3",
	}}
}
