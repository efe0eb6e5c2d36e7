package figuresjson_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figurerule"
	"boardpack/report/figuresjson"
	"boardpack/report/reporttest"
)

// withFigures gives the schema with the figures that it lacks: their numbers and keys in each group, described by their rules, and their
// names among those of figure changes.
func withFigures(schema string, figures []report.FigureRule, w report.Words, rules *report.Rules) string {
	for _, f := range figures {
		keys := fmt.Sprintf("The refs behind %s.", f.Name)
		if strings.Contains(schema, keys) {
			continue
		}
		number := fmt.Sprintf("        %q: {\n          \"$ref\": \"#/$defs/count\",\n          \"description\": %q\n        },\n", f.Name, figurerule.Sentence(w, f, rules))
		refs := fmt.Sprintf("            },\n            %q: {\n              \"$ref\": \"#/$defs/keys\",\n              \"description\": %q\n", f.Name, keys)
		behind := "            }\n          },\n          \"description\": \"The refs of the recommendations behind"
		named := "\n          ],\n          \"description\": \"The figure's name.\""
		schema = strings.NewReplacer("        \"percent_complete\": {", number+"        \"percent_complete\": {",
			"        \"percent_complete\",", fmt.Sprintf("        %q,\n        \"percent_complete\",", f.Name),
			behind, refs+behind, named, fmt.Sprintf(",\n            %q", f.Name)+named).Replace(schema)
	}
	return schema
}

// TestANewFigureIsInTheFileAndItsSchema: a figure that has an entry in the list is in the file, with its keys, and the schema describes it
// once it is written again.
func TestANewFigureIsInTheFileAndItsSchema(t *testing.T) {
	t.Parallel()
	shipped, english := reporttest.Template(t)
	rules := *shipped
	list := reporttest.MadeUps()
	rules.Figures = reporttest.Figures(list)
	w := reporttest.Named{Words: english, Figures: list}
	row := report.Recommendation{Ref: "1"}
	pack, err := report.Build(reporttest.Register(row), []*report.Register{reporttest.Earlier(report.Recommendation{Ref: "2"})}, &rules)
	require.NoError(t, err)
	file, err := figuresjson.Write(pack, w)
	require.NoError(t, err)
	assert.Contains(t, string(file), `"made_up_needs_attention": 1,`)
	assert.Contains(t, string(file), `"made_up_needs_attention": [`)
	schema := withFigures(schemaText(t), pack.Figures(), w, &rules)
	assert.Error(t, validate(exactSchema(t), file))
	assert.NoError(t, validate(compile(t, schema, closeObjects), file))
	assert.Equal(t, schema, withFigures(schema, pack.Figures(), w, &rules), "nothing is added twice")
	assert.Equal(t, schemaText(t), withFigures(schemaText(t), report.Figures(), w, &rules), "the schema has every figure of the program")
	assert.Error(t, validate(compile(t, schema, closeObjects), []byte(strings.Replace(string(file), `"made_up_needs_attention": 1,`, "", 1))), "each is needed")
}
