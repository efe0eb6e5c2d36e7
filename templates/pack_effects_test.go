package templates

import (
	"bytes"
	"image/color"
	"image/png"
	"testing"

	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/reporttest/pace"
)

// keyEffects gives, for each key of pack.yaml, a file that sets it and what follows from it.
func keyEffects() map[string]func(t *testing.T) {
	load := func(t *testing.T, content string) *Template {
		t.Helper()
		tpl, err := loadWith("pack.yaml", content)
		require.NoError(t, err)
		return tpl
	}
	return map[string]func(t *testing.T){
		"languages": func(t *testing.T) {
			assert.Equal(t, []string{"en"}, load(t, "languages: en").Languages)
		},
		"organisation": func(t *testing.T) {
			assert.Equal(t, report.Text{"en": "Anytown Council", "cy": "Cyngor Anytown"},
				load(t, "organisation: {en: Anytown Council, cy: Cyngor Anytown}").Rules.DefaultOrg)
		},
		"marking": func(t *testing.T) {
			assert.Equal(t, "OFFICIAL-SENSITIVE", load(t, "marking: OFFICIAL-SENSITIVE").Rules.Marking)
			assert.Equal(t, "", load(t, `marking: ""`).Rules.Marking)
		},
		"accent": func(t *testing.T) {
			assert.Equal(t, colour.Colour{R: 0x70, G: 0x11, B: 0x2a}, load(t, `accent: "#70112A"`).Accent)
		},
		"logo": func(t *testing.T) {
			assert.Nil(t, load(t, `logo: ""`).Logo)
			tpl, err := loadWith("pack.yaml", "logo: {file: arms.png, alt: {en: Arms, cy: Arfbais}}", "arms.png", picture(t, 30, 20))
			require.NoError(t, err)
			assert.Equal(t, report.Text{"en": "Arms", "cy": "Arfbais"}, tpl.Logo.Alt)
			assert.Equal(t, []int{30, 20}, []int{tpl.Logo.Width, tpl.Logo.Height})
			drawn, err := png.Decode(bytes.NewReader(tpl.Logo.PNG))
			require.NoError(t, err)
			assert.True(t, drawn.(interface{ Opaque() bool }).Opaque(), "on white")
			assert.Equal(t, color.RGBA{255, 255, 255, 255}, color.RGBAModel.Convert(drawn.At(0, 0)), "where nothing was drawn")
			assert.Equal(t, "arms.png", tpl.Files()[0].Name, "part of the template, for the manifest")
		},
		"fonts": func(t *testing.T) {
			assert.Empty(t, load(t, "fonts: []").Fonts)
			tpl, err := loadWith("pack.yaml", "fonts: [own.ttf]", "own.ttf", string(liberationsansregular.TTF))
			require.NoError(t, err)
			assert.Equal(t, []Font{{"own.ttf", liberationsansregular.TTF}}, tpl.Fonts)
			assert.Equal(t, "own.ttf", tpl.Files()[0].Name, "part of the template, for the manifest")
		},
		"file_name": func(t *testing.T) {
			assert.Equal(t, "{month} {register} ({lang})", load(t, `file_name: "{month} {register} ({lang})"`).FileName)
		},
		"sections": func(t *testing.T) {
			tpl := load(t, "sections: {pdf: [cover, glance, quality, themes], workbook: [summary, recommendations, notes, quality], html: [glance, cards, register]}")
			assert.Equal(t, Sections{PDF: []string{"glance", "data", "cards", "index"}, Workbook: []string{"summary", "recommendations", "notes", "quality"},
				HTML: []string{"glance", "cards", "register"}}, tpl.Sections)
			assert.Equal(t, shippedTemplate(t).Sections.Workbook, load(t, "sections: {pdf: [cover, glance, quality]}").Sections.Workbook, "left out, so as shipped")
		},
		"editions": func(t *testing.T) {
			assert.Equal(t, []content.Edition{content.ThePaper}, load(t, "").Editions)
			assert.Equal(t, []content.Edition{content.TheRecord}, load(t, "editions: record").Editions)
			assert.Equal(t, []content.Edition{content.ThePaper, content.TheRecord}, load(t, "editions: [paper, record]").Editions)
		},
		"outputs": func(t *testing.T) {
			tpl := load(t, "")
			assert.Equal(t, []string{"pdf", "xlsx", "html", "csv"}, tpl.Outputs)
			assert.False(t, tpl.Rules.NoPage)
			tpl = load(t, "outputs: [xlsx, pdf]")
			assert.Equal(t, []string{"xlsx", "pdf"}, tpl.Outputs)
			assert.True(t, tpl.Rules.NoPage)
		},
		"theme_separators": func(t *testing.T) {
			assert.Equal(t, []string{";", "\n", "|"}, load(t, "").Vocabulary.ThemeSeparators)
			assert.Equal(t, []string{"/", "\n"}, load(t, `theme_separators: ["/", New line]`).Vocabulary.ThemeSeparators)
			assert.Equal(t, []string{}, load(t, "theme_separators: []").Vocabulary.ThemeSeparators)
		},
		"percent_columns": func(t *testing.T) {
			assert.Equal(t, []string{"% repaired"}, load(t, `percent_columns: ["% repaired"]`).Vocabulary.Percents)
		},
		"percentages": func(t *testing.T) {
			assert.Equal(t, report.PercentStates{Complete: 95, NotStarted: 5}, load(t, "percentages: {complete_from: 95, not_started_to: 5}").Rules.PercentStates)
			assert.Equal(t, report.PercentStates{Complete: 100, NotStarted: 5}, load(t, "percentages: {not_started_to: 5}").Rules.PercentStates)
		},
		"sign_off_policy": func(t *testing.T) {
			assert.Equal(t, report.SignOffIgnored, load(t, "sign_off_policy: ignore").Rules.SignOff)
			assert.Equal(t, report.SignOffRequired, load(t, "sign_off_policy: required").Rules.SignOff)
		},
		"priorities": func(t *testing.T) {
			assert.Equal(t, []string{"High", "2"}, load(t, "priorities: [High, 2]").Rules.Priorities)
			assert.Empty(t, load(t, "priorities: []").Rules.Priorities)
		},
		"due_soon_days": func(t *testing.T) {
			assert.Equal(t, 0, load(t, "due_soon_days: 0").Rules.DueSoonDays)
			assert.Equal(t, 3650, load(t, "due_soon_days: 3650").Rules.DueSoonDays)
		},
		"overdue_by": func(t *testing.T) {
			assert.Equal(t, report.ByDue, load(t, "overdue_by: due").Rules.OverdueBy)
			assert.Equal(t, report.ByOriginalDue, load(t, "overdue_by: original_due").Rules.OverdueBy)
		},
		"portfolio": func(t *testing.T) {
			assert.False(t, load(t, "portfolio: no").Portfolio)
			assert.True(t, load(t, "portfolio: yes").Portfolio)
		},
		"progress_note": func(t *testing.T) {
			assert.False(t, load(t, "progress_note: replace").AddNotes)
			assert.True(t, load(t, "progress_note: add").AddNotes)
		},
		"attach_figures": func(t *testing.T) {
			assert.False(t, load(t, "attach_figures: yes").Unattached)
			assert.True(t, load(t, "attach_figures: no").Unattached)
		},
		"same_ref": func(t *testing.T) {
			assert.Equal(t, report.SameRefActions, load(t, "same_ref: actions").Rules.SameRef)
			assert.Equal(t, report.SameRefSeparate, load(t, "same_ref: separate").Rules.SameRef)
		},
		"several_themes": func(t *testing.T) {
			assert.False(t, load(t, "several_themes: first").Rules.EachTheme)
			assert.True(t, load(t, "several_themes: each").Rules.EachTheme)
		},
		"financial_year_end": func(t *testing.T) {
			assert.Equal(t, dates.NewDate(0, 7, 31), load(t, "financial_year_end: 31 July").Rules.FinancialYearEnd)
		},
		"unconfirmed": func(t *testing.T) {
			tpl := load(t, "unconfirmed:\n  - { what: the status Parked, where: D5, as: in progress }\n  - what: 7")
			assert.Equal(t, []report.Guess{{What: "the status Parked", Where: "D5", As: "in progress"}, {What: "7"}}, tpl.Rules.Unconfirmed)
			require.Error(t, tpl.Unconfirmed)
			assert.EqualError(t, tpl.Unconfirmed, "pack.yaml, line 2, column 3: 2 things in it were guessed and are not confirmed, so every pack is a draft: "+
				"check each entry under unconfirmed, correct the template where the guess is wrong, then delete the entry")
			assert.ErrorContains(t, load(t, "unconfirmed: [{what: x}]").Unconfirmed, "1 thing in it was guessed and is not confirmed")
			for _, none := range []string{"unconfirmed: []", "unconfirmed:", "unconfirmed:\n  # - { what: x }\nmarking: M"} {
				assert.Empty(t, load(t, none).Rules.Unconfirmed, none)
				assert.Nil(t, load(t, none).Unconfirmed, none)
			}
		},
		"time_zone": func(t *testing.T) {
			assert.Equal(t, "Europe/Dublin", load(t, "time_zone: Europe/Dublin").Rules.TimeZone.String())
			assert.Equal(t, "Europe/London", load(t, "").Rules.TimeZone.String())
		},
		"themes": func(t *testing.T) {
			for content, line := range map[string]int{"themes: []": 1, "marking: M\nthemes:": 2, "# none\nthemes:\n  # - id: x\nmarking: M": 2} {
				none := load(t, content)
				assert.Empty(t, none.Rules.Themes, content)
				assert.Empty(t, none.Vocabulary.Themes, content)
				require.NotNil(t, none.NoThemes, content)
				assert.Equal(t, line, none.NoThemes.Line, content)
				assert.ErrorContains(t, none.NoThemes, "themes is empty, so no pack is made: write your themes there")
			}
			assert.Nil(t, load(t, oneTheme).NoThemes)
			tpl := load(t, oneTheme)
			assert.Equal(t, []report.Theme{{ID: "roads", Name: report.Text{"en": "Roads", "cy": "Ffyrdd"}}}, tpl.Rules.Themes)
			assert.Equal(t, map[string][]string{"roads": {"Roads", "Ffyrdd", "Potholes", "Highways"}}, tpl.Vocabulary.Themes)
			assert.Equal(t, "#70112A", load(t, oneTheme+"    colour: \"#70112a\"").Rules.Themes[0].Colour)
		},
		"states": func(t *testing.T) {
			assert.Equal(t, map[report.State][]string{report.Complete: {"Shipped"}, report.NotStarted: {"Idle", "1"}},
				load(t, "states: {complete: Shipped, not_started: [Idle, 1]}").Vocabulary.States)
		},
		"sign_off": func(t *testing.T) {
			words := load(t, "sign_off: {agreed: [Aye], not_asked: [Nay]}").Vocabulary.SignOffs
			delete(words, report.NoSignOff) // what packs print
			assert.Equal(t, map[report.SignOff][]string{report.Agreed: {"Aye"}, report.NotAsked: {"Nay"}}, words)
		},
		"scope": func(t *testing.T) {
			assert.Equal(t, map[report.Scope][]string{report.External: {"Theirs"}}, load(t, "scope: {external: [Theirs]}").Vocabulary.Scopes)
			assert.Equal(t, map[report.Scope][]string{report.Force: {"Trust", "Llu"}}, load(t, "scope: {force: Llu, organisation: Trust}").Vocabulary.Scopes)
		},
		"yes": func(t *testing.T) {
			assert.Equal(t, []string{"Aye", "True", "1"}, load(t, "yes: [Aye, True, 1]").Vocabulary.Yes[:3])
		},
		"no": func(t *testing.T) {
			assert.Equal(t, "Nay", load(t, "no: Nay").Vocabulary.No[0])
			assert.NotContains(t, load(t, "no: Nay").Vocabulary.No, "False")
		},
		"sheets": func(t *testing.T) {
			assert.Equal(t, []string{"Log", "Actions"}, load(t, "sheets: [Log, Actions]").Vocabulary.Sheets)
		},
		"columns": func(t *testing.T) {
			assert.Equal(t, map[report.Field][]string{"ref": {"Nr"}, "theme": {"Area"}, "recommendation": {"What"}, "status": {"How"}},
				load(t, "columns: {ref: Nr, theme: Area, recommendation: What, status: How}").Vocabulary.Columns)
		},
		"shipped": func(t *testing.T) {
			assert.Equal(t, 7, load(t, "shipped: 7").pack(packName).version())
			assert.Equal(t, firstVersion, load(t, "portfolio: no").pack(packName).version(), "the key is younger than the first version")
		},
		"ignored": func(t *testing.T) {
			assert.Subset(t, load(t, "ignored: [Private note, Cost]").Vocabulary.Ignored, []string{"Private note", "Cost"})
		},
		"kept": func(t *testing.T) {
			assert.Subset(t, load(t, "kept: [Board date, Cost]").Vocabulary.Kept, []string{"Board date", "Cost"})
		},
		"about": func(t *testing.T) {
			about := load(t, "about: {title: Name, title.cy: Enw}").Vocabulary.About
			assert.Equal(t, []string{"Name", "Teitl", "Title"}, about["title"], "with what the covers of packs say")
			assert.Equal(t, []string{"Enw", "Teitl (Cymraeg)", "Title (Welsh)"}, about["title.cy"])
			assert.NotContains(t, about["issuer"], "Issued by", "as shipped, and not here")
		},
		"ratings": func(t *testing.T) {
			rules := load(t, `
languages: en
ratings:
  recommendation:
    - {rating: red, when: no_response, say: {en: Red without a response.}}
  group:
    - {rating: amber, when: no_response * 2 > total, say: {en: Amber when most lack a response.}}
    - {rating: green, when: "true", say: {en: Green otherwise.}}
`).Rules
			require.Len(t, rules.PositionRatings, 1)
			require.Len(t, rules.GroupRatings, 2)
			assert.Equal(t, report.Red, rules.PositionRatings[0].Rating)
			assert.Equal(t, "no_response * 2 > total", rules.GroupRatings[0].When)
			assert.Equal(t, report.Text{"en": "Green otherwise."}, rules.GroupRatings[1].Sentence)
			assert.Equal(t, report.Amber, rated(t, rules.GroupRatings, figures{report.Total: 3, report.NoResponse: 2}))
			assert.Equal(t, report.Green, rated(t, rules.GroupRatings, figures{report.Total: 4, report.NoResponse: 2}))
		},
	}
}

func TestEachKeyHasAnEffect(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	effects := keyEffects()
	for _, s := range sections() {
		if assert.Contains(t, effects, s.key, "a key needs a test of its effect") {
			t.Run(s.key, effects[s.key])
		}
	}
}
