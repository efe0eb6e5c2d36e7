package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

const (
	organisation   = "Dyfed-Powys Police"
	organisationCy = "Heddlu Dyfed-Powys"
)

// edition is what differs between two months of one master's About sheet.
type edition struct {
	month        string // 2023-09
	asAt         string
	meeting      string
	illustrative bool
}

// editions lists the sample's months, in order. July's meeting is ten days
// after its as-at date, the others twelve: boards do not sit on a Saturday.
func editions() []edition {
	return []edition{
		{"2023-07", "2023-07-31", "2023-08-10", false},
		{"2023-08", "2023-08-31", "2023-09-12", true},
		{"2023-09", "2023-09-30", "2023-10-12", true},
	}
}

// review is what every month of one master says of its source.
type review struct{ title, titleCy, issuer, issuerCy, published, responseIssued string }

// about returns the lines of the About sheet.
func about(r review, e edition) []fact {
	illustrative := ""
	if e.illustrative {
		illustrative = "yes"
	}
	return []fact{
		{"Title", text, r.title},
		{"Title (cy)", text, r.titleCy},
		{"Organisation", text, organisation},
		{"Organisation (cy)", text, organisationCy},
		{"Issuer", text, r.issuer},
		{"Issuer (cy)", text, r.issuerCy},
		{"Published", date, r.published},
		{"Response issued", date, r.responseIssued},
		{"As at", date, e.asAt},
		{"Marking", text, "OFFICIAL"},
		{"Board", text, "Policing Board"},
		{"Board (cy)", text, "Bwrdd Plismona"},
		{"Meeting date", date, e.meeting},
		{"Contact", text, "Performance Team"},
		{"Contact (cy)", text, "Tîm Perfformiad"},
		{"Version", text, "1.0"},
		{"Illustrative", text, illustrative},
		{"Draft", text, "no"},
	}
}

func writeAbout(f *excelize.File, facts []fact, looks styles) error {
	if _, err := f.NewSheet(aboutSheet); err != nil {
		return err
	}
	if err := f.SetColWidth(aboutSheet, "A", "A", 20); err != nil {
		return err
	}
	if err := f.SetColWidth(aboutSheet, "B", "B", 60); err != nil {
		return err
	}
	for i, fact := range facts {
		key, value := fmt.Sprintf("A%d", i+1), fmt.Sprintf("B%d", i+1)
		if err := f.SetCellStr(aboutSheet, key, fact.key); err != nil {
			return err
		}
		if err := f.SetCellStyle(aboutSheet, key, key, looks.header); err != nil {
			return err
		}
		if err := writeCell(f, aboutSheet, value, fact.kind, fact.value, looks); err != nil {
			return err
		}
	}
	values := fmt.Sprintf("B1:B%d", len(facts)) // a version is text
	if err := f.AddIgnoredErrors(aboutSheet, values, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return f.SetSheetDimension(aboutSheet, fmt.Sprintf("A1:B%d", len(facts)))
}

// setProperties names the file's author and dates. Left alone, excelize puts
// its own author and a day in 2006.
func setProperties(f *excelize.File, m master) error {
	var title, asAt string
	for _, fact := range m.about {
		switch fact.key {
		case "Title":
			title = fact.value
		case "As at":
			asAt = fact.value
		}
	}
	keep := false // excelize asks Excel to take the authors out
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: &keep}); err != nil {
		return err
	}
	return f.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: "Performance Team", LastModifiedBy: "Performance Team",
		Created: asAt + "T09:00:00Z", Modified: asAt + "T09:00:00Z", Language: "en-GB",
	})
}
