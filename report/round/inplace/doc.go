// Package inplace changes cells of a master and leaves every other byte of the file as it is.
//
// A library that reads a workbook and writes it again changes what it does not understand, and some of what it understands. This
// replaces the bytes of the changed cells alone, takes the saved results out of the formulas that depend on them, and adds a date
// format where a column of dates has none; every other part of the package is copied as the packed bytes that it is. Of a CSV file
// only the changed fields differ. What cannot be changed so without harm is refused, with a sentence that names the cell.
//
//	m, err := inplace.Open("custody.xlsx", data, options)     // *master.Unusable, or *Refused of the whole file
//	err = m.CanSet("Recommendations", "K14")                  // *Refused: a formula, inside a merge, …
//	err = m.Set("Recommendations", "K14", inplace.Day(day))   // as CanSet, and where the value does not fit
//	w, err := m.Write()                                       // the new bytes, and what to tell the team
//	kept, err := inplace.Replace(path, data, w.Data, "rounds/2023-10/kept")
//
// The rules are those of section 8 of the specification of the monthly round.
package inplace
