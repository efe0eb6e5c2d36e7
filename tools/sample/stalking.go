package main

import "slices"

const deepDive = "Deep dive review into stalking and harassment, June 2023"

// stalkingMasters returns the masters of July to September 2023.
func stalkingMasters() ([]master, error) {
	july := julyRows()
	august, err := revise(july, augustChanges())
	if err != nil {
		return nil, err
	}
	september, err := revise(august, septemberChanges())
	if err != nil {
		return nil, err
	}
	september = append(september, followUp())

	source := review{
		title: "Stalking and harassment deep dive", titleCy: "Adolygiad manwl o stelcio ac aflonyddu",
		issuer: "Dyfed-Powys Police and Crime Commissioner", issuerCy: "Comisiynydd Heddlu a Throseddu Dyfed-Powys",
		published: "2023-06-15", responseIssued: "2023-07-14",
	}
	var list []master
	for i, rows := range [][]row{july, august, september} {
		e := editions()[i]
		list = append(list, master{
			name: e.month + "/stalking-harassment.xlsx", about: about(source, e), rows: rows,
		})
	}
	return list, nil
}

// julyRows returns the 18 recommendations and the force's answers of July 2023,
// in the order in which they are printed: two of them are numbered 11, so the
// last is 17. The facts are those of the published response; the words are not.
// Statuses are our reading of the answers, owners are made-up roles.
func julyRows() []row {
	rows := slices.Concat(julyResourcing(), julyTraining(), julyData(),
		julyInterventions(), julyMonitoring(), julyVictims())
	for i := range rows {
		r := &rows[i]
		r.Source, r.Updated = deepDive, "2023-07-14"
		if r.Scope == "" {
			r.Scope, r.SignOff = "Force", "Not asked"
		}
	}
	return rows
}

func julyResourcing() []row {
	return []row{{
		Ref: "1", Heading: "Resourcing", Theme: "Resourcing",
		Recommendation: "Find lasting money for the post that coordinates work with perpetrators of domestic abuse and stalking.",
		Response:       "We intend to find permanent funding for the post before this financial year is out.",
		Owner:          "Head of Vulnerability", Status: "In progress", DueAsWritten: "during the financial year",
	}, {
		Ref: "2", Heading: "Resourcing", Theme: "Resourcing",
		Recommendation: "Fill the new civil orders officer post without delay. An early duty should be a way of keeping watch on everyone who is subject to a civil order.",
		Response:       "The force has approved the post. We expect someone to be in it by autumn 2023.",
		Owner:          "Offender Management", Status: "In progress", DueAsWritten: "Autumn 2023",
	}, {
		Ref: "3", Heading: "Resourcing", Theme: "Resourcing",
		Recommendation: "Prompt officers to ask for expert help with these cases, whether from Legal Services, a stalking champion or the Offender Management Unit.",
		Response:       "The civil orders officer, once appointed, will help officers and put them in touch with people who know the different orders and how to apply for them. The detective sergeants who run the daily discussions also keep raising civil measures and pointing colleagues to those experts.",
		Owner:          "Offender Management", Status: "In progress",
	}}
}

func julyTraining() []row {
	return []row{{
		Ref: "4", Heading: "Training", Theme: "Training",
		Recommendation: "Within a year of starting the new stalking champion training, check what difference it has made, using reoffending data, case results and what victims say.",
		Response:       "Champions will get continuing development, run by the vulnerability trainer, on domestic abuse and on these two offences. Victims' views will be part of it. The aim is a session every six months.",
		Owner:          "Vulnerability Training", Status: "In progress", DueAsWritten: "six-monthly",
	}, {
		Ref: "5", Heading: "Training", Theme: "Training",
		Recommendation: "HMCTS should think about independent training for judges on why a breach of a civil order matters.",
		Response:       "Not for the force: it is addressed to HMCTS.",
		Owner:          "HMCTS", Scope: "External", Status: "Not started",
	}, {
		Ref: "6", Heading: "Training", Theme: "Training",
		Recommendation: "When staff are surveyed after training, ask what they made of the sessions given by victims and survivors.",
		Response:       "The Vulnerability Hub will gather trainees' views after its courses and use them to shape the next. Forms in Microsoft Teams will be the tool, and the new training officer will run it.",
		Owner:          "Vulnerability Training", Status: "Not started",
	}, {
		Ref: "7", Heading: "Training", Theme: "Training",
		Recommendation: "Work out which lessons of Operation Soteria Bluestone could improve how these two offences are policed.",
		Response:       "The Soteria team is studying the operating model that has just come out. What it finds of use for other work, from child sexual abuse to stalking, it will pass on, above all about supporting victims and concentrating on suspects. It helps that the DCI and DI for RASSO now lead on domestic abuse, stalking and harassment too.",
		Owner:          "DCI Vulnerability and RASSO", Status: "In progress",
	}}
}

func julyData() []row {
	return []row{{
		Ref: "8", Heading: "Data", Theme: "Data",
		Recommendation: "Let crime profiles show, from now on, what is done to prevent offending by people who offend again and again, and to intervene with them.",
		Response:       "Staff can look up on the intranet how to manage a perpetrator, but they do not all record what they did in the same way. We want to put that right in the next 12 months. It is an action in the force's plan, and governance meetings follow it.",
		Owner:          "Head of Vulnerability", Status: "Not started", DueAsWritten: "in the next 12 months",
	}, {
		Ref: "9", Heading: "Data", Theme: "Data",
		Recommendation: "Add civil orders to the performance dashboards, so that applications and breaches can be looked at more closely.",
		Response:       "The strategic team and the performance team will build this into the dashboard together. Each day the civil orders officer will also look through force systems for breaches and see that every one is dealt with firmly.",
		Owner:          "Performance Team", Status: "Not started",
	}, {
		Ref: "10", Heading: "Data", Theme: "Data",
		Recommendation: "Make sure that investigators can see all of a perpetrator's earlier breaches, simply and from the start of a case.",
		Response:       "Every breach that reaches us is logged in STORM; some also become a crime or custody record, which a search of Niche for that person brings up. Others cannot be found there, so officers will be told to look in STORM, PND and PNC as well. Breaches that need no crime record will in future be kept in the person's dossier, next to any risk plan. The offender management part of Niche is not yet in use; it comes in phase 2.",
		Owner:          "Records Management Team", Status: "In progress",
	}}
}
func julyInterventions() []row {
	return []row{{
		Ref: "11", Heading: "Perpetrator interventions", Theme: "Perpetrators",
		Recommendation: "Give priority to building the Perpetrator Prioritisation Tool into Niche, so that so important a project does not stall.",
		Response:       "The Performance Team has been asked to rebuild the tool but has not been able to finish, because bringing in Niche created so much other work. The request waits in a queue ordered by risk, and governance meetings follow it.",
		Owner:          "Performance Team", Status: "In progress",
	}, {
		Ref: "11", Heading: "Perpetrator interventions", Theme: "Perpetrators",
		Recommendation: "Check that investigators, when they plan how to manage a perpetrator, weigh up early on everything that they could use, civil orders among it.",
		Response:       "The VAWG Toolkit on the intranet sets out interventions for many offences, these two included, and supervisors receive it at their familiarisation day with the SRAU and the OMU. We plan for the new audit framework to test whether interventions are thought about when they should be.",
		Owner:          "DCI Vulnerability and RASSO", Status: "In progress",
	}, {
		Ref: "12", Heading: "Perpetrator interventions", Theme: "Perpetrators",
		Recommendation: "Ask officers to note in the crime system every assessment and intervention that they think about, used or not: Homicide Risk Escalation, say, or a civil order, or the Reflecting on Relationships Programme. This covers talks at daily meetings too.",
		Response:       "The homicide timeline of the University of Gloucester helps secondary risk assessors to spot rising risk: with outside money, approximately 300 officers and staff were trained in it, and in the next 12 months we will consider whether everyone should be. DASH and SASH forms are kept in Niche against the incident and the person. Reflecting on Relationships is open only to suspects whose case closed with no further action, so the coordinator keeps those details and the crime system as a rule does not. For the crime system part, see the answer to recommendation 8.",
		Owner:          "DCI Vulnerability and RASSO", Status: "In progress", DueAsWritten: "in the next 12 months",
	}}
}

func julyMonitoring() []row {
	return []row{{
		Ref: "13", Heading: "Perpetrator monitoring", Theme: "Perpetrators",
		Recommendation: "Consider the ways of managing civil orders that the VAWG lead proposed in the Domestic Abuse Review, with closer follow-up when a programme such as Reflecting on Relationships ends.",
		Response:       "Governance meetings have approved an extra post. Recruitment opens in autumn 2023.",
		Owner:          "Offender Management", Status: "In progress", DueAsWritten: "Autumn 2023",
	}, {
		Ref: "14", Heading: "Perpetrator monitoring", Theme: "Perpetrators",
		Recommendation: "Have the new civil orders officer help to review the orders in force, taking account of what victims think.",
		Response:       "We will ask victims through the engagement forum, and ask the OPCC to make this a topic at its next meeting.",
		Owner:          "Victim Services Lead", Status: "Not started",
	}}
}

func julyVictims() []row {
	return []row{{
		Ref: "15", Heading: "Victims", Theme: "Victims",
		Recommendation: "Urge officers to go back to what they agreed with a victim about keeping in touch, and to do so more than once as a case goes on.",
		Response:       "Contact agreements have our attention. First we need to find out whether officers know that they should look at them again while they investigate.",
		Owner:          "Victim Services Lead", Status: "In progress",
	}, {
		Ref: "16", Heading: "Victims", Theme: "Victims",
		Recommendation: "When victims are next asked for their views, find out whether they heard from the investigating officer as often as the two had agreed.",
		Response:       "The satisfaction survey asks about contact agreements, and local managers can see the results in the performance pack. From now on we will use them to do better on the Victims' Code.",
		Owner:          "Victim Services Lead", Status: "In progress",
	}, {
		Ref: "17", Heading: "Victims", Theme: "Victims",
		Recommendation: "Think more about help for people who are stalked when the contract for Victim and Witness Services is next let.",
		Response:       "We want nobody to lose out when the contract changes hands, and will help the OPCC to design what comes next.",
		Owner:          "Victim Services Lead", Status: "Not started",
	}}
}
