package opendata

import (
	"bytes"
	"encoding/json"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// Metadata describes the open data for programs: CSV on the Web's metadata for the file of the name given.
func Metadata(p *report.Pack, file string, languages ...report.Words) ([]byte, error) {
	var title []csvwText
	for _, w := range languages {
		if text, lang := named.Title(w, p); lang == w.Lang() {
			title = append(title, csvwText{text, lang})
		}
	}
	publisher, _ := named.Organisation(languages[0], p)
	schema := csvwSchema{PrimaryKey: "key"}
	for _, c := range columns(p) {
		titles := map[string][]string{} // the heading of the file is one of them, as a reader of the metadata must find it
		for _, w := range languages {
			titles[w.Lang()] = []string{c.name, w.Say(c.title)}
		}
		schema.Columns = append(schema.Columns, csvwColumn{Name: c.name, Titles: titles, Datatype: c.described(), Required: c.name == "key"})
	}
	meta := csvwTable{Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": languages[0].Lang()}}, URL: file, Title: title,
		Publisher: publisher, Issued: csvwDay{p.AsAt, "xsd:date"}, Dialect: csvwDialect{Encoding: "utf-8", LineTerminators: []string{"\r\n"}, Header: true}, Schema: schema}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(meta)
	return out.Bytes(), err
}

// described is the column's type as the metadata has it: with a format where values are written in one way.
func (c column) described() any {
	switch {
	case c.datatype == aDate:
		return map[string]string{"base": string(aDate), "format": "yyyy-MM-dd"}
	case c.datatype == aBoolean:
		return map[string]string{"base": string(aBoolean), "format": "true|false"}
	case len(c.words) > 0:
		return map[string]string{"base": string(aText), "format": strings.Join(c.words, "|")}
	}
	return string(c.datatype)
}

type csvwTable struct {
	Context   []any       `json:"@context"`
	URL       string      `json:"url"`
	Title     []csvwText  `json:"dc:title,omitempty"`
	Publisher string      `json:"dc:publisher,omitempty"`
	Issued    csvwDay     `json:"dc:issued"`
	Dialect   csvwDialect `json:"dialect"`
	Schema    csvwSchema  `json:"tableSchema"`
}

// csvwText is a text in a language, csvwDay a day.
type csvwText struct {
	Value string `json:"@value"`
	Lang  string `json:"@language"`
}

type csvwDay struct {
	Value report.Date `json:"@value"`
	Type  string      `json:"@type"`
}

type csvwDialect struct {
	Encoding        string   `json:"encoding"`
	LineTerminators []string `json:"lineTerminators"`
	Header          bool     `json:"header"`
}

type csvwSchema struct {
	Columns    []csvwColumn `json:"columns"`
	PrimaryKey string       `json:"primaryKey"`
}

type csvwColumn struct {
	Name     string              `json:"name"`
	Titles   map[string][]string `json:"titles"`
	Datatype any                 `json:"datatype"`
	Required bool                `json:"required,omitempty"`
}
