package excelrules

import (
	"slices"
	"strings"
)

// orders gives the order in which Excel wants the children of an element, by its name; those of a series by its chart's and its own. It is that of
// the schemas, ECMA-376 part 1: Excel repairs a file in which an element comes too late.
func orders() map[string][]string {
	labels := "delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst"
	axis := "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt "
	out := map[string][]string{}
	for name, order := range map[string]string{
		"worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
			"dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup " +
			"headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture " +
			"oleObjects controls webPublishItems tableParts extLst",
		"workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize " +
			"customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
		"styleSheet":    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
		"dxf":           "font numFmt fill alignment border protection extLst",
		"table":         "autoFilter sortState tableColumns tableStyleInfo extLst",
		"tableColumn":   "calculatedColumnFormula totalsRowFormula xmlColumnPr extLst",
		"chartSpace":    "date1904 lang roundedCorners style clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes extLst",
		"chart":         "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
		"barChart":      "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
		"lineChart":     "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
		"barChart ser":  "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst",
		"lineChart ser": "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst",
		"catAx":         axis + "auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
		"valAx":         axis + "crossBetween majorUnit minorUnit dispUnits extLst",
		"scaling":       "logBase orientation max min extLst",
		"dLbls":         "dLbl " + labels,
		"dLbl":          "idx " + labels,
	} {
		out[name] = strings.Fields(order)
	}
	return out
}

// order: the children of each element are in the order that Excel wants.
func (f *file) order() {
	orders := orders()
	for _, name := range f.names {
		if !strings.HasPrefix(name, "xl/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		var look func(n *node)
		look = func(n *node) {
			of := n.name
			if of == "ser" {
				of = n.over.name + " ser"
			}
			last := 0
			for _, k := range n.kids {
				if at := slices.Index(orders[of], k.name); at >= 0 {
					if at < last {
						f.say("order of elements", name, "%s of %s comes too late", k.name, n.name)
					}
					last = max(last, at)
				}
				look(k)
			}
		}
		if root := f.part(name); root != nil {
			look(root)
		}
	}
}
