package proof_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/content"
	"boardpack/report/proof"
)

// noted are the places of a page's elements whose digits mean something: where a link leads, and what is noted for the script.
var noted = regexp.MustCompile(`<[^>]*>`)

// digitsOfPage are the digits of a page: what it shows, where its links lead, what it notes of rows, and what its style sheet writes.
func digitsOfPage(page []byte) []digit {
	var out []digit
	body, end := bytes.Index(page, []byte("<body>")), bytes.Index(page, []byte("<script>"))
	place := func(kind string, at int) {
		if '0' <= page[at] && page[at] <= '9' {
			out = append(out, digit{kind, string(page[max(0, at-20) : at+10]), func() []byte {
				changed := bytes.Clone(page)
				changed[at] = otherDigit(changed[at])
				return resigned(changed)
			}})
		}
	}
	at := body
	for _, tag := range noted.FindAllIndex(page[body:end], -1) {
		for ; at < body+tag[0]; at++ {
			place("shown", at)
		}
		for _, attribute := range []string{" href=#", " data-at=", " data-is="} {
			if i := bytes.Index(page[at:body+tag[1]], []byte(attribute)); i >= 0 {
				from := at + i + len(attribute)
				for j := from; j < body+tag[1] && page[j] != ' ' && page[j] != '>'; j++ {
					place(strings.Trim(attribute, " =#"), j)
				}
			}
		}
		at = body + tag[1]
	}
	style := bytes.Index(page, []byte("<style>"))
	for _, m := range regexp.MustCompile(`::before\{content:"([^"\\]*)`).FindAllSubmatchIndex(page[style:body], -1) {
		for j := style + m[2]; j < style+m[3]; j++ {
			place("written by the style sheet", j)
		}
	}
	slices.SortStableFunc(out, func(a, b digit) int { return strings.Compare(a.kind, b.kind) })
	return out
}

// resigned names the style sheet of a page by the hash that it has now: what it says must be found wrong, and not the hash alone.
func resigned(page []byte) []byte {
	from, to := bytes.Index(page, []byte("<style>"))+len("<style>"), bytes.Index(page, []byte("</style>"))
	sum := sha256.Sum256(page[from:to])
	return regexp.MustCompile(`style-src 'sha256-[^']*'`).ReplaceAll(page, []byte("style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'"))
}

// TestThePageProves holds that nothing is found where nothing is wrong, in both languages and in each alone.
func TestThePageProves(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		en, cy, proves := both(t, name)
		assert.NoError(t, proves(en.page(t, en.doc, cy.doc)))
		assert.NoError(t, proves(en.page(t, cy.doc, en.doc)), "in the other order")
		assert.NoError(t, proof.Page(en.page(t, en.doc), []proof.Spoken{{Check: en.check(), Doc: en.doc}}, nil))
		assert.Error(t, proves(en.page(t, en.doc)), "a language less")
	}
}

// TestAPageWithFaultsIsCaught changes what a page holds beside its numbers.
func TestAPageWithFaultsIsCaught(t *testing.T) {
	t.Parallel()
	en, cy, proves := both(t, "stalking-harassment")
	page := string(en.page(t, en.doc, cy.doc))
	for name, change := range map[string][2]string{
		"a script more":             {"</main>", "<script>alert(1)</script></main>"},
		"an element of no page":     {"</main>", "<iframe></iframe></main>"},
		"a look of its own":         {"<main>", "<main style=\"color:red\">"},
		"a handler":                 {"<main>", "<main onclick=\"x\">"},
		"a link out":                {"href=#en-main", "href=https://example.org"},
		"a link to nowhere":         {"href=#en-main", "href=#en-mine"},
		"a place twice":             {"id=en-main", "id=cy-main"},
		"another policy":            {"default-src 'none'", "default-src 'self'"},
		"a policy of more":          {"form-action 'none'", "form-action 'none'; img-src *"},
		"a note":                    {"<main>", "<main><!-- 1 -->"},
		"a picture":                 {"<main>", "<main><img src=\"x.png\" alt=\"\">"},
		"a sentence more":           {"<main>", "<main><p>77 more are complete</p>"},
		"a sentence more in Welsh":  {"<main>", "<main><p class=cy lang=cy>77 arall</p>"},
		"a text of no language":     {"<main>", "<main><p class=fr>77</p>"},
		"the script changed":        {"'use strict'", "'use  strict'"},
		"a card's link to another":  {"<a href=#en-r3><span class=hidden>", "<a href=#en-r4><span class=hidden>"},
		"a ref's link to another":   {"<a class=en href=#en-r3>3</a>", "<a class=en href=#en-r4>3</a>"},
		"a ref's link in Welsh":     {"<a class=en href=#en-r3>3</a>", "<a class=en href=#cy-r3>3</a>"},
		"what is due":               {"data-is=overdue", "data-is=due_soon"},
		"what is due left out":      {" data-is=overdue", ""},
		"another title":             {"<title>Stalking", "<title>Talking"},
		"another language at first": {"<html lang=en>", "<html lang=fr>"},
	} {
		changed := strings.Replace(page, change[0], change[1], 1)
		require.NotEqual(t, page, changed, name)
		assert.Error(t, proves([]byte(changed)), name)
	}
	for _, n := range []int{0, 1, 100, len(page) / 2, len(page) - 1000} {
		assert.Error(t, proves([]byte(page[:n])), "a page cut off after %d bytes", n)
	}
}

// TestAPageThatSaysOtherThingsIsCaught draws another Document than the one that it is compared with.
func TestAPageThatSaysOtherThingsIsCaught(t *testing.T) {
	t.Parallel()
	en, cy, proves := both(t, "stalking-harassment")
	web := func(d *content.Document, id string) *content.Section {
		i := slices.IndexFunc(d.Web.Sections, func(s content.Section) bool { return s.ID == id })
		return &d.Web.Sections[i]
	}
	for name, change := range map[string]func(d *content.Document){
		"a section less":    func(d *content.Document) { d.Web.Sections = d.Web.Sections[:5] },
		"a card less":       func(d *content.Document) { s := web(d, "cards"); s.Blocks = s.Blocks[:len(s.Blocks)-1] },
		"two cards swapped": func(d *content.Document) { s := web(d, "cards"); s.Blocks[1], s.Blocks[2] = s.Blocks[2], s.Blocks[1] },
		"a row less":        func(d *content.Document) { cutRow(web(d, "register").Blocks[2].Table.Inline) },
		"two rows swapped":  func(d *content.Document) { swapRows(web(d, "register").Blocks[2].Table.Inline) },
		"a choice less":     func(d *content.Document) { c := web(d, "register").Blocks[1].Choices; c.Fields = c.Fields[1:] },
		"an option less": func(d *content.Document) {
			f := &web(d, "register").Blocks[1].Choices.Fields[0]
			f.Options = f.Options[1:]
		},
		"a text of another": func(d *content.Document) {
			s := web(d, "cards")
			s.Blocks[1].Card.Entry().Text = s.Blocks[2].Card.Entry().Text
		},
		"a date to order by": func(d *content.Document) {
			t := web(d, "register").Blocks[2].Table.Inline
			t.Rows[0].Cells[5].Date = t.Rows[1].Cells[5].Date
		},
	} {
		assert.Error(t, proves(en.page(t, en.other(t, change), cy.doc)), name)
	}
	for name, change := range map[string]func(d *content.Document){
		"a row under another heading": func(d *content.Document) {
			f := &web(d, "register").Blocks[1].Choices.Fields[4]
			f.Options[0].Keys = f.Options[1].Keys
		},
		"an option misnamed": func(d *content.Document) {
			f := &web(d, "register").Blocks[1].Choices.Fields[4]
			f.Options[0].ID = "due_soon"
		},
		"a day to order by": func(d *content.Document) {
			t := web(d, "register").Blocks[2].Table.Inline
			t.Rows[0].Cells[5].Date = t.Rows[1].Cells[5].Date
		},
		"the first part without a figure": func(d *content.Document) { s := web(d, "glance"); s.Blocks = s.Blocks[:3] },
	} {
		assert.Error(t, en.check().Document(en.other(t, change)), name)
	}
}
