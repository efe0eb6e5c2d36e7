package excelrules

import (
	"strconv"
	"strings"

	"boardpack/report/pattern"
)

// book: names of sheets and places, one sheet that is selected and can be seen, and no wish to be saved without authors.
func (f *file) book() {
	root, taken := f.part(workbookPart), map[string]bool{}
	shown := 0
	for _, s := range root.all("sheet") {
		name := s.attr("name")
		if units(name) > 31 || name == "" || strings.ContainsAny(name, `:\/?*[]`) || strings.Trim(name, "'") != name || fold(name) == "history" || taken[fold(name)] {
			f.say("names of sheets", workbookPart, "%q", name)
		}
		taken[fold(name)] = true
		if s.attr("state") == "" || s.attr("state") == "visible" {
			shown++
		}
		f.sheets = append(f.sheets, sheet{name, f.target(workbookPart, s.attr("id"))})
	}
	if shown == 0 {
		f.say("a sheet can be seen", workbookPart, "none can")
	}
	for _, v := range root.all("workbookView") {
		if n, _ := strconv.Atoi(v.attr("activeTab")); n >= len(f.sheets) {
			f.say("the open sheet is there", workbookPart, "%d", n)
		}
	}
	if pr := root.first("workbookPr"); pr != nil && isOn(pr.attr("filterPrivacy")) {
		f.say("authors are kept", workbookPart, "filterPrivacy: Excel takes out author, company and names of comments when the file is saved")
	}
	f.definedNames(root)
	selected := 0
	for _, s := range f.sheets {
		for _, v := range f.part(s.part).all("sheetView") {
			if isOn(v.attr("tabSelected")) {
				selected++
			}
		}
	}
	if selected > 1 {
		f.say("one sheet is selected", workbookPart, "%d are: what is typed goes into all of them", selected)
	}
}

const printTitles = pattern.Expression(`!\$\d+:\$\d+$|!\$[A-Z]+:\$[A-Z]+$`)

func (f *file) definedNames(root *node) {
	taken := map[string]bool{}
	for _, d := range root.all("definedName") {
		name, at := d.attr("name"), d.attr("localSheetId")
		if !isName(name) || taken[fold(name)+" "+at] || units(d.attr("comment")) > 255 {
			f.say("defined names", workbookPart, "%q", name)
		}
		taken[fold(name)+" "+at] = true
		f.places[fold(name)] = d.text
		for _, s := range sheetsNamed(d.text) {
			if !f.hasSheet(s) && !strings.Contains(d.text, "[") {
				f.say("defined names", workbookPart, "%s leads to the sheet %q, which is not there", name, s)
			}
			if n, err := strconv.Atoi(at); strings.HasPrefix(name, "_xlnm.Print") && (err != nil || n >= len(f.sheets) || fold(f.sheets[n].name) != fold(s)) {
				f.say("defined names", workbookPart, "%s of sheet %s leads to %s", name, at, d.text)
			}
		}
		if name == "_xlnm.Print_Titles" && !printTitles.MatchString(d.text) {
			f.say("defined names", workbookPart, "%s is %s", name, d.text)
		}
	}
}

func (f *file) hasSheet(name string) bool {
	for _, s := range f.sheets {
		if fold(s.name) == fold(name) {
			return true
		}
	}
	return false
}

// looks: formats that there are, within Excel's limits.
func (f *file) looks() {
	const part = "xl/styles.xml"
	root := f.part(part)
	n := map[string]int{}
	for _, list := range root.kids {
		n[list.name] = len(list.kids)
		if count := list.attr("count"); count != "" && count != strconv.Itoa(len(list.kids)) {
			f.say("formats", part, "%s are %d, and said to be %s", list.name, len(list.kids), count)
		}
	}
	own := map[string]bool{}
	for _, format := range root.first("numFmts").all("numFmt") {
		own[format.attr("numFmtId")] = true
		if units(format.attr("formatCode")) > 255 {
			f.say("formats", part, "a format of numbers is longer than 255")
		}
	}
	for _, format := range root.first("cellXfs").all("xf") {
		for attr, list := range map[string]string{"fontId": "fonts", "fillId": "fills", "borderId": "borders"} {
			if at, _ := strconv.Atoi(format.attr(attr)); at >= n[list] {
				f.say("formats", part, "%s %d is not there", attr, at)
			}
		}
		if id, _ := strconv.Atoi(format.attr("numFmtId")); id >= 164 && !own[format.attr("numFmtId")] {
			f.say("formats", part, "numFmtId %d is not there", id)
		}
		f.asText = append(f.asText, format.attr("numFmtId") == "49" || isOn(format.attr("quotePrefix")))
	}
	for _, format := range root.first("dxfs").all("patternFill") {
		if kind := format.attr("patternType"); (kind == "" || kind == "solid") && format.first("bgColor") == nil {
			f.say("formats", part, "a solid fill of a rule has no bgColor, which is what Excel shows")
		}
	}
}
