package figures

import (
	"slices"

	"boardpack/report"
	"boardpack/report/content"
)

// Cell gives the value of a row under a column: of a row that is of a thing, its value of the column's name; of one that is of a figure
// alone, the figure's name, number, list and so on.
func (f *File) Cell(of content.Ref, column string) Value {
	switch {
	case of.Place == content.PlaceFigure && of.Name != "":
		return f.facet(of, column)
	case of.Place == content.PlaceFigure && column == of.Of || of.Place == content.PlaceFigure && isGroupKind(column):
		return Value{Kind: Names, List: []string{of.ID}}
	case of.Place == content.PlaceBridge && isGroupKind(column):
		return Value{Kind: Names, List: []string{of.ID}}
	case of.Place == content.PlaceWord:
		if column == of.Of {
			return termOf(of.Of, of.ID)
		}
		return Value{}
	case of.Place == content.PlaceQuoted:
		return f.coverFact(of.ID, column)
	}
	of.Name = column
	return f.at(of)
}

func isGroupKind(column string) bool {
	return slices.Contains(groupKinds(), report.GroupKind(column))
}

// facet gives what a column says of one figure.
func (f *File) facet(of content.Ref, column string) Value {
	switch column {
	case "figure", "band":
		return termOf("figure", of.Name)
	case "number_before":
		return f.before(report.Figure(of.Name))
	case "number", "refs":
		return f.at(of)
	}
	return Value{}
}

// coverFact gives what the cover says beside a name.
func (f *File) coverFact(id, column string) Value {
	if column != "value" {
		return Value{}
	}
	switch id {
	case "as_at":
		return dayOf(f.AsAt)
	case "compared_with":
		if len(f.Trend) < 2 {
			return Value{Kind: Absent}
		}
		return dayOf(f.Trend[len(f.Trend)-2].AsAt)
	case "draft":
		if f.Draft != nil && *f.Draft {
			return Value{Kind: Word, Text: "cover.draft.yes"}
		}
		if f.Draft != nil {
			return Value{Kind: Word, Text: "cover.draft.no"}
		}
	}
	return Value{}
}
