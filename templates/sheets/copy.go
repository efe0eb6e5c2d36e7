package sheets

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/templates"
)

// Copied is a copy of a master with sheets of settings.
type Copied struct {
	Data  []byte
	Added []string // names of the sheets that it has and the master had not
}

// errAll tells that a master has all sheets of settings already.
var errAll = errors.New("it has the sheets Themes, Status words and Settings already")

// Copy makes a copy of a master that has sheets of settings too, filled in with what the template has. The master is not touched: a whole
// sheet cannot be put into a file in the way in which single cells are, with every other byte as it was, so that a person looks the copy
// over before it takes the master's place. The copy is read back, and refused where it does not say the same as the master.
func Copy(name string, data []byte, t *templates.Template, limits master.Limits) (*Copied, error) {
	base := filepath.Base(name)
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm":
	default:
		return nil, fmt.Errorf("%s: only an Excel workbook can have sheets of settings: save it as “Excel Workbook (*.xlsx)” first", base)
	}
	options := master.Options{Month: report.Month{Year: 2000, Month: 1}, Vocabulary: &t.Vocabulary, Rules: &t.Rules, Limits: limits}
	before, err := master.ReadBytes(name, data, options)
	if err != nil {
		return nil, err
	}
	grids, err := master.SettingsGrids(name, data, options)
	if err != nil {
		return nil, err
	}
	out := &Copied{}
	if err := out.make(data, t, before, grids); err != nil {
		if errors.Is(err, errAll) {
			return nil, fmt.Errorf("%s: %w", base, err)
		}
		return nil, fmt.Errorf("%s: no copy was made: %w", base, err)
	}
	after, err := master.ReadBytes(name, out.Data, options)
	if err != nil {
		return nil, fmt.Errorf("%s: no copy was made, because it could not be read back: %w", base, err)
	}
	if !reflect.DeepEqual(before.Recommendations, after.Recommendations) || !reflect.DeepEqual(before.About, after.About) {
		return nil, fmt.Errorf("%s: no copy was made, because it would not say the same as the spreadsheet: copy the sheets from blank-master.xlsx by hand", base)
	}
	return out, nil
}

// make makes the copy. What goes wrong inside the library is an error like any other.
func (c *Copied) make(data []byte, t *templates.Template, register *report.Register, grids []master.SettingsGrid) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the file has something that boardpack does not understand")
		}
	}()
	words, err := t.Words(t.Languages[0])
	if err != nil {
		return err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return errors.New("the file has something that boardpack does not understand")
	}
	defer f.Close()
	w := &Writer{File: f, Template: t, Words: words}
	missing, err := w.missing(grids)
	if err != nil {
		return err
	}
	active := f.GetActiveSheetIndex()
	if err := w.prepare(words.Say("start.sheet.lists")); err != nil {
		return err
	}
	for _, is := range missing {
		if err := w.Write(is); err != nil {
			return err
		}
		if err := w.print(w.Name(is)); err != nil {
			return err
		}
		c.Added = append(c.Added, w.Name(is))
	}
	if err := c.choices(w, register, missing); err != nil {
		return err
	}
	f.SetActiveSheet(active)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return err
	}
	c.Data = out.Bytes()
	return nil
}

// missing lists the sheets that a workbook lacks. One that has another sheet of such a name is refused.
func (w *Writer) missing(grids []master.SettingsGrid) ([]report.SettingsSheet, error) {
	var out []report.SettingsSheet
	for _, is := range report.SettingsSheets() {
		if slices.ContainsFunc(grids, func(g master.SettingsGrid) bool { return g.Is == is }) {
			continue
		}
		for _, tab := range w.File.GetSheetList() {
			if fold.Word(tab) == fold.Word(w.Name(is)) {
				return nil, fmt.Errorf("it already has another sheet %s: rename that sheet, and try again", tab)
			}
		}
		out = append(out, is)
	}
	if len(out) == 0 {
		return nil, errAll
	}
	return out, nil
}

// prepare makes the styles, and the hidden sheet with the words of the drop-down lists.
func (w *Writer) prepare(lists string) error {
	top := &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true}
	const asText = 49 // the format "@": Excel keeps what was typed
	head := &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 11, Bold: true, Color: "1F2933"}, Alignment: top,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E9EC"}}}
	text := &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 11}, Alignment: top, NumFmt: asText}
	var err error
	if w.Head, err = w.File.NewStyle(head); err != nil {
		return err
	}
	if w.Text, err = w.File.NewStyle(text); err != nil {
		return err
	}
	tab := lists
	for n := 2; slices.Contains(w.File.GetSheetList(), tab); n++ {
		tab = fmt.Sprintf("%s %d", lists, n)
	}
	if _, err := w.File.NewSheet(tab); err != nil {
		return err
	}
	places := map[string]string{}
	for i, list := range Lists(w.Template) {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		for n, word := range append([]string{list.Heading}, list.Words...) {
			if err := w.put(tab, fmt.Sprintf("%s%d", letter, n+1), word, w.Text); err != nil {
				return err
			}
		}
		places[list.ID] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", strings.ReplaceAll(tab, "'", "''"), letter, letter, len(list.Words)+1)
	}
	w.List = func(id string) string { return places[id] }
	return w.File.SetSheetVisible(tab, false)
}

// print turns a sheet on its side and fits its columns on one page.
func (w *Writer) print(tab string) error {
	on, landscape, wide, high, a4 := true, "landscape", 1, 0, 9
	if err := w.File.SetSheetProps(tab, &excelize.SheetPropsOptions{FitToPage: &on}); err != nil {
		return err
	}
	return w.File.SetPageLayout(tab, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high})
}

// choices gives the Theme and the Status column of each sheet with recommendations the list of a sheet that is new. What was listed there
// gives way.
func (c *Copied) choices(w *Writer, register *report.Register, missing []report.SettingsSheet) error {
	const more = 200 // rows below the last, for recommendations to come
	for _, l := range []struct {
		field report.Field
		sheet report.SettingsSheet
	}{{report.FieldTheme, report.ThemesSheet}, {report.FieldStatus, report.StatusWordsSheet}} {
		if !slices.Contains(missing, l.sheet) {
			continue
		}
		all := rowsOf(register, l.field)
		for _, place := range slices.SortedFunc(maps.Keys(all), func(a, b report.Place) int { return strings.Compare(a.String(), b.String()) }) {
			rows := all[place]
			cells := fmt.Sprintf("%s%d:%s%d", place.Cell, rows[0], place.Cell, rows[1]+more)
			if err := w.File.DeleteDataValidation(place.Sheet, cells); err != nil {
				return err
			}
			rule := excelize.NewDataValidation(true)
			rule.SetSqref(cells)
			rule.SetSqrefDropList(w.Choice(l.field))
			rule.SetError(excelize.DataValidationErrorStyleWarning, w.Words.Say("workbook.list.title"), w.Words.Say("workbook.list.error"))
			if err := w.File.AddDataValidation(place.Sheet, rule); err != nil {
				return err
			}
		}
	}
	return nil
}

// rowsOf gives the first and the last row of a field, by sheet and column ("D").
func rowsOf(register *report.Register, f report.Field) map[report.Place][2]int {
	out := map[report.Place][2]int{}
	var look func(r *report.Recommendation)
	look = func(r *report.Recommendation) {
		for i := range r.Actions {
			look(&r.Actions[i])
		}
		column, row, err := excelize.SplitCellName(r.Cells.Of(f))
		if err != nil || len(r.Actions) > 0 {
			return
		}
		at := report.Place{Sheet: register.SheetOf(r), Cell: column}
		rows, met := out[at]
		if !met {
			rows = [2]int{row, row}
		}
		out[at] = [2]int{min(rows[0], row), max(rows[1], row)}
	}
	for i := range register.Recommendations {
		look(&register.Recommendations[i])
	}
	return out
}
