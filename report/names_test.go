package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

// inWelsh is a row with an owner, a heading and a reason in both languages.
func inWelsh(ref, owner, cy string) report.Recommendation {
	r := report.Recommendation{Ref: ref, Owner: owner, Reason: "Late.", Welsh: map[report.Field]string{report.FieldReason: "Yn hwyr."}}
	if cy != "" {
		r.Welsh[report.FieldOwner] = cy
	}
	return r
}

// TestANameHasOneWelshForm: the first of the master's; what another name is called is none, and neither is the form of another row's name.
func TestANameHasOneWelshForm(t *testing.T) {
	t.Parallel()
	pack := build(t, register(inWelsh("1", "Head of X", ""), inWelsh("2", "head of x", "Pennaeth X"), inWelsh("3", "Head of X", "Arweinydd X"),
		inWelsh("4", "Head of Y", "Pennaeth X"), inWelsh("5", "Head of Z", "Head of Y"), inWelsh("6", "Jo Rees", "Jo Rees")))
	owner := func(key string) report.Text { return pack.Said(pack.Position(key).Recommendation, report.FieldOwner) }
	both := report.Text{"en": "Head of X", "cy": "Pennaeth X"}
	assert.Equal(t, both, owner("1"))
	assert.Equal(t, both, owner("3"))
	assert.Equal(t, report.Text{"en": "Head of Y"}, owner("4"), "the form is taken")
	assert.Equal(t, report.Text{"en": "Head of Z"}, owner("5"), "another is called so")
	assert.Equal(t, report.Text{"en": "Jo Rees", "cy": "Jo Rees"}, owner("6"))
	assert.Equal(t, both, pack.Owners[0].Name)
	assert.Equal(t, 3, pack.Owners[0].N(report.Total))
	assert.Equal(t, report.Text{"en": "Late.", "cy": "Yn hwyr."}, pack.Said(pack.Position("1").Recommendation, report.FieldReason))
	assert.Nil(t, pack.Said(pack.Position("1").Recommendation, report.FieldEvidence))

	sub, err := pack.Only(report.OfOwners, &pack.Owners[0])
	assert.NoError(t, err)
	assert.Equal(t, both, sub.Owners[0].Name)
}

// TestActionsInWelsh: what all actions say in Welsh is put together; half of it is not.
func TestActionsInWelsh(t *testing.T) {
	t.Parallel()
	join := func(second report.Recommendation) *report.Recommendation {
		first := inWelsh("1", "B", "Y")
		first.AddAction(second)
		return &report.JoinActions([]report.Recommendation{first}, "")[0]
	}
	whole := join(inWelsh("1", "A", "Z"))
	assert.Equal(t, "A; B", whole.Owner)
	assert.Equal(t, "Y; Z", whole.Welsh[report.FieldOwner])
	assert.Equal(t, "Yn hwyr.", whole.Welsh[report.FieldReason])
	half := join(inWelsh("1", "A", ""))
	assert.Equal(t, "A; B", half.Owner)
	assert.NotContains(t, half.Welsh, report.FieldOwner)
}

func TestTextInALanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text             report.Text
		lang, want, wish string
	}{
		{report.Text{"en": "a", "cy": "b"}, "cy", "b", "cy"}, {report.Text{"en": "a", "cy": "b"}, "en", "a", "en"},
		{report.Text{"en": "a"}, "cy", "a", "en"}, {report.Text{"cy": "b"}, "en", "b", "cy"}, {report.Text{"cy": ""}, "cy", "", "en"}, {nil, "cy", "", "en"},
	} {
		text, lang := c.text.In(c.lang)
		assert.Equal(t, []string{c.want, c.wish}, []string{text, lang}, "%v in %s", c.text, c.lang)
	}
}
