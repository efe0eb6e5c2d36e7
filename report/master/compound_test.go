package master

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
)

// compoundFile makes a compound file whose directory has the entries: the root, then those at its top from left to right,
// and after "/" those within the one before it.
func compoundFile(names ...string) []byte {
	const none = 0xffffffff
	le := binary.LittleEndian
	perSector := 512 / compoundEntry
	sectors := (len(names) + perSector - 1) / perSector
	out := make([]byte, 512*(2+sectors))
	copy(out, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le.PutUint16(out[26:], 3)
	le.PutUint16(out[30:], 9)
	le.PutUint32(out[44:], 1)
	le.PutUint32(out[48:], 1) // the directory begins in sector 1
	le.PutUint32(out[68:], 0xfffffffe)
	for at := 76; at < 512; at += 4 {
		le.PutUint32(out[at:], none)
	}
	le.PutUint32(out[76:], 0) // the table is sector 0
	for i := range 128 {
		le.PutUint32(out[512+4*i:], none)
	}
	le.PutUint32(out[512:], 0xfffffffd)
	for i := 1; i <= sectors; i++ {
		next := uint32(i + 1)
		if i == sectors {
			next = 0xfffffffe
		}
		le.PutUint32(out[512+4*i:], next)
	}
	entry := func(i int) []byte { return out[1024+compoundEntry*i:] }
	last := 0 // the entry to which the next at its level is linked
	for i, name := range names {
		inner := strings.HasPrefix(name, "/")
		e := entry(i)
		for j, unit := range utf16.Encode([]rune(strings.TrimPrefix(name, "/"))) {
			le.PutUint16(e[2*j:], unit)
		}
		le.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = 2
		for _, at := range []int{68, 72, 76} {
			le.PutUint32(e[at:], none)
		}
		switch {
		case i == 0:
			e[66] = 5
		case i == 1 || inner:
			le.PutUint32(entry(i - 1)[76:], uint32(i))
		default:
			le.PutUint32(entry(last)[72:], uint32(i))
		}
		if !inner {
			last = i
		}
	}
	return out
}

func TestCompoundFiles(t *testing.T) {
	t.Parallel()
	const root = "Root Entry"
	loose := func(name string) []byte { // a header that says nothing, and a name where an entry may be
		out := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 632)...)
		for i, unit := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(out[512+2*i:], unit)
		}
		return out
	}
	for _, c := range []struct {
		name string
		data []byte
		want contents
	}{
		{"Excel 97", compoundFile(root, "Workbook", "\x05SummaryInformation"), "format-xls"},
		{"Excel 95", compoundFile(root, "Book"), "format-xls"},
		{"in capitals", compoundFile(root, "WORKBOOK"), "format-xls"},
		{"in small letters, last of many", compoundFile(root, "a", "b", "c", "d", "e", "f", "workbook"), "format-xls"},
		{"a workbook with a document inside", compoundFile(root, "MBD0001", "/WordDocument", "Workbook"), "format-xls"},
		{"a document with a workbook inside", compoundFile(root, "ObjectPool", "/Workbook", "WordDocument"), "format-word"},
		{"a name that is part of another", compoundFile(root, "WorkbookNotes"), "format-unknown"},
		{"a presentation", compoundFile(root, "PowerPoint Document", "Current User"), "format-powerpoint"},
		{"a password", compoundFile(root, "EncryptionInfo", "EncryptedPackage"), "format-password"},
		{"a sensitivity label", compoundFile(root, "EncryptedPackage", "\x06DataSpaces", "/DRMEncryptedTransform"), "format-rights"},
		{"an old workbook with rights", compoundFile(root, "Workbook", "\tDRMContent"), "format-rights"},
		{"an e-mail", compoundFile(root, "__properties_version1.0"), "format-unknown"},
		{"no directory to follow", loose("WORKBOOK"), "format-xls"},
		{"the name in the text alone", append(compoundFile(root, "x"), loose("..Workbook")[512:]...), "format-unknown"},
		{"nothing but the signature", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "format-unknown"},
	} {
		assert.Equal(t, c.want, sniff(c.data), c.name)
	}
}

// TestCompoundFilesInCircles: directories that lead back to themselves come to an end.
func TestCompoundFilesInCircles(t *testing.T) {
	t.Parallel()
	sound := compoundFile("Root Entry", "a", "b", "c", "d")
	for at := 0; at < len(sound); at += 4 {
		for _, value := range []uint32{0, 1, 2, 0x7fffffff} {
			spoiled := bytes.Clone(sound)
			binary.LittleEndian.PutUint32(spoiled[at:], value)
			assert.NotEqual(t, aCSV, sniffCompound(spoiled))
		}
	}
}
