// Package figures reads a figures file as any other program does (file.go, rows.go, index.go), checks that it agrees with itself
// (consistent.go), and gives the value at an address of a Document (value.go) and how it may be written in a language (forms.go). It takes
// nothing from package report's counting.
package figures
