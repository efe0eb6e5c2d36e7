// Package excelrules holds what desktop Excel demands of a workbook, draws differently or changes when somebody works in it, and
// that other programs do not show: a file that breaks such a rule opens well everywhere else. Only tests import it.
//
// Each rule is a function that looks at one file and names what breaks it. The sources are ECMA-376 part 1 and Microsoft's
// [MS-OI29500] and [MS-XLSX], for limits the page "Excel specifications and limits", and files that Excel wrote.
package excelrules
