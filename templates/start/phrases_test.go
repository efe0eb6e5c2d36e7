package start

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/templates"
)

// left is what a status that nobody should guess counts as: it is asked about, and not recognised until it is answered.
const left = report.State("")

// probe is the words of real trackers that a guess by parts of words gets wrong, each with the state that is drafted.
func probe() map[string]report.State {
	return map[string]report.State{
		"Being implemented":                                          report.InProgress,
		"Accepted and being implemented":                             report.InProgress,
		"To be implemented":                                          report.NotStarted,
		"Will be implemented":                                        report.NotStarted,
		"Not implemented":                                            left,
		"Not yet implemented":                                        left,
		"Not implemented / no relevant action taken":                 left,
		"Largely implemented / action largely satisfactory":          report.InProgress,
		"Partially implemented / steps taken, further action needed": report.InProgress,
		"Contrary measures taken, or recommendation rejected":        left,
		"Accepted - not yet implemented":                             left,
		"Open - Acceptable Response":                                 report.InProgress,
		"Open - Unacceptable Response":                               report.InProgress,
		"Open - Await Response":                                      report.InProgress,
		"Closed - Acceptable Action":                                 report.Complete,
		"Closed - Unacceptable Action":                               left,
		"Closed - Acceptable Alternate Action":                       left,
		"Closed - Reconsidered":                                      left,
		"Closed - No Longer Applicable":                              report.Withdrawn,
		"Closed - Superseded":                                        report.Superseded,
		"Closed - Not Implemented":                                   left,
		"Closed - rejected":                                          report.NotAccepted,
		"Open - Partially Addressed":                                 report.InProgress,
		"Closed - Implemented":                                       report.Complete,
		"Not completed":                                              left,
		"Incomplete":                                                 left,
		"Unresolved":                                                 left,
		"Not closed":                                                 left,
		"Not delivered":                                              left,
		"Undelivered":                                                left,
		"Nearly complete":                                            report.InProgress,
		"90% complete":                                               report.InProgress,
		"To be completed":                                            left,
		"Awaiting completion":                                        left,
		"Completion overdue":                                         report.InProgress,
		"Due for completion":                                         left,
		"Recommended for closure":                                    left,
		"Proposed for closure":                                       left,
		"Awaiting closure":                                           left,
		"Not met":                                                    left,
		"Partially met":                                              report.InProgress,
		"Unmet":                                                      left,
		"Work to be done":                                            left,
		"Still to be done":                                           report.NotStarted,
		"Little progress made":                                       report.InProgress,
		"No further action":                                          left,
		"Discontinued":                                               left,
		"Implementation delayed":                                     report.InProgress,
		"Implementation in progress":                                 report.InProgress,
		"Accepted in principle":                                      left,
		"Rejected (not accepted)":                                    report.NotAccepted,
		"Partially accepted":                                         left,
		"Noted":                                                      left,
		"Overdue":                                                    report.InProgress,
		"Reopened":                                                   report.InProgress,
		"Indonesia":                                                  left,
		"Abandoned":                                                  left,
		"Condoned":                                                   left,
		"Disclosed":                                                  left,
		"Enclosed":                                                   left,
		"Unachieved":                                                 left,
	}
}

func TestProbe(t *testing.T) {
	t.Parallel()
	base, err := templates.Load("")
	require.NoError(t, err)
	p := newPhrases(&base.Vocabulary)
	assert.Len(t, probe(), 61)
	for status, want := range probe() {
		assert.Equal(t, want, p.stateOf(status), status)
	}
}

func TestStateOf(t *testing.T) {
	t.Parallel()
	base, err := templates.Load("")
	require.NoError(t, err)
	p := newPhrases(&base.Vocabulary)
	for want, statuses := range map[report.State][]string{
		report.Complete: {"Closed - actioned", "Completed and closed", "All actions complete", "The recommendation has been fully implemented", "4 - Complete", "5. Closed",
			"100%", "100% complete", "100 per cent", "✔ Action completed", "Blue - complete", "Actions have been delivered", "Fully met",
			"Camau gweithredu wedi'u cwblhau", "Caewyd - gweithredwyd", "Mae'r argymhelliad wedi’i weithredu", "Cwblhawyd yn llawn", "Wedi cael ei gwblhau"},
		report.InProgress: {"Not complete - in progress", "In progress, awaiting approval", "Green - on track", "Partly closed", "Almost done", "Delivered in part", "25%", "75 % complete",
			"60 per cent of actions complete", "Substantially delivered", "Being fully implemented", "Open (not met)", "Some progress", "Re-opened",
			"Wrthi'n cael ei weithredu", "Wrthi’n cael ei gwblhau", "Yn cael ei roi ar waith", "Derbyniwyd ac yn cael ei weithredu", "Bron wedi'i gwblhau", "Cwblhawyd i raddau helaeth", "50% wedi'i gwblhau",
			"50 y cant", "Peth cynnydd", "Yn hwyr", "Gwyrdd - ar y trywydd iawn"},
		report.NotStarted:  {"Not started (funding)", "0%", "0% complete", "Yet to be implemented", "Not commenced - to be implemented 2027", "Dim cynnydd", "I'w weithredu", "I’w roi ar waith", "Heb ddechrau - aros am gyllid"},
		report.NotAccepted: {"Closed: not accepted", "Recommendation rejected", "Caewyd - gwrthodwyd", "Heb ei dderbyn (gwrthodwyd)"},
		report.Withdrawn:   {"Closed (withdrawn)", "No longer applicable / withdrawn", "Ar gau - tynnwyd yn ôl"},
		report.Superseded:  {"Superseded by recommendation 4", "Merged with R12", "Closed, replaced by 3.2", "Disodlwyd gan argymhelliad 4"},
		left: {"", "-", "Complete?", "≠ complete", "✗ Complete", "☐ Complete", "□ Done", "[ ] Complete", "x Complete", "Complete / incomplete", "Complete, being monitored", "Complete - ongoing", "Complete except for training",
			"Complete subject to evidence", "Complete pending evidence", "Implemented (phase 1)", "Phase2 complete", "Ready to close", "To be closed", "Will be closed", "Not in progress", "Not withdrawn", "Not rejected",
			"Deferred", "Parked", "Amber", "Red", "N/A", "Not applicable", "Done or superseded", "Closed/Open", "Withdrawn by owner, to be confirmed", "Rejected in part", "Not fully implemented", "Nothing done", "Never closed", "101%",
			"Red - complete", "Uncompleted", "Non-complete", "Undone", "Unclosed", "Foreclosed", "Metric", "Closet", "Openly", "Alive", "Restarted?",
			"Heb ei gwblhau", "Heb ei weithredu", "Heb ei roi ar waith", "Heb eu cwblhau", "Heb gael ei gyflawni", "Nid yw wedi'i gwblhau", "Ddim wedi'i gwblhau", "Ni chwblhawyd", "Ni chyflawnwyd", "Nis gweithredwyd",
			"I'w gau", "I’w gwblhau", "I'w gyflawni", "Aros am gwblhau", "Yn aros i'w gau", "Argymhellir ei gau", "Anghyflawn", "Caewyd - ni weithredwyd", "Wedi'i gwblhau (heb dystiolaeth)", "Wedi'i gwblhau?", "Dim camau pellach", "Ar agor - dim ymateb derbyniol", "Cytunwyd mewn egwyddor"},
	} {
		for _, status := range statuses {
			assert.Equal(t, want, p.stateOf(status), status)
		}
	}
}

// TestLanguageHasNoPhraseTwice: of two meanings one would be lost.
func TestLanguageHasNoPhraseTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]mark{}
	for _, l := range language() {
		for _, phrase := range l.phrases {
			key := phrase
			assert.NotContains(t, seen, key)
			seen[key] = l.mark
		}
	}
}
