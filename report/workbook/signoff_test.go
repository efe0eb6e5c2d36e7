package workbook

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/portfolio"
)

// withoutSignOff is the sample's register under another name, as a master without a sign-off column gives it.
func withoutSignOff(month report.Month, name string) *report.Register {
	register := sampleRegister(month)
	register.Name, register.File, register.About.Title = name, name+".xlsx", report.Text{"en": "Review of " + name}
	register.Columns = slices.DeleteFunc(register.Columns, func(f report.Field) bool { return f == report.FieldSignOff })
	for i := range register.Recommendations {
		r := &register.Recommendations[i]
		r.SignOff = report.NoSignOff
		r.Text = report.Text{"en": name + ": " + r.Text["en"]}
	}
	register.Recommendations[6].Owner = "Custody Team" // has rows in this register alone
	return register
}

// mixedPortfolio is over one master that records sign-off, and one that does not.
func mixedPortfolio(t testing.TB, with *report.Pack) *report.Pack {
	_, template := testWords(t)
	register := withoutSignOff(with.Month, "custody")
	without, err := report.Build(register, []*report.Register{withoutSignOff(report.Month{Year: 2023, Month: time.August}, "custody")}, &template.Rules)
	require.NoError(t, err)
	all := portfolio.New(&template.Rules)
	all.Add(portfolio.PartOf("custody", without))
	all.Add(portfolio.PartOf("stalking", with))
	pack, err := all.Build(&report.Register{Name: "portfolio", Month: with.Month, About: report.About{Title: report.Text{"en": "All reviews", "cy": "Pob adolygiad"}}}, nil)
	require.NoError(t, err)
	return pack
}

// signOffPacks are packs of every kind: of a master with a sign-off column, of one without, a portfolio over both, and the part
// of each owner and each theme of the portfolio, which are of masters with, without, and both.
func signOffPacks(t testing.TB, with *report.Pack) map[string]*report.Pack {
	_, template := testWords(t)
	without, err := report.Build(withoutSignOff(with.Month, "custody"), nil, &template.Rules)
	require.NoError(t, err)
	whole := map[string]*report.Pack{"with": with, "without": without, "portfolio": mixedPortfolio(t, with)}
	pack := whole["portfolio"]
	for _, kind := range []report.GroupKind{report.OfOwners, report.OfThemes} {
		for i := range pack.Groups(kind) {
			group := &pack.Groups(kind)[i]
			if group.N(report.Total) > 0 {
				part, err := pack.Only(kind, group)
				require.NoError(t, err)
				whole[string(kind)+" "+group.ID] = part
			}
		}
	}
	return whole
}

// TestSignOffIsAskedOfEachRowsMaster: in a workbook over masters of both kinds the column says which rows have none, the formula
// passes over those, and the list of the column offers it.
func TestSignOffIsAskedOfEachRowsMaster(t *testing.T) {
	t.Parallel()
	with, words := samplePack(t)
	pack := mixedPortfolio(t, with)
	p := arranged(pack, words).page(idRecommendations)
	column, none := p.column(string(report.FieldSignOff)), words.Say("sign_off.none")
	for _, row := range p.table.Rows {
		assert.Equal(t, strings.HasPrefix(row.Key, "custody "), row.Cells[column].Text == none, row.Key)
	}
	standing := p.live(0, p.table.Columns[p.column("standing")])
	assert.Contains(t, standing, `IF(OR(Recommendations[[#This Row],[Sign-off]]="Agreed",Recommendations[[#This Row],[Sign-off]]="No sign-off column"),"Complete","Awaiting sign-off")`)
	assert.Contains(t, p.lists[string(report.FieldSignOff)].words, none)

	single := arranged(with, words).page(idRecommendations)
	assert.Contains(t, single.live(0, single.table.Columns[single.column("standing")]), `IF(Recommendations[[#This Row],[Sign-off]]="Agreed","Complete","Awaiting sign-off")`)
	assert.NotContains(t, single.lists[string(report.FieldSignOff)].words, none)
}

// TestPartsOfAPortfolioHaveTheSignOffOfTheirRows: an owner whose rows are all of the master without has no such column.
func TestPartsOfAPortfolioHaveTheSignOffOfTheirRows(t *testing.T) {
	t.Parallel()
	with, words := samplePack(t)
	pack := mixedPortfolio(t, with)
	for owner, some := range map[string]bool{"Custody Team": false, "Offender Management": true, "Head of People": true} {
		i := slices.IndexFunc(pack.Owners, func(g report.Group) bool { return g.Name["en"] == owner })
		require.GreaterOrEqual(t, i, 0, owner)
		part, err := pack.Only(report.OfOwners, &pack.Owners[i])
		require.NoError(t, err)
		p := arranged(part, words).page(idRecommendations)
		assert.Equal(t, some, p.column(string(report.FieldSignOff)) >= 0, owner)
	}
}

// TestPortfolioReadAsMaster takes the workbook of a portfolio as a master, in either language, and finds the same figures.
func TestPortfolioReadAsMaster(t *testing.T) {
	t.Parallel()
	_, template := testWords(t)
	with, _ := samplePack(t)
	pack := mixedPortfolio(t, with)
	for _, lang := range []string{"en", "cy"} {
		words, err := template.Words(lang)
		require.NoError(t, err)
		register, err := master.ReadBytes("portfolio.xlsx", written(t, pack, words), master.Options{Month: pack.Month, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		again, err := report.Build(register, nil, &template.Rules)
		require.NoError(t, err)
		for _, figure := range []report.Figure{report.Total, report.InScope, report.FigComplete, report.AwaitingSignOff, report.Outstanding} {
			assert.Equal(t, pack.All.N(figure), again.All.N(figure), "%s in %s", figure, lang)
		}
	}
}
