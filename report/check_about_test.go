package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/reporttest"
)

// aboutCodes are the codes of the problems with the About sheet, each with the cell that it names.
func aboutCodes(pack *report.Pack) []string {
	var out []string
	for _, p := range pack.Problems {
		if slices.Contains(report.PageOneCodes(), p.Code) || strings.HasPrefix(p.Code, "about-") {
			out = append(out, p.Code+" at "+p.Cell)
		}
	}
	return out
}

func TestDaysOfTheAboutSheet(t *testing.T) {
	t.Parallel()
	september := report.Month{Year: 2023, Month: 9}
	cases := []struct {
		name                 string
		asAt, before         report.Date
		meeting              report.Date
		withoutMonth, noPast bool
		given                bool // with the command, and not on the About sheet
		want                 []string
	}{
		{name: "as it should be", asAt: day(2023, 9, 30), before: day(2023, 8, 31), meeting: day(2023, 10, 12)},
		{name: "the first day of the month", asAt: day(2023, 9, 1), before: day(2023, 8, 31)},
		{name: "the day before the month", asAt: day(2023, 8, 31), before: day(2023, 7, 31), want: []string{"as-at-outside-month at B4"}},
		{name: "the day after the month", asAt: day(2023, 10, 1), before: day(2023, 8, 31), want: []string{"as-at-outside-month at B4"}},
		{name: "the same month of another year", asAt: day(2022, 9, 30), noPast: true, want: []string{"as-at-outside-month at B4"}},
		{name: "last month's", asAt: day(2023, 8, 31), before: day(2023, 8, 31), want: []string{"as-at-outside-month at B4", "as-at-not-after at B4"}},
		{name: "not after a late one", asAt: day(2023, 9, 15), before: day(2023, 9, 15), want: []string{"as-at-not-after at B4"}},
		{name: "a day after a late one", asAt: day(2023, 9, 16), before: day(2023, 9, 15)},
		{name: "nothing to compare with", asAt: day(2023, 9, 30), noPast: true},
		{name: "given with the command", asAt: day(2023, 10, 1), noPast: true, given: true, want: []string{"as-at-outside-month at "}},
		{name: "no month", asAt: day(2023, 3, 30), withoutMonth: true, noPast: true},
		{name: "a meeting on the day", asAt: day(2023, 9, 30), before: day(2023, 8, 31), meeting: day(2023, 9, 30)},
		{name: "a meeting the day before", asAt: day(2023, 9, 30), before: day(2023, 8, 31), meeting: day(2023, 9, 29),
			want: []string{"meeting-before-as-at at B5"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			now, was := register(rec("1", "a")), earlier(rec("1", "a"))
			now.Month, now.AsAt, was.AsAt = september, c.asAt, c.before
			if c.withoutMonth {
				now.Month = report.Month{}
			}
			now.About = report.About{AsAt: c.asAt, MeetingDate: c.meeting,
				At: map[string]report.Place{"as_at": {Sheet: "About", Cell: "B4"}, "meeting_date": {Sheet: "About", Cell: "B5"}}}
			if c.given {
				now.About.AsAt = day(2023, 9, 30)
			}
			past := []*report.Register{was}
			if c.noPast {
				past = nil
			}
			assert.Equal(t, c.want, aboutCodes(build(t, now, past...)))
		})
	}
}

func TestTitleOfAnEarlierMonth(t *testing.T) {
	t.Parallel()
	july, august, september := report.Month{Year: 2023, Month: 7}, report.Month{Year: 2023, Month: 8}, report.Month{Year: 2023, Month: 9}
	cases := []struct {
		name, title string
		past        []report.Month
		pastTitle   string // of every earlier month; "": the same
		published   report.Date
		meeting     report.Date
		want        string // what the problem quotes
	}{
		{name: "no date", title: "Stalking and harassment", past: []report.Month{august}},
		{name: "this month", title: "Position at 30 September 2023", past: []report.Month{august}},
		{name: "last month", title: "Position at 31 August 2023", past: []report.Month{august}, want: "31 August 2023"},
		{name: "last month without a day", title: "Progress, August 2023", past: []report.Month{august}, want: "August 2023"},
		{name: "in short", title: "Progress Aug-23", past: []report.Month{august}, want: "Aug-23"},
		{name: "in numbers", title: "Position at 31/08/2023", past: []report.Month{august}, want: "31/08/2023"},
		{name: "in the first month that there is", title: "Progress, August 2023", want: "August 2023"},
		{name: "before the first month that there is", title: "Inspection of July 2023"},
		{name: "two months old", title: "Progress, July 2023", past: []report.Month{july, august}, want: "July 2023"},
		{name: "before the register was kept", title: "Inspection of March 2022", past: []report.Month{july, august}},
		{name: "from last month to this", title: "August 2023 to September 2023", past: []report.Month{august}},
		{name: "a later month", title: "For the board of October 2023", past: []report.Month{august}},
		{name: "the report's own", title: "Report of 8 August 2023", past: []report.Month{august}, published: day(2023, 8, 8)},
		{name: "the report's own month", title: "Report of August 2023", past: []report.Month{august}, published: day(2023, 8, 8)},
		{name: "another day of the report's month", title: "Position at 31 August 2023", past: []report.Month{august}, published: day(2023, 8, 8), want: "31 August 2023"},
		{name: "the meeting's", title: "Position at 31 August 2023, for 12 September 2023", past: []report.Month{august}, meeting: day(2023, 9, 12), want: "31 August 2023"},
		{name: "a month alone", title: "Update of August", past: []report.Month{august}, want: "August"},
		{name: "a month alone in another title", title: "Update of August", past: []report.Month{august}, pastTitle: "Update of July"},
		{name: "the year before", title: "Review of August 2022", past: []report.Month{august}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			now := register(rec("1", "a"))
			now.Month, now.About = september, report.About{Title: report.Text{"en": c.title}, Published: c.published, MeetingDate: c.meeting}
			now.AsAt = day(2023, 9, 10)
			var past []*report.Register
			for _, m := range c.past {
				was := earlier(rec("1", "a"))
				was.Month, was.AsAt, was.About.Title = m, m.LastDay(), report.Text{"en": c.title}
				if c.pastTitle != "" {
					was.About.Title = report.Text{"en": c.pastTitle}
				}
				past = append(past, was)
			}
			got := ""
			for _, p := range build(t, now, past...).Problems {
				if p.Code == "title-of-earlier-month" {
					got = p.Args["Text"]
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// TestTitlesInWelsh holds that a Welsh title is looked at by itself, with Welsh names of months.
func TestTitlesInWelsh(t *testing.T) {
	t.Parallel()
	now, was := register(rec("1", "a")), earlier(rec("1", "a"))
	now.About.Title = report.Text{"en": "Position at 30 September 2023", "cy": "Y sefyllfa ar 31 Awst 2023"}
	now.About.At = map[string]report.Place{"title.cy": {Sheet: "About", Cell: "B2"}}
	assert.Equal(t, []string{"title-of-earlier-month at B2"}, aboutCodes(build(t, now, was)))
}

// TestPageOneTellsInWords holds that page 1 says what is wrong with the whole pack, and of what is compared.
func TestPageOneTellsInWords(t *testing.T) {
	t.Parallel()
	_, words := template(t)
	now, was := register(rec("1", "a")), earlier(rec("1", "a"))
	now.AsAt = day(2023, time.August, 31)
	glance := reporttest.FrontOf(build(t, now, was), words)
	assert.Contains(t, glance.Warning, "Figures here are of a day outside the month of this pack. Figures here are of no later day than those they are compared with. ")
	assert.Contains(t, glance.Warning, "cells in the register need a look")

	now, was = register(rec("1", "a")), earlier(rec("1", "a"))
	was.Month = report.Month{Year: 2022, Month: 3}
	was.AsAt = was.Month.LastDay()
	pack := build(t, now, was)
	glance = reporttest.FrontOf(pack, words)
	assert.Contains(t, glance.Warning, "The comparison is with March 2022, not with the month before.")
	assert.Contains(t, glance.Lead[1], "Since March 2022: ")
	assert.Equal(t, "March 2022: 0", glance.Tiles[0].Change.Plain())
	assert.Contains(t, content.Of(pack, words, nil).Table("figure_changes").Empty.Plain(), "since March 2022")

	was.Month = report.Month{Year: 2022, Month: 12}
	now.Month = report.Month{Year: 2023, Month: 1}
	assert.Equal(t, "December: 0", reporttest.FrontOf(build(t, now, was), words).Tiles[0].Change.Plain(), "the month before, over the end of a year")
}

// TestCharactersOfAbout: what the paper cannot print as it stands on the About sheet is listed with its cell, as it is in the rows.
func TestCharactersOfAbout(t *testing.T) {
	t.Parallel()
	now := register(rec("1", "a"))
	now.About = report.About{Title: report.Text{"en": "Plain ✓", "cy": "中文"}, Board: report.Text{"en": "السجل"}, Contact: report.Text{"en": "a\uFFFDb"}, Version: "\uE000",
		At: map[string]report.Place{"title.cy": {Sheet: "About", Cell: "B2"}, "board": {Sheet: "About", Cell: "B3"}, "contact": {Sheet: "About", Cell: "B4"},
			"version": {Sheet: "About", Cell: "B5"}}}
	pack := build(t, now)
	assert.Equal(t, []string{"about-not-joined at B3", "about-damaged-character at B4"}, aboutCodes(pack), "nobody asks the fonts")
	history := report.NewHistory(drawing(t))
	pack, err := history.Build(now)
	require.NoError(t, err)
	assert.Equal(t, []string{"about-not-drawn at B2", "about-not-joined at B3", "about-damaged-character at B4", "about-not-drawn at B5"}, aboutCodes(pack))
}

// drawing are rules with fonts that have all characters but those of Chinese.
func drawing(t *testing.T) *report.Rules {
	rules, _ := template(t)
	own := *rules
	own.Draws = func(r rune) bool { return !unicode.Is(unicode.Han, r) }
	return &own
}
