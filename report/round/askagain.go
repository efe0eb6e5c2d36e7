package round

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"boardpack/report/disk"
)

// ErrChanged tells that what would be asked is not what was asked before.
var ErrChanged = errors.New("the owners were asked already")

// changed refuses to ask something else of those who were asked, unless the caller says so.
func changed(before, r *Round, o AskOptions) error {
	if before == nil || before.Code == r.Code || o.Again {
		return nil
	}
	was := map[string]string{}
	for i := range before.Rows {
		was[before.Rows[i].Code] = rowMark(&before.Rows[i])
	}
	same := before.ReplyBy == r.ReplyBy
	now := map[string]bool{}
	for i := range r.Rows {
		now[r.Rows[i].Code] = true
		if mark, asked := was[r.Rows[i].Code]; asked && mark != rowMark(&r.Rows[i]) {
			same = false
		}
	}
	for code := range was {
		same = same && now[code]
	}
	if same && len(o.Owners) > 0 { // more owners are asked, and the same of the others
		return nil
	}
	return fmt.Errorf("%w for %s, and the spreadsheets or the day have changed since: to ask again, add --again; answers to what was asked before still count", ErrChanged, before.Month)
}

func rowMark(r *Row) string {
	texts := []string{r.Ref, r.Text, strings.Join(r.Owners, ";")}
	for _, f := range askedFields() {
		texts = append(texts, r.Asked[f])
	}
	return mark(texts...)
}

// keepEarlier keeps what was asked before: answers to it still count.
func (f folder) keepEarlier(before *Round) error {
	data, err := marshal(before)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		path := filepath.Join(f.path(), "earlier", fmt.Sprintf("round-%d.json", n))
		there, err := readRound(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return written(path, disk.Write(path, data))
		case err == nil && there.Code == before.Code:
			return nil
		}
	}
}
