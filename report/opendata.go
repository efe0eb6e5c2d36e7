package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
)

// openColumn is one column of the open data: its name and type, the same in every language and month, and a row's value.
type openColumn struct {
	name  string
	title string // message id
	kind  openKind
	words []string // the values that it may have, for one that has few; none for any
	value func(r *Position) string
}

// openKind is the type of a column's values, in the words of CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data", 5.11).
type openKind string

const (
	openText    openKind = "string"
	openDate    openKind = "date"
	openNumber  openKind = "integer"
	openBoolean openKind = "boolean"
)

// openColumns lists the columns in the order of the file. Names and values are those of figures.json.
func (p *Pack) openColumns() []openColumn {
	field := func(f Field, kind openKind, value func(r *Position) string) openColumn {
		return openColumn{name: string(f), title: "field." + string(f), kind: kind, value: value}
	}
	own := func(name string, kind openKind, value func(r *Position) string) openColumn {
		return openColumn{name: name, title: "column." + name, kind: kind, value: value}
	}
	in := func(lang string, text func(r *Position) Text) func(r *Position) string {
		return func(r *Position) string { return text(r)[lang] }
	}
	number := func(n func(r *Position) int) func(r *Position) string {
		return func(r *Position) string { return strconv.Itoa(n(r)) }
	}
	is := func(f Figure) func(r *Position) string {
		return func(r *Position) string { return strconv.FormatBool(r.In(f)) }
	}
	text := func(r *Position) Text { return r.Text }
	response := func(r *Position) Text { return r.Response }
	progress := func(r *Position) Text { return r.Progress }
	return []openColumn{
		own("key", openText, func(r *Position) string { return r.Key }),
		field(FieldRef, openText, func(r *Position) string { return r.Ref }),
		field(FieldSource, openText, func(r *Position) string { return r.Source }),
		field(FieldHeading, openText, func(r *Position) string { return r.Heading }),
		field(FieldTheme, openText, func(r *Position) string { return strings.Join(r.GroupThemes, ";") }),
		field(FieldRecommendation, openText, in("en", text)),
		field(FieldRecommendationCy, openText, in("cy", text)),
		field(FieldResponse, openText, in("en", response)),
		field(FieldResponseCy, openText, in("cy", response)),
		field(FieldOwner, openText, func(r *Position) string { return r.Owner }),
		field(FieldScope, openText, func(r *Position) string { return string(r.Scope) }).of(Scopes()),
		field(FieldPriority, openText, func(r *Position) string { return r.Priority }),
		field(FieldStatus, openText, func(r *Position) string { return r.Status }),
		own("state", openText, func(r *Position) string { return string(r.State) }).of(States()),
		field(FieldSignOff, openText, func(r *Position) string { return string(r.SignOff) }).of(SignOffs()),
		own("standing", openText, func(r *Position) string { return string(r.Standing) }).of(Standings()),
		field(FieldDueAsWritten, openText, func(r *Position) string { return r.DueAsWritten }),
		field(FieldOriginalDue, openDate, func(r *Position) string { return r.OriginalDue.String() }),
		field(FieldDue, openDate, func(r *Position) string { return r.Due.String() }),
		own("slip", openNumber, number(func(r *Position) int { return r.Slip })),
		own("times_moved", openNumber, number(func(r *Position) int { return r.TimesMoved })),
		own("overdue", openBoolean, is(Overdue)),
		own("days_late", openNumber, number(func(r *Position) int { return r.DaysLate })),
		own("due_soon", openBoolean, is(DueSoon)),
		own("rag", openText, func(r *Position) string { return string(r.Rating) }).of(Ratings()),
		field(FieldReason, openText, func(r *Position) string { return r.Reason }),
		field(FieldCompleted, openDate, func(r *Position) string { return r.Completed.String() }),
		field(FieldUpdated, openDate, func(r *Position) string { return r.Updated.String() }),
		field(FieldProgress, openText, in("en", progress)),
		field(FieldProgressCy, openText, in("cy", progress)),
		field(FieldEvidence, openText, func(r *Position) string { return r.Evidence }),
		own("actions", openNumber, number(func(r *Position) int { return max(1, len(r.Actions)) })),
		own("cell", openText, func(r *Position) string { return p.Register.Address(r.Recommendation, FieldRef) }),
	}
}

// of lists the values that a column may have; every list of them has its strings.
func (c openColumn) of(list any) openColumn {
	switch list := list.(type) {
	case []Scope:
		c.words = stringsOf(list)
	case []State:
		c.words = stringsOf(list)
	case []SignOff:
		c.words = stringsOf(list)
	case []Standing:
		c.words = stringsOf(list)
	case []Rating:
		c.words = stringsOf(list)
	}
	return c
}

func stringsOf[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// RecommendationsCSV gives the recommendations as open data: a row each under a row of names, in UTF-8 with commas and the line
// ends of RFC 4180. A byte order mark comes first, without which Excel would take Welsh letters for two others each. Names and values are the same in every language and month; texts stand in each language that the master
// has. A text that a spreadsheet would take for a formula has an apostrophe before it.
func (p *Pack) RecommendationsCSV() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	columns := p.openColumns()
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	if err := w.Write(row); err != nil {
		return nil, err
	}
	for i := range p.Positions {
		for c, column := range columns {
			row[c] = column.value(&p.Positions[i])
			if column.kind == openText {
				row[c] = harmless(row[c])
			}
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// harmless keeps a spreadsheet from working out a text as a formula when it opens the file: it would begin with one of these
// signs (OWASP, "CSV Injection"), or with one of their wide forms, or after a character that is not seen.
func harmless(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if trimmed := strings.TrimLeft(s, " \t\n\u00A0\uFEFF\u200B"); strings.IndexAny(trimmed, "=+-@＝＋－＠") == 0 || strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\n") {
		return "'" + s
	}
	return s
}

// RecommendationsCSVW describes the open data for programs: CSV on the Web's metadata for the file of the name given.
func (p *Pack) RecommendationsCSVW(file string, languages ...Words) ([]byte, error) {
	var title []csvwText
	for _, w := range languages {
		if text, lang := p.Title(w); lang == w.Lang() {
			title = append(title, csvwText{text, lang})
		}
	}
	schema := csvwSchema{PrimaryKey: "key"}
	for _, c := range p.openColumns() {
		titles := map[string][]string{} // the heading of the file is one of them, as a reader of the metadata must find it
		for _, w := range languages {
			titles[w.Lang()] = []string{c.name, w.Say(c.title)}
		}
		schema.Columns = append(schema.Columns, csvwColumn{Name: c.name, Titles: titles, Datatype: c.datatype(), Required: c.name == "key"})
	}
	meta := csvwTable{Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": languages[0].Lang()}}, URL: file, Title: title,
		Publisher: p.Organisation(languages[0]), Issued: csvwDay{p.AsAt, "xsd:date"}, Dialect: csvwDialect{Encoding: "utf-8", LineTerminators: []string{"\r\n"}, Header: true}, Schema: schema}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(meta)
	return out.Bytes(), err
}

// datatype is the column's type as the metadata has it: with a format where values are written in one way.
func (c openColumn) datatype() any {
	switch {
	case c.kind == openDate:
		return map[string]string{"base": string(openDate), "format": "yyyy-MM-dd"}
	case c.kind == openBoolean:
		return map[string]string{"base": string(openBoolean), "format": "true|false"}
	case len(c.words) > 0:
		return map[string]string{"base": string(openText), "format": strings.Join(c.words, "|")}
	}
	return string(c.kind)
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
	Value Date   `json:"@value"`
	Type  string `json:"@type"`
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
