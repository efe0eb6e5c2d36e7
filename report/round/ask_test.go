package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/dates"
	"boardpack/report/excelrules"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/reporttest"
)

// october is the month of the tests' rounds.
func october() report.Month { return report.Month{Year: 2023, Month: 10} }

const heading = "Ref,Theme,Recommendation,Response,Owner,Scope,Status,Due,Reason for change,Completed,Updated,Progress note,Evidence\n"

// settingOf makes the setting of masters in CSV, by name.
func settingOf(t testing.TB, masters map[string]string) *Setting {
	t.Helper()
	tpl := reporttest.Shipped(t)
	s := &Setting{Dir: filepath.Join(t.TempDir(), "rounds"), Month: october(), Vocabulary: &tpl.Vocabulary, Rules: &tpl.Rules, Accent: colour.DefaultAccent()}
	for _, lang := range tpl.Languages {
		w, err := tpl.Words(lang)
		require.NoError(t, err)
		s.Words = append(s.Words, w)
	}
	dir := t.TempDir()
	for name, text := range masters {
		path := filepath.Join(dir, name+".csv")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		s.Masters = append(s.Masters, masterAt(t, s, path))
	}
	return s
}

// masterAt works out a master.
func masterAt(t testing.TB, s *Setting, path string) Master {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	register, err := master.ReadBytes(path, data, master.Options{Month: s.Month, Vocabulary: s.Vocabulary, Rules: s.Rules})
	require.NoError(t, err)
	pack, err := report.Build(register, nil, s.Rules)
	require.NoError(t, err)
	return Master{Path: path, Data: data, SHA256: plainfile.Sum(data), Pack: pack}
}

func twoMasters() map[string]string {
	return map[string]string{
		"custody": heading +
			"1,Data,Record every check,We will,Head of Custody,Force,In progress,2023-11-30,,,2023-09-20,Begun,\n" +
			"2,Data,Record every visit,We will,Head of Custody; Estates,Force,Not started,,,,,,\n" +
			"3,Data,Record every call,We will,,Force,In progress,,,,,,\n" +
			"4,Data,Ask the court,Not for us,Courts,External,In progress,,,,,,\n" +
			"5,Data,Count the keys,We will,Estates,Force,Complete,,,2023-08-01,,,\n",
		"review": heading +
			"1,Training,Train every sergeant,Yes,Head of Custody,Force,In progress,,,,,,\n" +
			"2,Training,Train every constable,Yes,Learning and Development,Force,Underway,,,,,,\n" +
			"2,Training,Train every constable,Yes: in the east,Estates,Force,Complete,,,2023-09-01,,,\n" +
			"2,Training,Train every constable,Yes: in the west,Estates,Force,In progress,,,,,,\n",
	}
}

func replyBy() report.Date { return dates.NewDate(2023, 10, 20) }

func ask(t testing.TB, s *Setting, o AskOptions) *AskResult {
	t.Helper()
	if o.ReplyBy.IsZero() {
		o.ReplyBy = replyBy()
	}
	out, err := Ask(s, o)
	require.NoError(t, err)
	return out
}

func TestWhoIsAskedWhat(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	out := ask(t, s, AskOptions{})
	got := map[string][]string{}
	for _, o := range out.Round.Owners {
		for _, r := range out.Round.rowsOf(o.Name) {
			got[o.Name] = append(got[o.Name], r.Register+" "+r.Ref)
		}
	}
	assert.Equal(t, map[string][]string{
		"Head of Custody":          {"custody 1", "custody 2", "review 1"},
		"Estates":                  {"custody 2", "review 2 (3)"},
		"Learning and Development": {"review 2 (1)"},
	}, got, "of a recommendation with several actions each owner has their own, and the word and is part of a name")
	assert.Equal(t, []NotAsked{{"custody", "3", "A4", noOwner}, {"custody", "4", "A5", external}}, out.NotAsked)
	assert.Equal(t, []string{"Estates", "Head of Custody", "Learning and Development"}, out.NoContact)
	codes := map[string]bool{}
	for _, r := range out.Round.Rows {
		codes[r.Code] = true
		assert.Len(t, r.Code, 8)
	}
	assert.Len(t, codes, len(out.Round.Rows))
}

func TestAlsoAsked(t *testing.T) {
	t.Parallel()
	masters := twoMasters()
	masters["custody"] = strings.Replace(masters["custody"], "Complete,,,2023-08-01", "Complete,,,", 1)
	s := settingOf(t, masters)
	assert.Len(t, ask(t, s, AskOptions{}).Round.Rows, 5)
	s = settingOf(t, masters)
	assert.Len(t, ask(t, s, AskOptions{Also: []Also{alsoCompleteWithoutDate}}).Round.Rows, 6)
}

// TestAskedTwice: the same masters give the same bytes; others are refused unless the caller says again, and what was asked is kept.
func TestAskedTwice(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	first := ask(t, s, AskOptions{Drafts: true})
	before := contents(t, s.Dir)
	ask(t, s, AskOptions{Drafts: true})
	assert.Equal(t, before, contents(t, s.Dir))

	masters := twoMasters()
	masters["custody"] = strings.Replace(masters["custody"], "Begun", "Under way", 1)
	other := settingOf(t, masters)
	other.Dir = s.Dir
	_, err := Ask(other, AskOptions{ReplyBy: replyBy()})
	assert.ErrorIs(t, err, errChanged)
	assert.EqualError(t, err, "the owners were asked already for 2023-10, and since then this has changed: what the spreadsheets say of custody 1. To ask again, add --again; answers to what was asked before still count")
	_, err = Ask(s, AskOptions{ReplyBy: october26()})
	assert.ErrorContains(t, err, "this has changed: the day to answer, from 2023-10-20 to 2023-10-26. To")
	assert.Equal(t, before, contents(t, s.Dir))
	again := ask(t, other, AskOptions{Again: true})
	assert.NotEqual(t, first.Round.Code, again.Round.Code)
	earlier, err := folder{s.Dir, s.Month}.earlierAsked()
	require.NoError(t, err)
	require.Len(t, earlier, 1)
	assert.Equal(t, first.Round, earlier[0])
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out[path] = string(data)
		return err
	}))
	return out
}

// TestReturnsKeepExcelsRules, in each language.
func TestReturnsKeepExcelsRules(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	out := ask(t, s, AskOptions{Contacts: []Contact{{Owner: "estates", Name: "Ann", Email: "ann@example.org", Language: "cy"}}})
	assert.Equal(t, []string{"Head of Custody", "Learning and Development"}, out.NoContact)
	for _, path := range out.Files {
		if !strings.HasSuffix(path, ".xlsx") {
			continue
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		broken, err := excelrules.Broken(path, data)
		require.NoError(t, err)
		assert.Empty(t, broken, path)
	}
	data, err := os.ReadFile(filepath.Join(s.Dir, "2023-10", "to-send", "2023-10-estates.txt"))
	require.NoError(t, err)
	assert.Contains(t, string(data), "At: ann@example.org\r\n")
	assert.Contains(t, string(data), "Annwyl Ann,")
	assert.NotContains(t, string(data), "Record every visit", "mails name refs and never what they say")
}

// TestReturnHoldsNothingOfOthers: given cells only of the owner's rows, answers empty, and the lists in place.
func TestReturnHoldsNothingOfOthers(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	out := ask(t, s, AskOptions{})
	f, err := excelize.OpenFile(filepath.Join(s.Dir, "2023-10", "to-send", "2023-10-head-of-custody.xlsx"))
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows("Your update")
	require.NoError(t, err)
	require.Len(t, rows, headRow+3)
	assert.Equal(t, "Update on recommendations: Head of Custody", rows[0][0])
	assert.Equal(t, "Round 2023-10 · "+out.Round.Code+" · please leave this line", rows[2][0])
	assert.Equal(t, []string{"1", "Custody", "Record every check", "We will", "In progress", "30 Nov 2023", "20 Sep 2023: Begun"}, slicesWithout(rows[headRow], 1)[:7])
	assert.Equal(t, "Not started\nJoint with Estates", rows[headRow+1][5])
	for _, row := range rows[headRow:] {
		for i := len(givenColumns()); i < len(row); i++ {
			assert.Empty(t, row[i], "answers start empty")
		}
	}
	rules, err := f.GetDataValidations("Your update")
	require.NoError(t, err)
	assert.Len(t, rules, 4)
	visible, err := f.GetSheetVisible("Lists")
	require.NoError(t, err)
	assert.False(t, visible)
}

func slicesWithout(row []string, i int) []string {
	return append(append([]string{}, row[:i]...), row[i+1:]...)
}

// TestSentOnIsKept: what the team wrote in the list of who was asked stays when it is written again.
func TestSentOnIsKept(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	path := filepath.Join(s.Dir, "2023-10", "to-send", "asked.xlsx")
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	require.NoError(t, f.SetCellValue("Asked", "G4", "3 October"))
	require.NoError(t, f.Save())
	ask(t, s, AskOptions{Owners: []string{"Head of Custody"}})
	f, err = excelize.OpenFile(path)
	require.NoError(t, err)
	sent, err := f.GetCellValue("Asked", "G4")
	require.NoError(t, err)
	assert.Equal(t, "3 October", sent)
}

func TestOnlySomeOwners(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	out := ask(t, s, AskOptions{Owners: []string{"estates"}})
	assert.Len(t, out.Round.Rows, 2)
	out = ask(t, s, AskOptions{Owners: []string{"Learning and Development"}})
	assert.Len(t, out.Round.Rows, 3, "who was asked before stays asked")
	_, err := Ask(s, AskOptions{ReplyBy: replyBy(), Owners: []string{"Nobody"}})
	assert.EqualError(t, err, `"Nobody" owns no open recommendation of this month; the owners are Estates, Head of Custody, Learning and Development`)
}

// TestAskedAgainWithContacts: who reads Welsh, or a cell that nobody was asked about, may be put right after the owners were asked.
func TestAskedAgainWithContacts(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	first := ask(t, s, AskOptions{})
	out := ask(t, s, AskOptions{Contacts: []Contact{{Owner: "Estates", Language: "cy"}}})
	assert.Equal(t, "cy", out.Round.owner("Estates").Language)
	s = editMaster(t, s, "custody", "Count the keys", "Count all keys")
	ask(t, s, AskOptions{Contacts: []Contact{{Owner: "Estates", Language: "cy"}}})
	earlier, err := (folder{s.Dir, s.Month}).earlierAsked()
	require.NoError(t, err)
	require.Len(t, earlier, 2)
	assert.Equal(t, first.Round.Code, earlier[1].Code, "answers to it still count")
	s = editMaster(t, s, "custody", "Begun", "Under way")
	_, err = Ask(s, AskOptions{ReplyBy: replyBy()})
	assert.ErrorIs(t, err, errChanged)
}

func TestContacts(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "contacts.csv")
	for name, text := range map[string]string{
		"commas":     "Owner,Name,E-mail,Copy to,Language\nEstates,Ann,ann@example.org,,Welsh\n,,,,\n",
		"semicolons": "\ufeffowner;language;email;name\r\nEstates;Cymraeg;ann@example.org;Ann\r\n",
		"dashes":     "Owner,Name,E-mail,Copy to,Language\nEstates,Ann,ann@example.org,-,Welsh\n–,,,,\n",
		"a title":    "Who is who\n\nPerchennog,Enw,E-bost,Copi i,Iaith\nEstates,Ann,ann@example.org,,cy\n",
	} {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		got, there, err := ReadContacts(path)
		require.NoError(t, err, name)
		assert.True(t, there)
		assert.Equal(t, []Contact{{"Estates", "Ann", "ann@example.org", "", "cy"}}, got, name)
	}
	require.NoError(t, os.WriteFile(path, []byte("Who,Where\nEstates,here\n"), 0o644))
	_, _, err := ReadContacts(path)
	assert.ErrorContains(t, err, "has no row of headings with Owner and E-mail")
	_, there, err := ReadContacts(path + "x")
	assert.NoError(t, err)
	assert.False(t, there)
}

func TestSlugs(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Head of Custody": "head-of-custody", "Tŷ'r Cyngor / A&E": "tyr-cyngor-a-e", "  ": "owner-", strings.Repeat("a", 90): strings.Repeat("a", 60)} {
		assert.True(t, strings.HasPrefix(slugOf(name), want), slugOf(name))
	}
}

func mustRead(t testing.TB, s *Setting, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.Dir, s.Month.String(), filepath.FromSlash(path)))
	require.NoError(t, err)
	return data
}
