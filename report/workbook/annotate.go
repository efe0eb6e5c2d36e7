package workbook

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// Annotation is a copy of a master in the making: the master's own bytes when it is a workbook, or the text of its cells
// when it is a CSV file, which can hold no comments.
type Annotation struct {
	Workbook []byte
	Records  [][]string
	Problems []report.Problem
}

// Annotate writes a copy of a master as a workbook, with each problem as a comment on its cell, and a sheet that lists all
// of them with links. The master itself is not touched. The same input gives the same bytes.
func Annotate(w io.Writer, a Annotation, words report.Words) error {
	file, err := a.open()
	if err != nil {
		return err
	}
	defer file.Close()
	if err := a.comment(file, words); err != nil {
		return err
	}
	if err := a.list(file, words); err != nil {
		return err
	}
	c := takeCompressors()
	defer c.giveBack()
	return packFile(w, file, c, nil)
}

func (a Annotation) open() (*excelize.File, error) {
	if a.Workbook != nil {
		return excelize.OpenReader(bytes.NewReader(a.Workbook))
	}
	file := excelize.NewFile()
	sheet := file.GetSheetName(0)
	for r, record := range a.Records {
		for c, text := range record {
			if text == "" {
				continue
			}
			if err := file.SetCellStr(sheet, cellName(c+1, r+1), text); err != nil {
				return nil, err
			}
		}
	}
	return file, nil
}

// sheetOf is the sheet that a problem is on; a CSV file has one, which has no name of its own.
func (a Annotation) sheetOf(file *excelize.File, p report.Problem) string {
	if p.Sheet == "" && a.Workbook == nil {
		return file.GetSheetName(0)
	}
	return p.Sheet
}

// comment puts the problems on their cells, one comment a cell, after what a person wrote there before.
func (a Annotation) comment(file *excelize.File, words report.Words) error {
	type place struct{ sheet, cell string }
	var order []place
	texts := map[place][]string{}
	for _, p := range a.Problems {
		at := place{a.sheetOf(file, p), p.Cell}
		if at.sheet == "" || at.cell == "" {
			continue
		}
		if texts[at] == nil {
			order = append(order, at)
		}
		texts[at] = append(texts[at], p.Message(words)+" → "+p.Hint(words))
	}
	for _, at := range order {
		before, err := commentOn(file, at.sheet, at.cell)
		if err != nil {
			return err
		}
		text := strings.Join(append(before, texts[at]...), "\n\n")
		comment := excelize.Comment{Cell: at.cell, Author: "boardpack", Text: text, Width: 320, Height: 120}
		if err := file.AddComment(at.sheet, comment); err != nil {
			return fmt.Errorf("comment on %s!%s: %w", at.sheet, at.cell, err)
		}
	}
	return nil
}

// commentOn takes away the comment that a cell has, and gives its text.
func commentOn(file *excelize.File, sheet, cell string) ([]string, error) {
	comments, err := file.GetComments(sheet)
	if err != nil {
		return nil, err
	}
	for _, c := range comments {
		if c.Cell != cell {
			continue
		}
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		return []string{strings.TrimSpace(text)}, file.DeleteComment(sheet, cell)
	}
	return nil, nil
}

// list adds the sheet of problems, first and open, with a link to each cell.
func (a Annotation) list(file *excelize.File, words report.Words) error {
	name := freeSheetName(file, words.Say("workbook.annotate.sheet"))
	index, err := file.NewSheet(name)
	if err != nil {
		return err
	}
	if err := file.SetSheetRow(name, "A1", &[]any{words.Say("column.level"), words.Say("column.where"), words.Say("column.message"), words.Say("column.hint")}); err != nil {
		return err
	}
	for i, p := range a.Problems {
		row := i + 2
		if err := file.SetSheetRow(name, cellName(1, row), &[]any{words.Say("level." + string(p.Level)), p.Where(), p.Message(words), p.Hint(words)}); err != nil {
			return err
		}
		if sheet := a.sheetOf(file, p); sheet != "" && p.Cell != "" {
			if err := file.SetCellHyperLink(name, cellName(2, row), quoteSheet(sheet)+"!"+p.Cell, "Location"); err != nil {
				return err
			}
		}
	}
	file.SetActiveSheet(index)
	return a.arrangeList(file, name)
}

// arrangeList makes the list easy to read: widths, wrapped text, links that look like links, headings that stay.
func (a Annotation) arrangeList(file *excelize.File, name string) error {
	wrap, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 12}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	link, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 12, Color: "0000FF", Underline: "single"},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 12, Bold: true}})
	if err != nil {
		return err
	}
	last := len(a.Problems) + 1
	for _, style := range []struct {
		from, to string
		id       int
	}{{"A1", "D1", bold}, {"A2", cellName(4, max(last, 2)), wrap}, {"B2", cellName(2, max(last, 2)), link}} {
		if err := file.SetCellStyle(name, style.from, style.to, style.id); err != nil {
			return err
		}
	}
	for column, width := range map[string]float64{"A": 12, "B": 44, "C": 64, "D": 54} {
		if err := file.SetColWidth(name, column, column, width); err != nil {
			return err
		}
	}
	return file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// freeSheetName adds a number where the master has a sheet of that name already.
func freeSheetName(file *excelize.File, name string) string {
	free := name
	for n := 2; ; n++ {
		if index, err := file.GetSheetIndex(free); err != nil || index < 0 {
			return free
		}
		free = fmt.Sprintf("%s %d", name, n)
	}
}
