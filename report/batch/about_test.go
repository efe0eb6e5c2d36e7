package batch

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
)

// TestAboutThatWasNotBroughtUpToDate builds packs from masters whose About sheet is last month's, and holds what page 1 says: the
// proof of each PDF looks for the sentences.
func TestAboutThatWasNotBroughtUpToDate(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	m := rows("1:the first", "2:the second")
	cases := []struct {
		name        string
		about       []string
		files       map[string]string // in addition to m.xlsx of September
		want        []string
		says, welsh string // at the head of page 1
	}{
		{"last month's As at", []string{"As at", "31/08/2023"}, map[string]string{"2023-08/m.csv": m},
			[]string{"as-at-outside-month at m.xlsx: About!B1", "as-at-not-after at m.xlsx: About!B1"},
			"Figures here are of a day outside the month of this pack. Figures here are of no later day than those they are compared with. 2 cells",
			"Mae'r ffigurau ar gyfer diwrnod y tu allan i fis y pecyn hwn. Nid yw diwrnod y ffigurau"},
		{"an As at in Welsh", []string{"Fel ar", "5 Hydref 2023"}, nil,
			[]string{"as-at-outside-month at m.xlsx: About!B1"}, "Figures here are of a day outside", "Mae'r ffigurau ar gyfer diwrnod y tu allan"},
		{"last month's meeting", []string{"Title", "A review", "Meeting date", "12/09/2023"}, map[string]string{"2023-08/m.csv": m},
			[]string{"meeting-before-as-at at m.xlsx: About!B2"}, "The meeting date is before the day of the figures. 1 cell", "Mae dyddiad y cyfarfod cyn diwrnod y ffigurau."},
		{"last month's title", []string{"Title", "Position at 31 August 2023"}, map[string]string{"2023-08/m.xlsx": xlsx(t, m, "Title", "Position at 31 August 2023")},
			[]string{"title-of-earlier-month at m.xlsx: About!B1"}, "The title gives an earlier month. 1 cell", "Mae'r teitl yn rhoi mis cynharach."},
		{"last month's title in Welsh", []string{"Title", "A review", "Teitl (Cymraeg)", "Adolygiad: Awst 2023"}, nil,
			[]string{"title-of-earlier-month at m.xlsx: About!B2"}, "The title gives an earlier month.", "Mae'r teitl yn rhoi mis cynharach."},
		{"a gap", nil, map[string]string{"2022-03/m.csv": m},
			[]string{"months-missing at m.xlsx"}, "The comparison is with March 2022, not with the month before. 1 cell", "Cymherir â mis Mawrth 2022, nid â'r mis blaenorol."},
		{"all as it should be", []string{"As at", "30/09/2023", "Meeting date", "12/10/2023", "Title", "Position at 30 September 2023"}, map[string]string{"2023-08/m.csv": m}, nil, "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{"2023-09/m.xlsx": xlsx(t, m, c.about...)}
			for name, data := range c.files {
				files[name] = data
			}
			o := madeOf(t, files)
			alsoInWelsh(t, o)
			built, pack := theOne(t, o)
			assert.Equal(t, c.want, codes(built.Problems, append(report.PageOneCodes(), "months-missing")...))
			english, welsh := reporttest.FrontOf(pack, o.Words[0]).Warning, reporttest.FrontOf(pack, o.Words[1]).Warning
			assert.Truef(t, len(english) >= len(c.says) && english[:len(c.says)] == c.says, "page 1 says %q", english)
			assert.Contains(t, welsh, c.welsh)
		})
	}
}

// TestLongGapsAreListedShort holds that a gap of years does not fill the page.
func TestLongGapsAreListedShort(t *testing.T) {
	t.Parallel()
	month := report.Month{Year: 2022, Month: 3}
	assert.Equal(t, "2022-04, 2022-05", listed(between(month, report.Month{Year: 2022, Month: 6})))
	assert.Equal(t, "2022-04, 2022-05, 2022-06, 2022-07, 2022-08, 2022-09", listed(between(month, report.Month{Year: 2022, Month: 10})))
	assert.Equal(t, "2022-04 … 2022-10", listed(between(month, report.Month{Year: 2022, Month: 11})))
}
