package templates

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"boardpack/report/reporttest/pace"
)

// TestWhatAPackWouldNotSayIsRefused: what the proof of a pack would refuse in a message of a team's own is named when the template is
// loaded, with its line and column.
func TestWhatAPackWouldNotSayIsRefused(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for wording, want := range map[string]string{
		// Numbers of the message's own.
		"figure.due_soon: Due within {{.Days}} days":              "",
		"figure.due_soon: Due soon":                               "",
		"figure.due_soon: Due within 60 days":                     `line 1, column 18: "figure.due_soon" says the number 60 in its own words, and a pack says none but those that were counted: write {{.Days}} for what the program puts in, or say it without`,
		"table.red: Our 10 reds":                                  `line 1, column 12: "table.red" says the number 10 in its own words, and a pack says none but those that were counted: say it without`,
		"problem.no-table.hint: Ring 01792 123456":                "",
		"start.date.error: Type it as 30/09/2026":                 "",
		"reading.quarter: Quarter 1 begins in April":              "",
		"list.more:\n  one: 1 more\n  other: \"{{.N}} more\"":     "",
		"list.more:\n  one: one more\n  other: \"{{.N}} more\"":   "",
		"list.more:\n  one: 1 more of 1\n  other: \"{{.N}}\"":     `line 2, column 8: "list.more" says the number 1 in its own words`,
		"list.more:\n  one: \"{{.N}} or 1\"\n  other: \"{{.N}}\"": `line 2, column 8: "list.more" says the number 1 in its own words`,
		"list.more:\n  one: 1 more\n  other: 2 and more":          `line 3, column 10: "list.more" says the number 2 in its own words`,
		// What page 1 must say, and what a percentage is of.
		`glance.complete_of: "{{.Complete}}/{{.InScope}}, {{.Percent}} %"`: "",
		`glance.complete_of: "{{.Percent}}% of {{.InScope}}"`:              `"glance.complete_of" has no {{.Complete}}, which this sentence must say: put it in`,
		`glance.complete_of: "{{.Complete}} ({{.Percent}}%)"`:              `"glance.complete_of" has no {{.InScope}}, which this sentence must say: put it in`,
		`glance.percent_of: "{{.Percent}}%"`:                               `"glance.percent_of" has no {{.InScope}}, which this sentence must say: put it in`,
		`lead.movement.fell: "{{.Parts}}: down to {{.Closing}}"`:           `"lead.movement.fell" has no {{.Opening}}, which this sentence must say: put it in`,
		`lead.few.overdue: "{{.N}} are overdue; {{.NoDate}} have no date"`: `"lead.few.overdue" has no {{.Dated}}, which this sentence must say: put it in`,
		`lead.some_dated: None of the {{.N}} is overdue`:                   `"lead.some_dated" has no {{.NoDate}}, which this sentence must say: put it in`,
		// Percent signs, order.
		`glance.complete_of: "{{.Complete}} of {{.InScope}}% ({{.Percent}}%)"`:              `"glance.complete_of" has a percent sign behind {{.InScope}}, which is no percentage: delete it`,
		`glance.complete_of: "{{.InScope}} of {{.Complete}} ({{.Percent}}%)"`:               `"glance.complete_of" has {{.InScope}} as a part of {{.Complete}}: it is the other way round`,
		`lead.movement.fell: "{{.Since}}, {{.Parts}}: now {{.Closing}}, from {{.Opening}}"`: `"lead.movement.fell" says {{.Closing}} before {{.Opening}}: say where it began first`,
		// What only a sentence may have.
		`lead.few_dated: "**{{.N}}** of {{.Open}} have a date, none overdue"`: "",
		`table.red: "**Why** red"`: `line 1, column 12: "table.red" has **, which marks words in sentences, and this is a name: delete it`,
		`group.all: "[[All]]"`:     `"group.all" has [[, which marks words in sentences`,
		"column.month: _x0041_":    `line 1, column 15: "column.month" has _x0041_, which Excel takes for the code of a character: write it in another way`,
		// Names of colours, and words that tell rows apart.
		"colour.red: dark red":           "",
		"colour.red: \"\\\"r:\"":         `"colour.red" is the name of a colour: write it in letters only`,
		"colour.red: 🔴":                  `"colour.red" is the name of a colour: write it in letters only`,
		"standing.complete: Done":        "",
		"standing.complete: withdrawn":   `line 1, column 20: "standing.complete" is the same word as "standing.withdrawn", so readers could not tell them apart: choose another`,
		"rating.red: A\nrating.amber: a": `line 1, column 13: "rating.red" is the same word as "rating.amber", so readers could not tell them apart: choose another`,
	} {
		_, err := LoadFS(fstest.MapFS{"wording/en.yaml": {Data: []byte(wording + "\n")}})
		if want == "" {
			assert.NoError(t, err, wording)
		} else {
			assert.ErrorContains(t, err, want, wording)
		}
	}
}
