package master

import (
	"encoding/xml"
	"io"
	"strings"

	"boardpack/report/ooxml"
)

// sharedStrings reads the texts that cells refer to by number. A workbook without any has no such part.
func (b *book) sharedStrings(relations []ooxml.Relation) ([]string, error) {
	for _, r := range relations {
		if r.Kind() == "sharedStrings" {
			texts, err := b.readStrings(r.Target)
			if err != nil {
				return nil, damaged(r.Target, err)
			}
			return texts, nil
		}
	}
	return nil, nil
}

func (b *book) readStrings(name string) ([]string, error) {
	r, err := b.parts.OpenXML(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	t := b.limits.tokens(r)
	var texts []string
	var text richText
	for {
		token, err := t.Next()
		if err == io.EOF {
			return texts, nil
		}
		if err != nil {
			return nil, err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := inTexts(t, start.Name.Local); err != nil {
				return nil, err
			}
		}
		text.take(token)
		if text.text.Len() > b.limits.Cell*bytesPerCharacter {
			return nil, b.limits.overCell()
		}
		if end, ok := token.(xml.EndElement); ok && end.Name.Local == "si" {
			if len(texts) == b.limits.cells() {
				return nil, b.limits.overCells(b.limits.cells())
			}
			texts = append(texts, b.clean(text.String()))
			if text.struck {
				b.struck[len(texts)-1] = true
				b.keepUnstruck(&text)
			}
			text.reset()
		}
	}
}

// inTexts refuses texts within others: the numbers by which cells refer to those after them would not be right.
func inTexts(t *ooxml.Tokens, name string) error {
	switch {
	case t.Within(1) == "" && name != "sst":
		return ooxml.NewFault("fault.no_texts", "it is a <{{.Element}}>, not a list of texts", "Element", name)
	case name == "si" && t.Within(1) != "sst":
		return standsIn(name, t.Within(1))
	}
	return nil
}

// standsIn is the fault of an element in a place where nobody would read it.
func standsIn(element, parent string) error {
	return ooxml.NewFault("fault.stands_in", "<{{.Element}}> is inside <{{.Parent}}>, where it is not allowed", "Element", element, "Parent", parent)
}

// richText gathers the text of one string or cell from its runs, without the phonetic guides of East Asian texts.
type richText struct {
	text     strings.Builder
	unstruck strings.Builder // without the runs that are struck through
	inText   bool
	phonetic bool
	inStruck bool // the open run is struck through
	struck   bool // a run is
}

// take sees every token between the start and the end of the string.
func (r *richText) take(token xml.Token) {
	switch token := token.(type) {
	case xml.StartElement:
		switch token.Name.Local {
		case "r":
			r.inStruck = false
		case "strike", "dstrike":
			r.inStruck = attribute(token, "val") == "" || isTrue(attribute(token, "val"))
		case "t":
			r.inText = !r.phonetic
		case "rPh":
			r.phonetic = true
		}
	case xml.EndElement:
		switch token.Name.Local {
		case "t":
			r.inText = false
		case "rPh":
			r.phonetic = false
		case "r":
			r.inStruck = false
		}
	case xml.CharData:
		if r.inText {
			r.write(token)
		}
	}
}

func (r *richText) String() string { return r.text.String() }

// write keeps a part of the text, and apart from it what is not struck through once something is.
func (r *richText) write(part []byte) {
	if r.inStruck && !r.struck {
		r.struck = true
		r.unstruck.WriteString(r.text.String())
	}
	r.text.Write(part)
	if r.struck && !r.inStruck {
		r.unstruck.Write(part)
	}
}

func (r *richText) reset() {
	r.text.Reset()
	r.unstruck.Reset()
	r.inStruck, r.struck = false, false
}

// clean gives a text without the blanks around it, and keeps those of a long one: it may be part of a text that goes on.
func (b *book) clean(s string) string {
	const long = 4 << 10 // bytes
	text := clean(s)
	if len(text) > long {
		if whole := untrimmed(s); len(whole) > len(text) {
			b.untrimmed[text] = whole
		}
	}
	return text
}

// keepUnstruck keeps what is left of a text that is struck through in part. Where the same text is struck through in two ways nothing
// is left of it for certain.
func (b *book) keepUnstruck(r *richText) {
	text, left := clean(r.String()), clean(r.unstruck.String())
	if before, known := b.unstruckTexts[text]; known && before != left {
		left = ""
	}
	b.unstruckTexts[text] = left
}

// bytesPerCharacter is the most that one takes in XML, as a numeric reference: "&#x1F600;".
const bytesPerCharacter = 10

// tokens walks a part that holds the texts of cells.
func (l Limits) tokens(r io.Reader) *ooxml.Tokens {
	return ooxml.NewTokens(r, l.Cell*bytesPerCharacter, l.overCell())
}
