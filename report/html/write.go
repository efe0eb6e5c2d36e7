package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
)

// Options is what a page needs beside the Documents.
type Options struct {
	Accent colour.Colour
	Tool   string   // the program and its version, for the page's metadata
	Parts  []string // names of the parts, in order: see content.WebNames; all when empty
	Logo   []byte   // a PNG; none when empty
	// Others are the files of the other languages, where a file has one language alone.
	Others []Other
}

// Other is the file of another language.
type Other struct {
	Lang, Name string // its code, and its own name
	File       string
}

// Split is the number of recommendations from which on each language has a file of its own: one file of all would be slow to open.
const Split = 20000

// many is the number of recommendations from which on a browser works out the look of those alone that are in view.
const many = 1000

//go:embed page.js
var script string

// Write writes one page of what Documents say, each of the same pack in one language; words are those of the Documents, in step. The first
// language is the one that shows where the address asks for none. The same input gives the same bytes.
func Write(w io.Writer, docs []*content.Document, words []report.Words, o Options) error {
	if len(docs) == 0 || len(docs) != len(words) {
		return errors.New("a page needs a Document, and words for each")
	}
	p := &page{options: o, labels: map[string]label{}, keys: map[string]bool{}}
	var sections []said[[]content.Section]
	for i, doc := range docs {
		chosen, err := doc.Page(o.Parts)
		if err != nil {
			return fmt.Errorf("page of %s: %w", doc.Register, err)
		}
		v := &voice{lang: doc.Lang, doc: doc, words: words[i]}
		p.voices = append(p.voices, v)
		sections = append(sections, said[[]content.Section]{v, chosen})
	}
	p.find(sections[0].it)
	p.body(sections)
	p.put("<script>", plainScript(), "</script>\n</body>\n</html>\n")
	body := p.out.String()
	p.out = strings.Builder{}
	p.head(p.style())
	return writeAll(w, p.out.String(), body)
}

// writeAll writes texts one after the other.
func writeAll(w io.Writer, texts ...string) error {
	if buffer, ok := w.(*bytes.Buffer); ok { // which would double more than once
		n := 0
		for _, s := range texts {
			n += len(s)
		}
		buffer.Grow(n)
	}
	for _, s := range texts {
		if _, err := io.WriteString(w, s); err != nil {
			return err
		}
	}
	return nil
}

// head is what stands before the body. The style and the script are named by their hashes: a browser takes no other.
func (p *page) head(style string) {
	first := p.voices[0].doc
	pictures := ""
	if len(p.options.Logo) > 0 {
		pictures = "; img-src data:"
	}
	policy := fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'%s", sum(style), sum(plainScript()), pictures)
	p.put("<!DOCTYPE html>\n<html lang=", p.voices[0].lang, ">\n<head>\n<meta charset=utf-8>\n",
		`<meta http-equiv=Content-Security-Policy content="`, policy, "\">\n",
		"<meta name=viewport content=\"width=device-width, initial-scale=1\">\n<meta name=color-scheme content=\"light dark\">\n",
		`<meta name=generator content="`, escaped(p.options.Tool), "\">\n<title>", escaped(first.Title.Plain()), "</title>\n<style>", style, "</style>\n</head>\n<body>\n")
}

func sum(s string) string {
	hash := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(hash[:])
}

// body draws what stands above the parts, the parts, and what stands below.
func (p *page) body(sections []said[[]content.Section]) {
	p.put("<div class=page>\n<header>\n")
	for _, v := range p.voices {
		p.put("<span id=", v.lang, "></span>")
	}
	p.put("<p class=skip>")
	p.each(p.voices, func(v *voice) {
		p.put("<a href=#", v.lang, "-main>")
		p.runs(v, v.doc.Web.Skip)
		p.put("</a>")
	})
	p.put("</p>\n")
	p.marking()
	p.languages()
	p.put("</header>\n<main>\n")
	p.anchors("main")
	for i := range sections[0].it {
		p.section(pick(sections, func(list []content.Section) content.Section { return list[i] }))
	}
	p.put("</main>\n<footer>\n<p>")
	p.tell(pick(p.all(), func(d *content.Document) content.Text { return d.Stamp }))
	p.put("</p>\n")
	p.marking()
	p.put("</footer>\n</div>\n")
}

// marking is the protective marking, which stands above and below everything.
func (p *page) marking() {
	if p.voices[0].doc.Marking == "" {
		return
	}
	p.put("<p class=marking>")
	p.tell(pick(p.all(), func(d *content.Document) content.Text { return content.Text{{Text: d.Marking, Lang: d.MarkedIn}} }))
	p.put("</p>\n")
}

// languages leads from each language to the others.
func (p *page) languages() {
	if len(p.voices)+len(p.options.Others) < 2 {
		return
	}
	p.put("<ul class=langs>\n")
	for _, to := range p.voices {
		if len(p.voices) == 1 {
			break
		}
		p.put("<li")
		if len(p.voices) == 2 {
			for _, v := range p.voices {
				if v != to {
					p.put(" class=", v.lang)
				}
			}
		}
		p.put("><a class=switch href=#", to.lang, " hreflang=", to.lang, " lang=", to.lang, ">", escaped(to.doc.Web.Language.Plain()), "</a></li>\n")
	}
	for _, o := range p.options.Others {
		p.put("<li><a href=\"", escaped(o.File), "\" hreflang=", o.Lang, " lang=", o.Lang, ">", escaped(o.Name), "</a></li>\n")
	}
	p.put("</ul>\n")
}

// section draws one part.
func (p *page) section(parts []said[content.Section]) {
	id := parts[0].it.ID
	long := 0
	for i := range parts[0].it.Blocks {
		if parts[0].it.Blocks[i].Card != nil {
			long++
		}
	}
	p.put("<section class=\"s-", id)
	if long > many {
		p.put(" long")
	}
	p.put("\">\n")
	blocks := pick(parts, func(s content.Section) []content.Block { return s.Blocks })
	p.blocks(blocks)
	p.put("</section>\n")
}
