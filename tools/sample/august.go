package main

import "slices"

// augustChanges returns what the team changed in August 2023. It is invented:
// the first month after the response, in which the team puts dates and
// priorities beside most rows, and the first few are done.
func augustChanges() []row {
	return slices.Concat(augustDone(), augustDated(), augustDue(), augustUndated())
}

// augustDone: 6 and 7 are complete and agreed; 15 is complete, not yet agreed.
func augustDone() []row {
	return []row{{
		Ref: "6", Priority: "Medium", Status: "Complete", SignOff: "Agreed",
		OriginalDue: "2023-08-31", Due: "2023-08-31", Completed: "2023-08-09", Updated: "2023-08-25",
		ProgressNote:    "The form has been in use since 9 August, on two courses so far. The commissioner's office agreed on 24 August that this is done.",
		Evidence:        "Course feedback form; summary of replies, August 2023",
		GovernanceBoard: "Training Board",
	}, {
		Ref: "7", Priority: "Medium", Status: "Complete", SignOff: "Agreed",
		OriginalDue: "2023-11-15", Due: "2023-11-15", Completed: "2023-08-18", Updated: "2023-08-29",
		ProgressNote:    "A paper on the lessons that carry over went to the Vulnerability Board on 18 August. The commissioner's office accepted it on 29 August.",
		Evidence:        "Vulnerability Board paper, 18 August 2023",
		GovernanceBoard: "Vulnerability Board",
	}, {
		Ref: "15", Priority: "High", Status: "Complete", SignOff: "Asked",
		OriginalDue: "2023-09-30", Due: "2023-09-30", Completed: "2023-08-24", Updated: "2023-08-24",
		ProgressNote:    "The supervisors' review form now asks when the contact agreement was last looked at. The commissioner's office was asked to sign off on 24 August.",
		Evidence:        "Supervisors' review form, version 4; briefing to sergeants",
		GovernanceBoard: "Victims Board",
	}}
}

// augustDated: rows with a date some way off. Those with a date as written get
// the day that it is read as. 11a is already on its second date.
func augustDated() []row {
	return []row{{
		Ref: "1", Priority: "High", OriginalDue: "2024-03-31", Due: "2024-03-31", Updated: "2023-08-22",
		ProgressNote:    "Two ways of funding the post have been costed. A paper goes to the finance meeting in October.",
		GovernanceBoard: "Vulnerability Board",
	}, {
		Ref: "2", Priority: "High", OriginalDue: "2023-11-30", Due: "2023-11-30", Updated: "2023-08-21",
		ProgressNote:    "The advert closed on 18 August. Interviews are in September.",
		GovernanceBoard: "Vulnerability Board",
	}, {
		// Nobody has touched this row but to give it a date: it is not updated.
		Ref: "8", Priority: "Medium", OriginalDue: "2024-07-14", Due: "2024-07-14",
		GovernanceBoard: "Performance Board",
	}, {
		Ref: "11a", Priority: "High", OriginalDue: "2023-09-30", Due: "2023-11-30", Updated: "2023-08-23",
		ReasonForChange: "Two requests of higher risk were placed ahead of the rebuild in the work queue.",
		ProgressNote:    "The scoring rules are agreed. Building has not begun.",
		GovernanceBoard: "Performance Board",
	}, {
		Ref: "13", Priority: "Medium", OriginalDue: "2023-11-30", Due: "2023-11-30", Updated: "2023-08-21",
		ProgressNote:    "The role profile is with human resources for grading.",
		GovernanceBoard: "Vulnerability Board",
	}}
}

// augustDue: rows due soon or already late. 3 falls due on the as-at date
// itself, 10 on the sixtieth day after it. 10 and 16 have no original date.
func augustDue() []row {
	return []row{{
		Ref: "3", Priority: "Medium", OriginalDue: "2023-08-31", Due: "2023-08-31", Updated: "2023-08-21",
		ProgressNote:    "The prompt sheet for daily discussions is drafted. Legal Services has yet to agree the list of contacts.",
		GovernanceBoard: "Vulnerability Board",
	}, {
		Ref: "9", Priority: "High", Status: "In progress", OriginalDue: "2023-08-25", Due: "2023-08-25", Updated: "2023-08-30",
		ProgressNote:    "The page is built, but missed the dashboard release of 25 August.",
		GovernanceBoard: "Performance Board",
	}, {
		Ref: "10", Priority: "High", Due: "2023-10-30", Updated: "2023-08-17",
		ProgressNote:    "The dossier section is designed, and guidance on the four searches is in draft.",
		GovernanceBoard: "Performance Board",
	}, {
		Ref: "11b", Priority: "Medium", OriginalDue: "2023-09-30", Due: "2023-09-30", Updated: "2023-08-28",
		ProgressNote:    "Questions on interventions have been written for the audit framework and tried on a sample of cases.",
		GovernanceBoard: "Vulnerability Board",
	}, {
		Ref: "16", Priority: "Medium", Due: "2023-09-29", Updated: "2023-08-24",
		ProgressNote:    "The survey results by area were shared with local managers for comment.",
		GovernanceBoard: "Victims Board",
	}}
}

// augustUndated: rows whose date cells stay empty. The date of 12 can still be
// read as written; that of 4 recurs, so it gives none.
func augustUndated() []row {
	return []row{{
		Ref: "4", Priority: "Medium", Updated: "2023-08-16",
		ProgressNote:    "The first session for champions is being planned for the autumn.",
		GovernanceBoard: "Training Board",
	}, {
		Ref: "5", Updated: "2023-08-10", ProgressNote: "The commissioner's office has sent the recommendation to HMCTS.",
	}, {
		Ref: "12", Priority: "High", Updated: "2023-08-28",
		ProgressNote:    "Numbers trained so far are being checked by team, before a decision on the rest of the force.",
		GovernanceBoard: "Vulnerability Board",
	}, {
		Ref: "14", Priority: "Medium", GovernanceBoard: "Victims Board",
	}, {
		Ref: "17", Priority: "Low", Updated: "2023-08-14",
		ProgressNote:    "Waiting to hear when the commissioner's office will start on the contract.",
		GovernanceBoard: "Victims Board",
	}}
}
