package ooxml

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Note is a note on a cell: what Excel called a comment before there were conversations.
type Note struct {
	Cell        string // "D14"
	Column, Row int    // the same, counted from 1
	Text        string
}

// AddNotes puts notes on cells of a sheet, of which each is named once, behind what a person wrote there before. It gives the notes
// for which there is no room: cells with a conversation take no note.
func (p *Package) AddNotes(sheet, author string, notes []Note) (left []Note, err error) {
	relations, err := p.relations(sheet)
	if err != nil {
		return nil, err
	}
	at := map[string]string{}
	for _, r := range relations {
		at[r.Kind()] = r.Target
	}
	if notes, left, err = p.withoutConversation(at["threadedComment"], notes); err != nil || len(notes) == 0 {
		return left, err
	}
	_, kinds, err := p.workbook()
	if err != nil {
		return nil, err
	}
	fresh := notes // those that need a shape
	if comments := at["comments"]; comments != "" {
		if fresh, err = p.joinComments(comments, author, notes); err != nil {
			return nil, err
		}
	} else if err := p.newComments(sheet, kinds, author, notes); err != nil {
		return nil, err
	}
	if len(fresh) == 0 {
		return left, nil
	}
	return left, p.addShapes(sheet, kinds, relations, fresh)
}

// withoutConversation parts the notes from those on cells with a conversation.
func (p *Package) withoutConversation(part string, notes []Note) (free, taken []Note, err error) {
	if part == "" {
		return notes, nil, nil
	}
	e, err := p.editPart(part)
	if err != nil {
		return nil, nil, err
	}
	talked := map[string]bool{}
	for _, c := range e.all("threadedComment") {
		talked[c.attribute("ref")] = true
	}
	for _, n := range notes {
		if talked[n.Cell] {
			taken = append(taken, n)
		} else {
			free = append(free, n)
		}
	}
	return free, taken, nil
}

func comment(prefix string, n Note, author int) string {
	return fmt.Sprintf(`<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext>%[4]s</%[1]stext></%[1]scomment>`, prefix, n.Cell, author, run(prefix, n.Text))
}

// run is a stretch of text in the size in which Excel shows notes.
func run(prefix, text string) string {
	return fmt.Sprintf(`<%[1]sr><%[1]srPr><%[1]ssz val="9"/><%[1]srFont val="Tahoma"/></%[1]srPr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr>`, prefix, Escape(text))
}

// newComments adds a part with the notes of a sheet that has none.
func (p *Package) newComments(sheet, kinds, author string, notes []Note) error {
	var b strings.Builder
	b.WriteString(`<comments xmlns="` + mainNamespace(kinds) + `"><authors><author>` + Escape(author) + `</author></authors><commentList>`)
	for _, n := range notes {
		b.WriteString(comment("", n, 0))
	}
	b.WriteString(`</commentList></comments>`)
	name := p.freeName("xl/commentsBoardpack%d.xml")
	p.Set(name, []byte(b.String()))
	if err := p.declareType(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"); err != nil {
		return err
	}
	_, err := p.relate(sheet, kinds+"/comments", name)
	return err
}

// mainNamespace is that of the sheets of a workbook whose relationships are of these kinds.
func mainNamespace(kinds string) string {
	if kinds == strict {
		return "http://purl.oclc.org/ooxml/spreadsheetml/main"
	}
	return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
}

// joinComments adds notes to those that a sheet has. It gives those on cells that had none.
func (p *Package) joinComments(name, author string, notes []Note) (fresh []Note, err error) {
	e, err := p.editPart(name)
	if err != nil {
		return nil, err
	}
	authors, list := e.first("authors"), e.first("commentList")
	if authors == nil || list == nil {
		return nil, damaged(name, NewFault("fault.no_comments", "it has no list of comments"))
	}
	texts := map[string]*element{} // of each cell that has a note
	cell := ""
	for _, el := range e.elements {
		switch el.name.Local {
		case "comment":
			cell = el.attribute("ref")
		case "text":
			if texts[cell] == nil {
				texts[cell] = el
			}
		}
	}
	var added strings.Builder
	for _, n := range notes {
		if text := texts[n.Cell]; text != nil {
			e.insert(text, run(text.prefix(), "\n\n"+n.Text))
			continue
		}
		fresh = append(fresh, n)
		added.WriteString(comment(list.prefix(), n, len(e.all("author"))))
	}
	if len(fresh) > 0 {
		e.insert(authors, fmt.Sprintf("<%[1]sauthor>%[2]s</%[1]sauthor>", authors.prefix(), Escape(author)))
		e.insert(list, added.String())
	}
	p.Set(name, e.bytes())
	return fresh, nil
}

// addShapes draws the boxes in which the notes are shown, in the sheet's drawing of them or in a new one.
func (p *Package) addShapes(sheet, kinds string, relations []Relation, notes []Note) error {
	places, err := p.places(sheet, true)
	if err != nil {
		return err
	}
	if id := places.drawing; id != "" {
		for _, r := range relations {
			if r.ID == id {
				return p.joinShapes(r.Target, notes)
			}
		}
		return damaged(sheet, NewFault("fault.no_drawing", "it names a drawing that does not exist"))
	}
	name := p.freeName("xl/drawings/vmlDrawingBoardpack%d.vml")
	p.set(name, &content{text: []byte(drawingHead + shapes(notes, firstShape) + "</xml>"), bare: true})
	if err := p.declareEnding("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"); err != nil {
		return err
	}
	id, err := p.relate(sheet, kinds+"/vmlDrawing", name)
	if err != nil {
		return err
	}
	p.change(sheet, change{places.at, places.at, fmt.Sprintf(`<%slegacyDrawing xmlns:bpr="%s" bpr:id="%s"/>`, places.prefix, kinds, id)})
	return nil
}

// firstShape is the number of the first shape of a new drawing, as Excel numbers those of the first group.
const firstShape = 1025

// drawingNamespaces stand on every shape as well: a drawing that others made may have other prefixes.
const drawingNamespaces = `xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`

const drawingHead = `<xml ` + drawingNamespaces + `>` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` + shapeType

const shapeType = `<v:shapetype ` + drawingNamespaces + ` id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>` +
	`<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// shapes draws a box for each note, five columns wide and seven rows high, beside its cell and hidden until it is pointed at.
func shapes(notes []Note, first int) string {
	var b strings.Builder
	for i, n := range notes {
		fmt.Fprintf(&b, `<v:shape `+drawingNamespaces+` id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:240pt;height:90pt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
			`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			first+i, i+1, n.Column, max(0, n.Row-2), n.Column+5, max(0, n.Row-2)+7, n.Row-1, n.Column-1)
	}
	return b.String()
}

// joinShapes adds the boxes to a drawing that has others. Such drawings are often not sound XML, and are not parsed.
func (p *Package) joinShapes(name string, notes []Note) error {
	const most = 64 << 20 // bytes: some hundred thousand boxes
	var data []byte
	if c := p.changed[partName(name)]; c != nil { // two sheets share it
		data = c.text
	} else if text, err := p.parts.readText(name, most); err != nil {
		return damaged(name, err)
	} else {
		data = text
	}
	end := bytes.LastIndex(data, []byte("</xml>"))
	if end < 0 {
		return damaged(name, NewFault("fault.no_end", "it has no end"))
	}
	first := firstShape
	for _, m := range regexp.MustCompile(`_x0000_s(\d{1,9})"`).FindAllSubmatch(data, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		first = max(first, n+1)
	}
	added := shapes(notes, first)
	if !bytes.Contains(data, []byte(`"_x0000_t202"`)) {
		added = shapeType + added
	}
	p.set(name, &content{text: splicedBytes(data, []change{{int64(end), int64(end), added}}), bare: true})
	return nil
}
