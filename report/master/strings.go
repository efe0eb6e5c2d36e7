package master

import (
	"encoding/xml"
	"io"
	"strings"
)

// sharedStrings reads the texts that cells refer to by number. A workbook without any has no such part.
func (b *book) sharedStrings(relations []relation) ([]string, error) {
	for _, r := range relations {
		if r.kind == "sharedStrings" {
			texts, err := b.readStrings(r.to)
			if err != nil {
				return nil, damaged(r.to, err)
			}
			return texts, nil
		}
	}
	return nil, nil
}

func (b *book) readStrings(name string) ([]string, error) {
	r, err := b.parts.openXML(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	t := b.limits.tokens(r)
	var texts []string
	var text richText
	for {
		token, err := t.next()
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
				return nil, b.limits.overCells()
			}
			texts = append(texts, clean(text.String()))
			text.reset()
		}
	}
}

// inTexts refuses texts within others: the numbers by which cells refer to those after them would not be right.
func inTexts(t *tokens, name string) error {
	switch {
	case t.within(1) == "" && name != "sst":
		return faultf("it is a <%s>, not a list of texts", name)
	case name == "si" && t.within(1) != "sst":
		return faultf("<si> stands in <%s>", t.within(1))
	}
	return nil
}

// richText gathers the text of one string or cell from its runs, without the phonetic guides of East Asian texts.
type richText struct {
	text     strings.Builder
	inText   bool
	phonetic bool
}

// take sees every token between the start and the end of the string.
func (r *richText) take(token xml.Token) {
	switch token := token.(type) {
	case xml.StartElement:
		switch token.Name.Local {
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
		}
	case xml.CharData:
		if r.inText {
			r.text.Write(token)
		}
	}
}

func (r *richText) String() string { return r.text.String() }

func (r *richText) reset() { r.text.Reset() }

// bytesPerCharacter is the most that one takes in XML, as a numeric reference: "&#x1F600;".
const bytesPerCharacter = 10

// tokens walks a part that holds the texts of cells.
func (l Limits) tokens(r io.Reader) *tokens {
	return newTokens(r, l.Cell*bytesPerCharacter, l.overCell())
}
