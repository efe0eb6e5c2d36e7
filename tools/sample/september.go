package main

import "slices"

// septemberChanges returns what the team changed in September 2023. It is
// invented, like August. 4 and 5 are as they were.
func septemberChanges() []row {
	return slices.Concat(septemberDone(), septemberTurned(), septemberDates(), septemberNotes())
}

// septemberDone: 15 and 16 are agreed; 10 and 11b are complete but not agreed,
// 11b because nobody has yet asked.
func septemberDone() []row {
	return []row{{
		Ref: "15", SignOff: "Agreed", Updated: "2023-09-14",
		ProgressNote: "The commissioner's office looked at 20 reviews and agreed on 14 September that this is done.",
	}, {
		Ref: "16", Status: "Complete", SignOff: "Agreed", Completed: "2023-09-08", Updated: "2023-09-26",
		ProgressNote: "The performance pack now shows, for each area, how many victims heard from the officer as agreed. The commissioner's office agreed on 26 September.",
		Evidence:     "Performance pack, September 2023; survey questions",
	}, {
		Ref: "10", Status: "Complete", SignOff: "Asked", Completed: "2023-09-22", Updated: "2023-09-22",
		ProgressNote: "The dossier section is in use and the guidance on searches is out. The commissioner's office was asked to sign off on 22 September.",
		Evidence:     "Guidance note on breach searches; screen of the dossier section",
	}, {
		Ref: "11b", Status: "Complete", Completed: "2023-09-27", Updated: "2023-09-27",
		ProgressNote: "The audit framework with its questions on interventions was adopted on 27 September. Sign-off will be asked for once the board has seen it.",
		Evidence:     "Audit framework, version 1; results of the trial sample",
	}}
}

// septemberTurned: what the issuer decided. 7 comes back, 17 is taken away.
func septemberTurned() []row {
	return []row{{
		Ref: "7", Status: "In progress", SignOff: "Refused", Completed: cleared, Updated: "2023-09-13",
		ReasonForChange: "Reopened: on 13 September the commissioner's office asked for evidence that the lessons are used in practice.",
		ProgressNote:    "Case reviews are planned, to show which of the lessons investigators now use.",
	}, {
		Ref: "17", Status: "Withdrawn", Updated: "2023-09-19",
		ReasonForChange: "Withdrawn by the commissioner on 19 September, whose office lets the contract and will act on this itself.",
		ProgressNote:    "No further action for the force.",
	}}
}

// septemberDates: 11a moves for the second time, 2 comes forward. 12 is given
// the day that it was read as, which is no change.
func septemberDates() []row {
	return []row{{
		Ref: "2", Due: "2023-10-31", Updated: "2023-09-19",
		ReasonForChange: "Brought forward: the officer chosen can start by the end of October.",
		ProgressNote:    "Interviews were held on 12 September and the post has been offered.",
	}, {
		Ref: "11a", Due: "2024-03-31", Updated: "2023-09-20",
		ReasonForChange: "Moved a second time: the tool has to wait for phase 2 of Niche, expected early in 2024.",
		ProgressNote:    "The first version failed its test, because the records that it needs are not in Niche until phase 2.",
	}, {
		Ref: "12", OriginalDue: "2024-07-14", Due: "2024-07-14", Updated: "2023-09-21",
		ProgressNote: "A paper on making the training mandatory is being written for the Training Board.",
	}}
}

// septemberNotes: rows that moved on within their state, or did not and say
// why. 3 and 9 are overdue.
func septemberNotes() []row {
	return []row{{
		Ref: "1", Updated: "2023-09-25", ProgressNote: "The paper for the October finance meeting is ready.",
	}, {
		Ref: "3", Updated: "2023-09-18",
		ProgressNote: "Legal Services has not agreed the list of contacts, so the prompt sheet could not be issued by 31 August.",
	}, {
		Ref: "8", Status: "In progress", Updated: "2023-09-11",
		ProgressNote: "Analysts have compared how interventions are recorded in six recent profiles.",
	}, {
		Ref: "9", Updated: "2023-09-12", ProgressNote: "The page is waiting for the next dashboard release, which has no date yet.",
	}, {
		Ref: "13", Updated: "2023-09-19", ProgressNote: "The post is graded. The advert is planned for November.",
	}, {
		Ref: "14", Updated: "2023-09-06", ProgressNote: "The OPCC is willing to add the topic. The day of the event is not fixed.",
	}}
}

// followUp returns the recommendation that came with the commissioner's letter,
// due on the sixtieth day after the as-at date and not yet answered.
func followUp() row {
	return row{
		Ref: "L1", Source: "Follow-up letter, August 2023", Theme: "Data",
		Recommendation: "Tell the board each quarter how many stalking protection orders the force applied for, how many were granted and how many were breached.",
		Owner:          "Performance Team", Scope: "Force", Priority: "High", Status: "Not started", SignOff: "Not asked",
		DueAsWritten: "29 November 2023", OriginalDue: "2023-11-29", Due: "2023-11-29", Updated: "2023-09-07",
		ProgressNote:    "The letter reached the force on 4 September. An answer is being prepared.",
		GovernanceBoard: "Performance Board",
	}
}
