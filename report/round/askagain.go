package round

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"boardpack/report/disk"
)

// errChanged tells that what would be asked is not what was asked before.
var errChanged = errors.New("the owners were asked already")

// changed refuses to ask something else of those who were asked, unless the caller says so. What is asked of owners who were not asked
// before, and other languages and addresses, may change.
func changed(before, r *Round, o AskOptions) error {
	if before == nil || before.Code == r.Code || o.Again {
		return nil
	}
	what := changes(before, r, len(o.Owners) > 0)
	if len(what) == 0 {
		return nil
	}
	return fmt.Errorf("%w for %s, and since then this has changed: %s. To ask again, add --again; answers to what was asked before still count",
		errChanged, before.Month, strings.Join(what, "; "))
}

// changes names what differs between two rounds: the day, and rows by their refs. With more, rows that are new are no change.
func changes(before, r *Round, more bool) []string {
	var what, other, gone, added []string
	if before.ReplyBy != r.ReplyBy {
		what = append(what, fmt.Sprintf("the day to answer, from %s to %s", before.ReplyBy, r.ReplyBy))
	}
	was := map[string]string{}
	for i := range before.Rows {
		was[before.Rows[i].Code] = rowMark(&before.Rows[i])
	}
	now := map[string]bool{}
	for i := range r.Rows {
		row := &r.Rows[i]
		now[row.Code] = true
		switch mark, asked := was[row.Code]; {
		case !asked && !more:
			added = append(added, row.Register+" "+row.Ref)
		case asked && mark != rowMark(row):
			other = append(other, row.Register+" "+row.Ref)
		}
	}
	for i := range before.Rows {
		if row := &before.Rows[i]; !now[row.Code] {
			gone = append(gone, row.Register+" "+row.Ref)
		}
	}
	for _, part := range []struct {
		text string
		refs []string
	}{{"what the spreadsheets say of %s", other}, {"%s would be asked about, too", added}, {"%s would not be asked about any more", gone}} {
		if len(part.refs) > 0 {
			what = append(what, fmt.Sprintf(part.text, strings.Join(part.refs, ", ")))
		}
	}
	return what
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
