package master

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"io"
	"io/fs"
	"strings"
)

// maxIndex bounds what is read of an Apple document to tell what it is, in bytes.
const maxIndex = 16 << 20

// iWork tells which of Apple's documents a folder or an archive is: of Numbers, Pages or Keynote; "" where it is none. Since 2013
// they hold an index of archives, loose or in a zip archive of its own, and before that an index in XML.
func iWork(files fs.FS) contents {
	files = onlyFolder(files)
	if is := iWork09(files); is != "" {
		return is
	}
	data, err := readHead(files, "Index.zip", maxIndex)
	if err == nil {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return ""
		}
		files = z
	}
	const seen = 256 // bytes
	document, err := readHead(files, "Index/Document.iwa", seen)
	switch {
	case err != nil:
		return ""
	case documentType(document) == pagesDocument:
		return "format-pages"
	case hasSlides(files):
		return "format-keynote"
	}
	return "format-numbers"
}

// onlyFolder gives the folder in which all of the files are, where there is one: so documents come that are folders themselves.
func onlyFolder(files fs.FS) fs.FS {
	entries, err := fs.ReadDir(files, ".")
	if err != nil || len(entries) != 1 || !entries[0].IsDir() || entries[0].Name() == "Index" {
		return files
	}
	folder, err := fs.Sub(files, entries[0].Name())
	if err != nil {
		return files
	}
	return folder
}

// iWork09 tells the documents of iWork '05 to '09 by the namespace of their root.
func iWork09(files fs.FS) contents {
	const seen = 4 << 10 // bytes: the root has many declarations
	for _, index := range []string{"index.apxl", "index.xml"} {
		head, err := readHead(files, index, seen)
		if err != nil {
			continue
		}
		d := xml.NewDecoder(bytes.NewReader(head))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			if root, ok := token.(xml.StartElement); ok {
				return appleNamespace(root.Name.Space)
			}
		}
	}
	return ""
}

func appleNamespace(space string) contents {
	name, apple := strings.CutPrefix(space, "http://developer.apple.com/namespaces/")
	switch {
	case !apple:
		return ""
	case name == "ls":
		return "format-numbers"
	case name == "sl":
		return "format-pages"
	case strings.HasPrefix(name, "keynote"):
		return "format-keynote"
	}
	return ""
}

// hasSlides tells whether the index has slides, or those that they are made after.
func hasSlides(files fs.FS) bool {
	entries, _ := fs.ReadDir(files, "Index") // none where it cannot be read
	for _, e := range entries {
		for _, begins := range []string{"Slide", "MasterSlide", "TemplateSlide"} {
			if strings.HasPrefix(e.Name(), begins) {
				return true
			}
		}
	}
	return false
}

// pagesDocument is the number of the type of a document of Pages; Numbers and Keynote both have 1.
const pagesDocument = 10000

// documentType gives the number of the type of the first object in an archive of Apple's: 4 bytes, the length as Snappy has it, a
// first stretch that is not compressed, and in that a message with the object's id and a list of messages that begin with their type.
// 0 where it is built otherwise.
func documentType(head []byte) uint64 {
	const chunk, short = 4, 59
	if len(head) < chunk {
		return 0
	}
	head = skipNumber(head[chunk:])
	if len(head) == 0 || head[0]&3 != 0 { // no such stretch
		return 0
	}
	lengthBytes := max(0, int(head[0]>>2)-short) // behind the tag, where the length is not in it
	head = head[min(1+lengthBytes, len(head)):]
	head = field(skipNumber(head), 0x08)
	head = skipNumber(head)
	head = skipNumber(field(head, 0x12))
	number, _ := binary.Uvarint(field(head, 0x08))
	return number
}

// field gives what is behind a tag; nothing where another one stands.
func field(data []byte, tag byte) []byte {
	if len(data) == 0 || data[0] != tag {
		return nil
	}
	return data[1:]
}

// skipNumber gives what is behind a number of variable length.
func skipNumber(data []byte) []byte {
	_, n := binary.Uvarint(data)
	return data[max(n, 0):]
}

// readHead reads a file, up to so many bytes. A file that goes on, or breaks off, is no error.
func readHead(files fs.FS, name string, most int64) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, most))
	return data, nil
}
