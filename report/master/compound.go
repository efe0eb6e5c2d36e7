package master

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// sniffCompound tells apart the formats that are compound files (MS-CFB), by the names at the top of their directory:
// further down lie the documents that are embedded in others. Names know no case. A file whose directory is damaged is told
// by the names that look like entries of one.
func sniffCompound(data []byte) contents {
	all, top := compoundNames(data)
	if len(top) == 0 {
		all = looseNames(data)
		top = all
	}
	for _, known := range []struct {
		name string
		in   map[string]bool
		is   contents
	}{
		{"drmencryptedtransform", all, "format-rights"}, {"drmencrypteddataspace", all, "format-rights"}, {"\tdrmcontent", top, "format-rights"},
		{"encryptedpackage", top, "format-password"},
		{"workbook", top, "format-xls"}, {"book", top, "format-xls"},
		{"nativecontent_main", top, "format-quattro"},
		{"worddocument", top, "format-word"}, {"powerpoint document", top, "format-powerpoint"},
	} {
		if known.in[known.name] {
			return known.is
		}
	}
	if top["perfectoffice_main"] && !bytes.Contains(data, []byte("\xffWPC")) { // WordPerfect's documents have the same, and that mark
		return "format-quattro"
	}
	return "format-unknown"
}

// Sizes in a compound file, in bytes, and the numbers from which on a sector or an entry is none.
const (
	compoundHeader = 512
	compoundEntry  = 128
	compoundName   = 64
	noSector       = 0xfffffffa
)

// compound is a compound file whose header was read.
type compound struct {
	data   []byte
	sector int      // bytes
	table  []uint32 // the sectors of the table that says which sector follows which
}

// compoundNames gives the names of all entries of the directory and of those at its top, in small letters; none where the
// directory cannot be followed.
func compoundNames(data []byte) (all, top map[string]bool) {
	c, ok := openCompound(data)
	if !ok {
		return nil, nil
	}
	var entries [][]byte
	for _, sector := range c.chain(binary.LittleEndian.Uint32(data[48:])) {
		for at := 0; at < len(sector); at += compoundEntry {
			entries = append(entries, sector[at:at+compoundEntry])
		}
	}
	if len(entries) == 0 {
		return nil, nil
	}
	all, top = map[string]bool{}, map[string]bool{}
	for _, e := range entries {
		all[entryName(e)] = true
	}
	link := func(e []byte, at int) int { return int(binary.LittleEndian.Uint32(e[at:])) }
	seen := make([]bool, len(entries))
	for next := []int{link(entries[0], 76)}; len(next) > 0; { // from the root's child through its neighbours
		i := next[len(next)-1]
		next = next[:len(next)-1]
		if i < len(entries) && !seen[i] {
			seen[i] = true
			top[entryName(entries[i])] = true
			next = append(next, link(entries[i], 68), link(entries[i], 72))
		}
	}
	return all, top
}

// openCompound reads the header and finds the sectors of the table.
func openCompound(data []byte) (*compound, bool) {
	if len(data) < compoundHeader {
		return nil, false
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, false
	}
	c := &compound{data: data, sector: 1 << shift}
	for at := 76; at < compoundHeader; at += 4 {
		c.table = append(c.table, binary.LittleEndian.Uint32(data[at:]))
	}
	next := binary.LittleEndian.Uint32(data[68:])
	for range len(data) / c.sector { // more of the table, each sector with the number of the next at its end
		more := c.at(next)
		if more == nil {
			break
		}
		last := len(more) - 4
		for at := 0; at < last; at += 4 {
			c.table = append(c.table, binary.LittleEndian.Uint32(more[at:]))
		}
		next = binary.LittleEndian.Uint32(more[last:])
	}
	return c, true
}

// at gives a sector; nil for one that is not in the file.
func (c *compound) at(number uint32) []byte {
	from := (int64(number) + 1) * int64(c.sector)
	if number >= noSector || from+int64(c.sector) > int64(len(c.data)) {
		return nil
	}
	return c.data[from : from+int64(c.sector)]
}

// chain gives the sectors of a stream, no more than the file has.
func (c *compound) chain(number uint32) [][]byte {
	var out [][]byte
	for range len(c.data) / c.sector {
		sector := c.at(number)
		if sector == nil {
			break
		}
		out = append(out, sector)
		inTable := int(number) * 4 / c.sector
		if inTable >= len(c.table) {
			break
		}
		table := c.at(c.table[inTable])
		if table == nil {
			break
		}
		number = binary.LittleEndian.Uint32(table[int(number)*4%c.sector:])
	}
	return out
}

// looseNames gives what looks like a name wherever an entry of the directory may lie.
func looseNames(data []byte) map[string]bool {
	out := map[string]bool{}
	for at := compoundHeader; at+2 <= len(data); at += compoundEntry {
		if name := entryName(data[at:]); name != "" {
			out[name] = true
		}
	}
	return out
}

// entryName gives the name of an entry, in small letters.
func entryName(entry []byte) string {
	var units []uint16
	for at := 0; at+2 <= min(len(entry), compoundName); at += 2 {
		unit := binary.LittleEndian.Uint16(entry[at:])
		if unit == 0 {
			break
		}
		units = append(units, unit)
	}
	return strings.ToLower(string(utf16.Decode(units)))
}
