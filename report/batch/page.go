package batch

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/html"
	"boardpack/report/proof"
)

// Output is a kind of file of a pack that a template can leave out. Figures, Documents and the manifest are always written: they are what
// the others are proved against.
type Output string

// The outputs.
const (
	outputPDF      Output = "pdf"
	outputWorkbook Output = "xlsx"
	outputPage     Output = "html"
	outputData     Output = "csv"
)

// outputNames lists the outputs by name.
func outputNames() []string {
	return []string{string(outputPDF), string(outputWorkbook), string(outputPage), string(outputData)}
}

// writes tells whether an output is asked for.
func (o *Options) writes(out Output) bool {
	if len(o.Outputs) == 0 {
		return true
	}
	for _, name := range o.Outputs {
		if Output(name) == out {
			return true
		}
	}
	return false
}

// speaker is a language with what the pack says in it.
type speaker struct {
	words report.Words
	said  telling
}

// speakers are the languages of a pack: those that the run writes, and then the others of the template, for the page is of all.
func (r *run) speakers(pack *report.Pack, figures *proof.Figures, name func(part string) string) []speaker {
	var out []speaker
	for _, w := range slices.Concat(r.Words, r.figuresWords()) {
		if !slices.ContainsFunc(out, func(s speaker) bool { return s.words.Lang() == w.Lang() }) {
			out = append(out, speaker{w, r.said(content.Of, pack, figures, w, name(w.Lang()))})
		}
	}
	return out
}

// ofTemplate are those of the languages that the template has, in its order, so that the page is the same whichever of them a run writes.
func (r *run) ofTemplate(all []speaker) []speaker {
	var out []speaker
	for _, w := range r.figuresWords() {
		i := slices.IndexFunc(all, func(s speaker) bool { return s.words.Lang() == w.Lang() })
		out = append(out, all[i])
	}
	return out
}

// pages are the pages for browsers: one of all languages or, of a register too large for that, one of each, which is added to the files of
// its language so that no more than one language is held at a time.
func (r *run) pages(pack *report.Pack, all []speaker, figures *proof.Figures, register, month string, files [][]rendering) []rendering {
	shown := r.ofTemplate(all)
	if len(pack.Positions) < html.Split || len(shown) < 2 {
		return []rendering{{name: r.FileName.page(register, month), long: true, make: whole(func() ([]byte, error) { return r.page(shown, nil, figures, r.FileName.page(register, month)) })}}
	}
	file := func(lang string) string { return r.FileName.of(register, month, lang) + pageEnding }
	for i, s := range all {
		if !slices.ContainsFunc(shown, func(other speaker) bool { return other.words.Lang() == s.words.Lang() }) {
			continue
		}
		others := map[string]report.Words{}
		for _, other := range shown {
			if other.words.Lang() != s.words.Lang() {
				others[file(other.words.Lang())] = other.words
			}
		}
		files[i] = append(files[i], rendering{name: file(s.words.Lang()), long: true, make: whole(func() ([]byte, error) {
			return r.page([]speaker{s}, others, figures, file(s.words.Lang()))
		})})
	}
	return nil
}

// page makes a page of some languages; elsewhere are those that have a file of their own, by its name.
func (r *run) page(of []speaker, elsewhere map[string]report.Words, figures *proof.Figures, name string) ([]byte, error) {
	options := html.Options{Accent: r.Accent, Tool: r.tool(), Parts: r.PageParts}
	if r.Logo != nil {
		options.Logo = r.Logo.PNG
	}
	var docs []*content.Document
	var words []report.Words
	var spoken []proof.Spoken
	for _, s := range of {
		doc, _ := s.said() // its own file waits for the proof of it
		docs, words = append(docs, doc), append(words, s.words)
		spoken = append(spoken, proof.Spoken{Check: r.proofOf(content.ThePaper, figures, s.words), Doc: doc})
	}
	others := map[string]string{}
	for _, file := range sortedNames(elsewhere) {
		w := elsewhere[file]
		others[file] = content.LanguageName(w)
		options.Others = append(options.Others, html.Other{Lang: w.Lang(), Name: others[file], File: file})
	}
	var out bytes.Buffer
	if err := html.Write(&out, docs, words, options); err != nil {
		return nil, err
	}
	return out.Bytes(), proved(name, proof.Page(out.Bytes(), spoken, others))
}

func sortedNames[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// page compares a page with what the pack says in its languages; false where that is not known of all.
func (entry *ManifestPack) page(month, name string, data []byte, files map[string][]byte, figures *proof.Figures, words func(lang string) report.Words) (bool, error) {
	before, after := entry.FileName.around(entry.Register, month)
	part := func(name, ending string) string {
		return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(name, ending), before), after)
	}
	var spoken []proof.Spoken
	elsewhere := map[string]string{}
	alone := ""
	for _, f := range entry.Outputs {
		lang, record := languageOf(part(f.Name, documentEnding))
		if record || !strings.HasSuffix(f.Name, documentEnding) {
			continue
		}
		if files[f.Name] == nil || words(lang) == nil {
			return false, nil
		}
		doc, err := content.Read(files[f.Name])
		if err != nil {
			return true, err
		}
		file := entry.FileName.of(entry.Register, month, lang) + pageEnding
		if file == name {
			alone = lang
		}
		elsewhere[file] = content.LanguageName(words(lang))
		check := proof.Check{Figures: figures, Words: words(lang), Sections: proof.Sections{Web: entry.PageParts}}
		spoken = append(spoken, proof.Spoken{Check: check, Doc: doc})
	}
	if alone == "" {
		return true, proof.Page(data, spoken, nil)
	}
	spoken = slices.DeleteFunc(spoken, func(s proof.Spoken) bool { return s.Doc.Lang != alone })
	delete(elsewhere, name)
	return true, proof.Page(data, spoken, elsewhere)
}
