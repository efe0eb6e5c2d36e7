package inplace

import (
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"boardpack/report/plainfile"
)

// OpenElsewhere tells whether a program has the file open, by the file that Excel or LibreOffice puts beside it meanwhile. The error is a
// *Refused with the name of that file and, where it says so, of the person; nil where nobody has the file open, as far as that tells.
func OpenElsewhere(path string) error {
	if place, err := filepath.EvalSymlinks(path); err == nil {
		path = place
	}
	dir, name := filepath.Split(path)
	for _, lock := range []struct {
		name string
		by   func(data []byte) string
	}{{"~$" + name, excelUser}, {".~lock." + name + "#", libreUser}} {
		if _, err := os.Lstat(filepath.Join(dir, lock.name)); err != nil {
			continue
		}
		const longest = 4 << 10                                           // bytes
		data, _ := plainfile.Read(filepath.Join(dir, lock.name), longest) // Excel may let nobody read it
		by := ""
		if who := lock.by(data); who != "" {
			by = " (by " + who + ")"
		}
		return refused(path, spot{}.place(), InUse, "By", by, "Stale", "; if nobody has it open, delete "+lock.name+" first")
	}
	return nil
}

// excelUser reads the name of the person out of the file of Excel: its length and the name in the system's encoding, and from byte 55 on
// the same in UTF-16.
func excelUser(data []byte) string {
	const wide = 55
	if len(data) > wide+2 {
		length := int(data[wide]) | int(data[wide+1])<<8
		if from := wide + 2; length > 0 && from+2*length <= len(data) {
			units := make([]uint16, length)
			for i := range units {
				units[i] = uint16(data[from+2*i]) | uint16(data[from+2*i+1])<<8
			}
			return person(string(utf16.Decode(units)))
		}
	}
	if len(data) == 0 || len(data) < 1+int(data[0]) {
		return ""
	}
	name, _ := charmap.Windows1252.NewDecoder().Bytes(data[1 : 1+int(data[0])])
	return person(string(name))
}

// libreUser reads the name of the person out of the file of LibreOffice: fields between commas, of which the first is the full name and
// the second the name on the system.
func libreUser(data []byte) string {
	fields := strings.Split(string(data), ",")
	for _, field := range fields[:min(len(fields), 2)] {
		if name := person(field); name != "" {
			return name
		}
	}
	return ""
}

// person gives a name that fits into a line.
func person(name string) string {
	const longest = 60
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, name))
	if runes := []rune(name); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return name
}
