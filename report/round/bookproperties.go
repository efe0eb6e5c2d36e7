package round

import (
	"time"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// titleHeight is how high the row of a title is, in points: it is cut off at the top in a row of the usual height.
const titleHeight = 21

// properties fills in what programs show of the file. A day of last change later than this one is that of an answer.
func (b *returnBook) properties() error {
	return setProperties(b.file, b.words.Say("round.return.title", "Owner", b.owner.shown()), b.words.Lang(), b.setting.Month)
}

// madeOn is the day that files of a round say they were made on: the first of its month, because nothing here knows the clock.
func madeOn(month report.Month) time.Time {
	return time.Date(month.Year, month.Month, 1, 0, 0, 0, 0, time.UTC)
}

func setProperties(f *excelize.File, title, lang string, month report.Month) error {
	stamp := madeOn(month).Format(time.RFC3339)
	keepAuthors := false // excelize asks Excel to take them out
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &keepAuthors}); err != nil {
		return err
	}
	return f.SetDocProps(&excelize.DocProperties{Title: title, Creator: "boardpack", LastModifiedBy: "boardpack", Created: stamp, Modified: stamp, Language: lang})
}
