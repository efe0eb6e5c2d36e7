package master

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/reporttest"
	"boardpack/templates"
)

// shippedMatcher is the matcher of the shipped template, with the owners of a small register.
func shippedMatcher(t testing.TB, owners ...string) *matcher {
	t.Helper()
	tpl := reporttest.Shipped(t)
	m := newMatcher(&tpl.Vocabulary, &tpl.Rules)
	for _, owner := range owners {
		m.names.addOwner(owner)
	}
	return m
}

// TestStatusesAsPeopleKeepThem has texts of status columns and what the shipped template makes of each.
func TestStatusesAsPeopleKeepThem(t *testing.T) {
	t.Parallel()
	m := shippedMatcher(t, "Jane Smith", "Head of Learning and Development; Gwent", "Business Support")
	for state, texts := range map[report.State][]string{
		report.Complete: {
			"Complete", "COMPLETED", " complete. ", "Complete!", "“Complete”", "(Complete)", "*Complete*", "**Complete**", "* Complete", "- Complete", "• Complete",
			"✓ Complete", "✔ Complete", "✔\ufe0f Complete", "✅ Complete", "☑ Closed", "√ Done", "Complete ✓", "🟢 Complete", "🔵 Complete", "● Complete", "🟩 Closed",
			"100%", "100.0%", "100 %", "100 per cent", "100% complete", "Complete (100%)", "100% - Complete", "Complete 100%",
			"Complete - 12/03/24", "Completed 12 March 2024", "Completed (12/03/2024)", "Completed on 12th March 2024", "Complete: 12.03.24", "Complete, 12 March 2024",
			"Complete/12/03/24", "Closed (March 2024)", "Closed as at 31/03/2024", "12/03/24 - Complete", "Completed Q4 2023/24", "Complete – 12/03/24 – Jane Smith",
			"Complete - Jane Smith", "Complete (J Smith)", "Complete (JS)", "Completed by Jane Smith", "Complete – Gwent Police", "Complete - Head of Learning", "Complete - Head Of Learning", "Complete - North Wales Police", "Complete (2023/24)",
			"Complete - Head of Learning and Development", "Complete (Gwent)", "Complete - Business Support", "Complete; HR", "Complete (L&D)", "Complete: Estates Team",
			"Complete - Siân O'Brien", "Complete - DCI Evans", "COMPLETE - 12/03/24", "COMPLETE - JANE SMITH",
			"Closed - Implemented", "Completed and closed", "Complete / Closed", "Complete / Wedi'i gwblhau", "Fully implemented - 100%",
			"Wedi'i gwblhau", "wedi’i gwblhau - 12/03/24", "Cwblhawyd (Heddlu Gwent)", "Cwblhawyd ar 12 Mawrth 2024", "✓ Wedi'i chwblhau", "Caewyd: Medi 2023", "100 y cant",
			"100% wedi'i gwblhau", "Wedi'i gyflawni gan Siân Evans", "Cyflawnwyd - Tîm Dysgu", "Wedi'i gwblhau / Caewyd",
		},
		report.InProgress: {
			"In progress", "IN-PROGRESS...", "In_progress", "🟡 In progress", "🟢 On track", "🔴 Overdue", "▪ Ongoing", "➢ Underway", "75%", "1%", "99.5%", "0.5%", "50 %",
			"In progress (75%)", "In progress - 75%", "75% in progress", "90% complete", "75% done", "90% complete, due 31/03/25", "10% implemented",
			"In progress, due 31 March 2025", "On hold until June 2024", "Paused until 1 May 2025", "In progress since 1 May 2023", "In progress (as at 31/03/24)",
			"In progress by 31/03/25", "In progress - JS", "In progress (75%), due 31/03/25", "In progress - 75% - Jane Smith", "Delayed - Jane Smith",
			"On hold", "Paused", "Overdue", "Closed pending evidence", "Closed - pending evidence", "Closed (pending evidence)", "Partially complete", "Partly completed",
			"Open - overdue", "In progress - on track", "In progress; delayed", "Work in progress", "Under review - Audit Committee",
			"Ar y gweill", "Ar y gweill (75%)", "Oedi", "Wedi'i oedi", "Yn hwyr", "Ar saib", "Wedi'i gwblhau'n rhannol", "Cwblhawyd yn rhannol", "50% wedi'i gwblhau",
			"Ar gau, yn aros am dystiolaeth", "Wedi'i gau yn amodol ar dystiolaeth", "Ar y gweill - erbyn 31 Mawrth 2025", "Ar y gweill / In progress", "60 y cant",
		},
		report.NotStarted: {
			"Not started", "NOT STARTED", "🔴 Not started", "⚪ Not started", "0%", "0.0%", "Not started (0%)", "0% complete", "Not started - Jane Smith", "Planned, due June 2025",
			"Not yet started", "To do", "Heb ddechrau", "Heb ei ddechrau - Heddlu Gwent", "0 y cant",
		},
		report.NotAccepted: {"Rejected", "Rejected (not accepted)", "Not accepted - 12/03/24", "Heb ei dderbyn", "Gwrthodwyd (Cyngor Gwynedd)"},
		report.Withdrawn:   {"Withdrawn", "Withdrawn 12/03/24", "No longer applicable", "Tynnwyd yn ôl", "Withdrawn (50%)"},
		report.Superseded:  {"Superseded", "Superseded - 12/03/24", "Disodlwyd"},
		report.Unrecognised: {
			// Marks beside a word.
			"❌ Complete", "✗ Complete", "✘ Complete", "☒ Complete", "☐ Complete", "□ Complete", "⬜ Complete", "[ ] Complete", "[] Complete", "( ) Complete", "__ Complete",
			"○ Complete", "Complete?", "Complete ?", "? Complete", "Complete (?)", "Complete？", "≠ Complete", "~~Complete~~", "~Complete", "C\u0336o\u0336m\u0336p\u0336l\u0336e\u0336t\u0336e",
			"! Complete", "!Complete", "Complete (!)", "Complete*", "Complete¹", "Complete†", "⚠ Complete", "⏳ Complete", "→ Complete", "> Complete", "½ Complete", "¬Complete",
			"👍 Complete", "👎 Complete", "🚫 Complete", "⛔ Complete", "✖ Complete", "Complete ✗", "Complete ❌", "x Complete", "/ Complete", "❌ Wedi'i gwblhau", "☐ Cwblhawyd", "Cwblhawyd?",
			"✓", "✔", "✅", "☑", "❌", "☐", "🔴", "🟢", "?", "-", "…", "ü", "x", "Y", "[ ]", "*",
			// What stands beside it takes it back, or says more than a note.
			"Closed - rejected", "Closed - Rejected", "Closed (rejected)", "Closed - Not Implemented", "Closed - superseded", "Closed - No Longer Applicable",
			"Complete pending sign off", "Complete - pending sign-off", "Closed - awaiting evidence", "Closed - Awaiting Evidence", "Complete subject to audit",
			"Complete - subject to Board approval", "Complete except training", "Complete (except Gwent)", "Complete - partly", "Complete (partly)", "Complete - overdue",
			"Complete - delayed", "Complete in principle", "Closed - in principle", "Complete - not embedded", "Complete – embedded", "Complete – Embedded", "Complete - Not Embedded",
			"Implemented; ongoing", "Complete / In progress", "Complete - in progress", "Open/Closed", "Not started / Complete", "Complete, but not tested", "Complete - no evidence",
			"Closed - Unacceptable Action", "Closed - Acceptable Action", "Closed - Reconsidered", "Complete - Evidence Outstanding", "Complete - Low Risk", "Complete - Phase One",
			"Complete - Further Work Needed", "Complete - Board Approval Required", "Complete - Reopened", "Complete (TBC)", "Complete - NFA", "Complete (BAU)", "Complete - QA",
			"COMPLETE - LATE", "Complete - Sort Of", "Complete - Wont Fix", "Complete - Save Gwent", "Complete - Mid Wales Only", "Complete - Risk Accepted", "Complete - Duplicate", "COMPLETE - REOPENED AGAIN", "COMPLETE (HR)", "Complete - returned to team", "Complete - With Legal Team", "Complete (2 of 3)", "Complete 2", "Complete [note 1]",
			"Complete by 31/12/2099", "Complete by March 2025", "Complete by March", "Complete no later than 30 June 2024", "Complete within 3 months", "Complete due 31/03/25",
			"Complete until 31/03/25", "Complete before 1 May 2025", "Complete expected 1 May 2025", "Complete - target 31/03/25", "Complete Jane Smith", "Complete-ish", "Closed-loop",
			"Complete (60%)", "Complete - 60%", "Complete 90%", "90% - Complete", "In progress (100%)", "In progress - 0%", "Not started - 40%", "100% not started", "75% - 80%", "110%", "~75%",
			"75-80%", "75%+", "1", "0.75", "Complete - see rec 4", "Superseded by 12", "Merged with recommendation 3", "Complete - 31/4/2024", "Complete - 12/03",
			// No known word at its beginning.
			"Not complete", "Incomplete", "In-complete", "Uncompleted", "Non-complete", "Nearly complete", "Almost complete", "Mostly complete", "To be completed", "Deferred", "Late",
			"Awaiting closure", "Recommendation closed", "No", "N/A", "Noted", "Agreed", "Green", "Amber", "Red", "Blue", "Not due", "Pending", "Off track",
			"Heb ei gwblhau", "Ddim wedi'i gwblhau", "Nid yw wedi'i gwblhau", "Anghyflawn", "Wedi'i gwblhau - heb dystiolaeth", "Wedi'i gwblhau yn amodol ar gymeradwyaeth",
			"Cwblhawyd mewn egwyddor", "Cwblhawyd ac eithrio hyfforddiant", "Cwblhawyd - oedi", "Wedi'i gwblhau ond ddim wedi'i brofi", "Caewyd - gwrthodwyd", "Wedi'i gwblhau erbyn 31 Mawrth 2025",
			"Bron wedi'i gwblhau", "I'w gwblhau", "Wedi'i gwblhau (60%)", "Wedi'i ohirio", "Cwblhawyd - Angen Tystiolaeth", "Cwblhawyd, yn hwyr",
		},
	} {
		for _, text := range texts {
			meaning := m.states.read(line(clean(text)), m.names)
			got := meaning.value
			if meaning.doubt != "" {
				got = report.Unrecognised
			}
			assert.Equal(t, state, got, "%q", text)
		}
	}
}

// TestNearestWord: a slip of the pen is offered its word, and nobody the opposite of what was typed.
func TestNearestWord(t *testing.T) {
	t.Parallel()
	m := shippedMatcher(t)
	for typed, want := range map[string]string{
		"Complet": "Complete", "Compelte": "Complete", "In progess": "In progress", "Not strated": "Not started", "Wihtdrawn": "Withdrawn", "Ar y gweil": "Ar y gweill",
		"Not complete": "", "Incomplete": "", "Not compelte": "", "Uncompleted": "", "Unachieved": "", "Undelivered": "", "Unmet": "", "Not met": "", "Enclosed": "", "Disclosed": "",
		"Condoned": "", "Indonesia": "", "Late": "", "Overdu": "Overdue", "Heb ei gwblhau": "", "Anorffenedig": "", "Ddim wedi'i gwblhau": "", "Not": "", "Mat": "", "x": "", "": "",
		"Complete?": "", "❌ Complet": "", "Deferred": "", "We have begun to talk with our partners about what could be done": "",
	} {
		assert.Equal(t, want, m.states.nearest(typed), typed)
	}
	assert.Equal(t, "", m.signOffs.nearest("✗ Agreed"))
	assert.Equal(t, "Agreed", m.signOffs.nearest("Agred"))
}

// TestNearestWordInTheLanguagesOfThePacks: Welsh words are understood in English packs, and not offered there.
func TestNearestWordInTheLanguagesOfThePacks(t *testing.T) {
	t.Parallel()
	english, err := templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte("languages: [en]\n")}})
	require.NoError(t, err)
	m := newMatcher(&english.Vocabulary, &english.Rules)
	for _, typed := range []string{"Ar y gweil", "Oeid", "Cwblhawid"} {
		assert.Equal(t, "", m.states.nearest(typed), typed)
	}
	assert.Equal(t, "", m.themes.nearest("Adnodau"))
	assert.Equal(t, "Resourcing", m.themes.nearest("Resorcing"))
	assert.Equal(t, report.InProgress, m.states.read("Ar y gweill", m.names).value)
	assert.Equal(t, "Data", m.themes.nearest("Daat"), "the same word in both languages")
	both := shippedMatcher(t)
	assert.Equal(t, "Adnoddau", both.themes.nearest("Adnodau"))
	assert.Equal(t, "Oedi", both.states.nearest("Oeid"))
}

// TestProbeOfOtherBodiesWords has the 61 words that inspectorates, auditors and a transport safety board use, with the state of each:
// what the shipped template does not know as it stands is left for the team to place.
func TestProbeOfOtherBodiesWords(t *testing.T) {
	t.Parallel()
	known := map[string]report.State{
		"Closed - Implemented": report.Complete, "90% complete": report.InProgress, "Rejected (not accepted)": report.NotAccepted, "Overdue": report.InProgress,
	}
	words := []string{
		"Being implemented", "Accepted and being implemented", "To be implemented", "Will be implemented", "Not implemented", "Not yet implemented",
		"Not implemented / no relevant action taken", "Largely implemented / action largely satisfactory",
		"Partially implemented / steps taken, further action needed", "Contrary measures taken, or recommendation rejected", "Accepted - not yet implemented",
		"Open - Acceptable Response", "Open - Unacceptable Response", "Open - Await Response", "Closed - Acceptable Action", "Closed - Unacceptable Action",
		"Closed - Acceptable Alternate Action", "Closed - Reconsidered", "Closed - No Longer Applicable", "Closed - Superseded", "Closed - Not Implemented",
		"Closed - rejected", "Open - Partially Addressed", "Closed - Implemented", "Not completed", "Incomplete", "Unresolved", "Not closed", "Not delivered",
		"Undelivered", "Nearly complete", "90% complete", "To be completed", "Awaiting completion", "Completion overdue", "Due for completion",
		"Recommended for closure", "Proposed for closure", "Awaiting closure", "Not met", "Partially met", "Unmet", "Work to be done", "Still to be done",
		"Little progress made", "No further action", "Discontinued", "Implementation delayed", "Implementation in progress", "Accepted in principle",
		"Rejected (not accepted)", "Partially accepted", "Noted", "Overdue", "Reopened", "Indonesia", "Abandoned", "Condoned", "Disclosed", "Enclosed", "Unachieved",
	}
	require.Len(t, words, 61)
	m := shippedMatcher(t)
	for _, word := range words {
		meaning := m.states.read(word, m.names)
		assert.Equal(t, known[word], meaning.value, word)
		assert.Equal(t, known[word] == "", meaning.doubt != "", word)
		if known[word] == "" {
			assert.Empty(t, m.states.nearest(word), "no word is offered for %s", word)
		}
	}
}
