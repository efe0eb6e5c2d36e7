package round

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/ooxml"
)

// receiptOf reads an owner's receipt.
func receiptOf(t testing.TB, s *Setting, owner string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.Dir, s.Month.String(), "results", "receipts", s.Month.String()+"-"+slugOf(owner)+".txt"))
	require.NoError(t, err)
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// TestReceiptsSpeakToOwners, in their language, of all that was not taken, and never of what the team has to do.
func TestReceiptsSpeakToOwners(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string][]string{
		"en": {"To: ann@example.org", "Dear Ann,", "- 1 (Custody), Progress since then: we have changed this ourselves since we asked you, and differently",
			"- 1 (Review), Not mine: belongs to: you say that it belongs to Estates; until we have settled that, it stays with you",
			"- 2 (Custody), Status: “Withdrawn” is for us to decide; we will come back to you", "- 1 (Review), New date: the date moves and there is no reason",
			"- 1 (Custody), Evidence: we have it and will enter it ourselves"},
		"cy": {"At: ann@example.org", "Annwyl Ann,", "Cynnydd ers hynny: rydym wedi newid hwn ein hunain ers gofyn i chi, ac yn wahanol",
			"rydych yn dweud ei fod yn perthyn i Estates; nes i ni setlo hynny, mae'n aros gyda chi", "ni sydd i benderfynu ar “Withdrawn”; byddwn yn cysylltu â chi",
			"mae gennym ef, a byddwn yn ei nodi ein hunain"},
	} {
		masters := twoMasters()
		masters["custody"] = strings.ReplaceAll(strings.ReplaceAll(masters["custody"], ",Evidence\n", "\n"), ",\n", "\n")
		s := settingOf(t, masters)
		contacts := []Contact{{Owner: "Head of Custody", Name: "Ann", Email: "ann@example.org", Language: lang}}
		ask(t, s, AskOptions{Contacts: contacts})
		open(t, s, "Head of Custody").fill("1", "", map[column]any{colStatus: "In progress", colProgress: "Nearly there", colEvidence: "Paper 7"}).
			fill("2", "", map[column]any{colStatus: "Withdrawn"}).saved("a.xlsx", october12())
		s = editMaster(t, s, "custody", ",Begun", ",Begun in May")
		o := open(t, s, "Head of Custody")
		row := o.row("1", "Review")
		for c, value := range map[column]any{colNotMine: "Estates", colNewDate: dates.NewDate(2024, 3, 31).Time()} {
			require.NoError(t, o.file.SetCellValue(o.tab, ooxml.CellName(o.column(c), row), value))
		}
		o.saved("b.xlsx", october12())
		collect(t, s, CollectOptions{Contacts: contacts})
		got := receiptOf(t, s, "Head of Custody")
		for _, text := range want {
			assert.Contains(t, got, text)
		}
		for _, teams := range []string{"waits for you", "--received", "yn aros amdanoch", "taenlen ers hynny", "your change", "«"} {
			assert.NotContains(t, got, teams)
		}
	}
}

// TestReceiptsOfDecisions: what the team kept in place of an answer is in the receipt, too.
func TestReceiptsOfDecisions(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	s = editMaster(t, s, "custody", ",Begun,", ",Nearly done,")
	filled(t, s).saved("a.xlsx", october26())
	collect(t, s, CollectOptions{Write: true})
	decide(t, s, "Keep the spreadsheet")
	s = editMaster(t, again(t, s), "custody", "2023-10-25", "2023-10-24")
	collect(t, s, CollectOptions{Write: true})
	got := receiptOf(t, s, "Head of Custody")
	assert.Contains(t, got, "Progress since then, Your update!J6: we have kept what our spreadsheet says")
	assert.Contains(t, got, "Completed on, Your update!M6: we took it and have changed it since")
}
