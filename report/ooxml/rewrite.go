package ooxml

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
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
			if err := copyFile(z, f); err != nil {
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

// copyFile copies a file of an archive as it is. A folder holds nothing, even where it was packed as a few bytes, which the writer refuses.
func copyFile(z *zip.Writer, f *zip.File) error {
	if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 {
		header := f.FileHeader
		header.Method, header.CompressedSize64, header.Flags = zip.Store, 0, header.Flags&^sizesFollow
		_, err := z.CreateRaw(&header)
		return err
	}
	return z.Copy(f)
}

// sizesFollow is the flag of a file whose sizes stand behind it: APPNOTE.TXT, 4.4.4.
const sizesFollow = 0x8

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
