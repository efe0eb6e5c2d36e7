package ooxml

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// ReadRaw gives the bytes of a part as they are, proved whole by length and checksum.
func (p *Parts) ReadRaw(name string) ([]byte, error) {
	r, err := p.Open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, damaged(name, err)
	}
	return data, nil
}

// Rewrite writes the package again with other bytes for some parts, by their names in the form in which parts are looked up. Every
// other file of the archive goes in with its packed bytes and what the archive says of it, none is moved, and the archive's comment stays.
func (p *Parts) Rewrite(w io.Writer, changed map[string][]byte) error {
	z := zip.NewWriter(w)
	if err := z.SetComment(p.archive.Comment); err != nil {
		return err
	}
	for _, f := range p.archive.File {
		name := partName(f.Name)
		data, is := changed[name]
		if !is || p.files[name] != f {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := repack(z, f, data); err != nil {
			return err
		}
	}
	return z.Close()
}

// repack writes a file of an archive with other bytes, packed in the same way, with its name, date and rights.
func repack(z *zip.Writer, f *zip.File, data []byte) error {
	packed := data
	if f.Method != zip.Store {
		var b bytes.Buffer
		deflate, err := flate.NewWriter(&b, flate.DefaultCompression)
		if err != nil {
			return err
		}
		if _, err = deflate.Write(data); err != nil {
			return err
		}
		if err = deflate.Close(); err != nil {
			return err
		}
		packed = b.Bytes()
	}
	header := f.FileHeader
	const sizesFollow = 0x8 // the flag of an entry whose sizes stand behind it
	header.Flags &^= sizesFollow
	header.Extra = withoutSizes(header.Extra)
	header.CRC32, header.CompressedSize64, header.UncompressedSize64 = crc32.ChecksumIEEE(data), uint64(len(packed)), uint64(len(data))
	w, err := z.CreateRaw(&header)
	if err != nil {
		return err
	}
	_, err = w.Write(packed)
	return err
}

// withoutSizes takes out of an entry's extra fields that of long sizes, which the writer adds where it is needed.
func withoutSizes(extra []byte) []byte {
	const sizes = 1 // the number of that field: APPNOTE.TXT, 4.5.3
	var out []byte
	for rest := extra; len(rest) >= 4; {
		end := 4 + int(binary.LittleEndian.Uint16(rest[2:]))
		if end > len(rest) {
			return append(out, rest...)
		}
		if binary.LittleEndian.Uint16(rest) != sizes {
			out = append(out, rest[:end]...)
		}
		rest = rest[end:]
	}
	return out
}
