package figuresjson_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/figuresjson"
	"boardpack/report/golden"
	"boardpack/report/reporttest"
)

const schemaFile = "figures.schema.json"

// figuresSchema compiles the schema that other programs may check figures.json with.
func figuresSchema(t testing.TB) *jsonschema.Schema { return compiled(t, func(any) {}) }

// exactSchema allows no field that the schema does not describe. Other programs must allow for them, as fields may be added; what this
// version writes is described in full.
func exactSchema(t testing.TB) *jsonschema.Schema { return compiled(t, closeObjects) }

func compiled(t testing.TB, change func(document any)) *jsonschema.Schema {
	t.Helper()
	return compile(t, schemaText(t), change)
}

func schemaText(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	require.NoError(t, err)
	return string(data)
}

func compile(t testing.TB, schema string, change func(document any)) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(schema))
	require.NoError(t, err)
	change(document)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource(schemaFile, document))
	compiled, err := compiler.Compile(schemaFile)
	require.NoError(t, err)
	return compiled
}

// closeObjects forbids, wherever the schema describes the fields of an object, any others.
func closeObjects(document any) {
	switch v := document.(type) {
	case map[string]any:
		if _, described := v["properties"].(map[string]any); described {
			v["additionalProperties"] = false
		}
		for _, inner := range v {
			closeObjects(inner)
		}
	case []any:
		for _, inner := range v {
			closeObjects(inner)
		}
	}
}

// validate gives the validator's complaint of a figures file.
func validate(schema *jsonschema.Schema, figures []byte) error {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(figures))
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

// TestFiguresAreAsTheirSchemaSays validates the figures of random registers with any history.
func TestFiguresAreAsTheirSchemaSays(t *testing.T) {
	t.Parallel()
	schema := exactSchema(t)
	rules, w := reporttest.Template(t)
	rapid.Check(t, func(rt *rapid.T) {
		months := reporttest.DrawHistory(rt)
		last := len(months) - 1
		pack, err := report.Build(months[last], months[:last], rules)
		if err != nil {
			rt.Fatal(err)
		}
		figures, err := figuresjson.Write(pack, w)
		if err != nil {
			rt.Fatal(err)
		}
		if err := validate(schema, figures); err != nil {
			rt.Fatalf("%v", err)
		}
	})
}

// TestTheSchemaAllowsForMore: a file of a later version, with fields that this one has not, is as the schema says.
func TestTheSchemaAllowsForMore(t *testing.T) {
	t.Parallel()
	_, w := reporttest.Template(t)
	figures, err := figuresjson.Write(reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1"})), w)
	require.NoError(t, err)
	later := []byte(strings.NewReplacer(`"total": 1,`, `"total": 1, "later_figure": 1,`, `"register":`, `"later": {"a": []}, "register":`).Replace(string(figures)))
	require.NotEqual(t, figures, later)
	assert.NoError(t, validate(figuresSchema(t), later))
	assert.Error(t, validate(exactSchema(t), later), "but this version has described what it writes")
}

// TestTheSchemaRefuses holds that the schema says no where it should.
func TestTheSchemaRefuses(t *testing.T) {
	t.Parallel()
	schema := figuresSchema(t)
	_, w := reporttest.Template(t)
	figures, err := figuresjson.Write(reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1"})), w)
	require.NoError(t, err)
	require.NoError(t, validate(schema, figures))
	cases := []struct{ name, from, to string }{
		{"another layout", "boardpack.figures/1", "boardpack.figures/2"},
		{"a day that is none", `"as_at": "2023-09-30"`, `"as_at": "30/09/2023"`},
		{"a month that is none", `"month": "2023-09"`, `"month": "2023-13"`},
		{"a rating that is none", `"rag": "amber"`, `"rag": "orange"`},
		{"a count below zero", `"total": 1`, `"total": -1`},
		{"a count that is a text", `"total": 1`, `"total": "1"`},
		{"a field that is not there", `"in_scope"`, `"inscope"`},
		{"a percentage above 100", `"percent_complete": 0`, `"percent_complete": 101`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			changed := strings.Replace(string(figures), c.from, c.to, 1)
			require.NotEqual(t, string(figures), changed)
			assert.Error(t, validate(schema, []byte(changed)))
		})
	}
}

// node is as much of a JSON Schema as the page about it needs.
type node struct {
	Ref         string           `json:"$ref"`
	Description string           `json:"description"`
	Type        any              `json:"type"`
	Const       string           `json:"const"`
	Enum        []any            `json:"enum"`
	Properties  map[string]*node `json:"properties"`
	Required    []string         `json:"required"`
	Items       *node            `json:"items"`
	AnyOf       []*node          `json:"anyOf"`
	Defs        map[string]*node `json:"$defs"`
}

// TestTheSchemaListsEveryFigureAndWord holds the lists in the schema to those of the program.
func TestTheSchemaListsEveryFigureAndWord(t *testing.T) {
	t.Parallel()
	root := readSchema(t)
	for _, g := range []*node{root.Properties["all"], root.Defs["group"]} {
		for _, f := range report.Figures() {
			assert.True(t, g.Properties[string(f.Name)] != nil && g.Properties["refs"].Properties[string(f.Name)] != nil && slices.Contains(g.Required, string(f.Name)),
				"figures.schema.json does not have the figure %s: go test ./report/figuresjson -update writes it again", f.Name)
		}
	}
	var figures []report.Figure
	for _, f := range report.Figures() {
		figures = append(figures, f.Name)
	}
	assert.Equal(t, texts(figures), enum(root.Defs["figure_change"].Properties["figure"]))
	assert.Equal(t, texts(report.ChangeKinds()), enum(root.Defs["change"].Properties["change"]))
	assert.Equal(t, texts(report.Causes()), enum(root.Defs["change"].Properties["cause"]))
	assert.Equal(t, texts(report.ReasonKinds()), enum(root.Defs["reason"].Properties["reason"]))
	assert.Equal(t, texts(report.Standings()), enum(root.Defs["standing"]))
	assert.Equal(t, texts(report.Ratings()), enum(root.Defs["rating"]))
	recommendation := root.Defs["recommendation"].Properties
	assert.Equal(t, texts(report.States()), enum(recommendation["state"]))
	assert.Equal(t, texts(report.Scopes()), enum(recommendation["scope"]))
	assert.Equal(t, texts(report.SignOffs()), enum(recommendation["sign_off"]))
}

// texts and enum give words sorted, to compare them.
func texts[T ~string](list []T) []string {
	var out []string
	for _, s := range list {
		out = append(out, string(s))
	}
	sort.Strings(out)
	return out
}

func enum(n *node) []string {
	var out []string
	for _, v := range n.Enum {
		out = append(out, fmt.Sprint(v))
	}
	sort.Strings(out)
	return out
}

func readSchema(t testing.TB) *node {
	t.Helper()
	var root node
	require.NoError(t, json.Unmarshal([]byte(schemaText(t)), &root))
	return &root
}

// TestFiguresPageIsThatOfTheSchema holds docs/figures.md to the schema, field by field; -update adds the figures that the schema lacks, and
// writes the page again.
func TestFiguresPageIsThatOfTheSchema(t *testing.T) {
	t.Parallel()
	rules, w := reporttest.Template(t)
	golden.File(t, schemaFile, withFigures(schemaText(t), report.Figures(), w, rules))
	golden.Section(t, filepath.Join("..", "..", "docs", "figures.md"), "<!-- fields: from report/figuresjson/figures.schema.json, by make golden -->", "", describe(readSchema(t)))
}

// describe writes a table for each object of the schema.
func describe(root *node) string {
	var b strings.Builder
	describeObject(&b, "The file", root)
	describeObject(&b, "all", root.Properties["all"])
	names := make([]string, 0, len(root.Defs))
	for name, n := range root.Defs {
		if len(n.Properties) > 0 {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		describeObject(&b, name, root.Defs[name])
	}
	return b.String()
}

func describeObject(b *strings.Builder, name string, n *node) {
	fmt.Fprintf(b, "\n## %s\n\n", name)
	if n.Description != "" {
		fmt.Fprintf(b, "%s\n\n", n.Description)
	}
	fmt.Fprint(b, "| field | type | meaning |\n|---|---|---|\n")
	fields := make([]string, 0, len(n.Properties))
	for field := range n.Properties {
		fields = append(fields, field)
	}
	sort.Slice(fields, func(i, j int) bool { return order(n, fields[i]) < order(n, fields[j]) })
	for _, field := range fields {
		p := n.Properties[field]
		optional := ""
		if !slices.Contains(n.Required, field) {
			optional = ", optional"
		}
		fmt.Fprintf(b, "| `%s` | %s%s | %s |\n", field, p.kind(), optional, p.Description)
	}
	for _, field := range fields {
		if items := n.Properties[field].Items; items != nil && len(items.Properties) > 0 {
			describeObject(b, name+", "+field, items)
		}
	}
}

// order puts the needed fields in the schema's order, and the others after them.
func order(n *node, field string) string {
	if i := slices.Index(n.Required, field); i >= 0 {
		return fmt.Sprintf("%04d", i)
	}
	return "9999" + field
}

// kind says what a field holds.
func (n *node) kind() string {
	switch {
	case n.Ref != "":
		return strings.ReplaceAll(strings.TrimPrefix(n.Ref, "#/$defs/"), "_", " ")
	case n.Const != "":
		return "`" + n.Const + "`"
	case len(n.Enum) > 0:
		words := make([]string, len(n.Enum))
		for i, w := range n.Enum {
			words[i] = fmt.Sprintf("`%v`", w)
		}
		return strings.Join(words, ", ")
	case len(n.AnyOf) > 0:
		var kinds []string
		for _, k := range n.AnyOf {
			kinds = append(kinds, k.kind())
		}
		sort.Strings(kinds)
		return strings.Join(kinds, " or ")
	case n.Items != nil && len(n.Items.Properties) > 0:
		return "list of objects"
	case n.Items != nil:
		return "list of " + n.Items.kind()
	}
	if list, ok := n.Type.([]any); ok {
		return fmt.Sprint(list[0], " or ", list[1])
	}
	return fmt.Sprint(n.Type)
}
