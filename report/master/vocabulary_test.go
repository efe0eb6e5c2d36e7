package master

import (
	"time"

	"boardpack/report"
)

// options are those of most tests: September 2023 and English words.
func options() Options {
	return Options{
		Month:      report.Month{Year: 2023, Month: time.September},
		Vocabulary: vocabulary(),
		Rules:      &report.Rules{Themes: themes()},
	}
}

func themes() []report.Theme {
	var out []report.Theme
	for _, id := range []string{"resourcing", "training", "data", "perpetrators", "victims"} {
		out = append(out, report.Theme{ID: id})
	}
	return out
}

func vocabulary() *report.Vocabulary {
	return &report.Vocabulary{
		Sheets: []string{"Recommendations", "Tracker"},
		Columns: map[report.Field][]string{
			report.FieldRef:              {"Ref", "Number", "No"},
			report.FieldSource:           {"Source", "Report"},
			report.FieldHeading:          {"Heading", "Section"},
			report.FieldTheme:            {"Theme", "Category"},
			report.FieldRecommendation:   {"Recommendation", "Recommendation text", "Rec", "Argymhelliad"},
			report.FieldResponse:         {"Response", "Force response"},
			report.FieldOwner:            {"Owner", "Lead"},
			report.FieldScope:            {"Scope"},
			report.FieldPriority:         {"Priority"},
			report.FieldStatus:           {"Status", "Progress status"},
			report.FieldSignOff:          {"Sign-off"},
			report.FieldDueAsWritten:     {"Due as written", "Timescale"},
			report.FieldOriginalDue:      {"Original due", "Original date"},
			report.FieldDue:              {"Due", "Due date", "Target date"},
			report.FieldReason:           {"Reason for change"},
			report.FieldCompleted:        {"Completed", "Closed", "Date completed"},
			report.FieldUpdated:          {"Updated", "Last updated"},
			report.FieldProgress:         {"Progress note", "Update"},
			report.FieldEvidence:         {"Evidence"},
			report.FieldRecommendationCy: {"Recommendation (cy)"},
			report.FieldResponseCy:       {"Response (cy)"},
			report.FieldProgressCy:       {"Progress note (cy)"},
		},
		States: map[report.State][]string{
			report.NotStarted:  {"Not started"},
			report.InProgress:  {"In progress", "Ar y gweill"},
			report.Complete:    {"Complete", "Completed", "Done", "Closed", "Wedi'i gwblhau"},
			report.NotAccepted: {"Not accepted", "Rejected"},
			report.Withdrawn:   {"Withdrawn"},
			report.Superseded:  {"Superseded"},
		},
		SignOffs: map[report.SignOff][]string{
			report.NotAsked: {"Not asked", "No"},
			report.Asked:    {"Asked", "Requested"},
			report.Agreed:   {"Agreed", "Signed off", "Yes"},
			report.Refused:  {"Refused"},
		},
		Scopes: map[report.Scope][]string{
			report.Force:    {"Force", "Ours"},
			report.Joint:    {"Joint"},
			report.External: {"External", "Other body"},
		},
		Themes: map[string][]string{
			"resourcing":   {"Resourcing", "Adnoddau"},
			"training":     {"Training", "Hyfforddiant", "Learning & development"},
			"data":         {"Data"},
			"perpetrators": {"Perpetrators", "Perpetrator interventions", "Perpetrator monitoring"},
			"victims":      {"Victims", "Victims, survivors"},
		},
		About: map[string][]string{
			"title": {"Title"}, "title.cy": {"Title (cy)"}, "organisation": {"Organisation", "Force"},
			"issuer": {"Issuer", "Issued by"}, "published": {"Published"}, "response_issued": {"Response issued"},
			"as_at": {"As at"}, "marking": {"Marking"}, "board": {"Board"}, "meeting_date": {"Meeting date"},
			"contact": {"Contact"}, "version": {"Version"}, "illustrative": {"Illustrative"}, "draft": {"Draft"},
		},
		Yes: []string{"Yes", "Y", "Ydy"},
		No:  []string{"No", "N"},
	}
}
