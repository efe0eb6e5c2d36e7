package start

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// fields lists the columns of the master: those that the template knows and its packs have a use for.
func (b *blank) fields() []report.Field {
	var out []report.Field
	for _, f := range report.Fields() {
		switch {
		case len(b.template.Vocabulary.Columns[f]) == 0,
			f == report.FieldSignOff && b.template.Rules.SignOff == report.SignOffIgnored,
			f.IsWelsh() && !slices.Contains(b.template.Languages, "cy"):
			continue
		}
		out = append(out, f)
	}
	return out
}

// heading is the column's name: in the words of the pack where the template reads those.
func (b *blank) heading(f report.Field) string {
	return known(b.template.Vocabulary.Columns[f], b.words.Say("field."+string(f)))
}

// list is the words that a column takes; none for a column of free text.
func (b *blank) list(f report.Field) []string {
	v := &b.template.Vocabulary
	var out []string
	add := func(words []string, said string) {
		if word := known(words, said); word != "" {
			out = append(out, word)
		}
	}
	switch f {
	case report.FieldTheme:
		for _, theme := range b.template.Rules.Themes {
			name, _ := theme.Name.In(b.words.Lang())
			add(v.Themes[theme.ID], name)
		}
	case report.FieldStatus:
		for _, s := range report.States() {
			if s != report.Unrecognised {
				add(v.States[s], named.State(b.words, s))
			}
		}
	case report.FieldSignOff:
		for _, s := range report.SignOffs() {
			add(v.SignOffs[s], named.SignOff(b.words, s))
		}
	case report.FieldScope:
		for _, s := range report.Scopes() {
			add(v.Scopes[s], named.Scope(b.words, s))
		}
	case report.FieldPriority:
		out = b.template.Rules.Priorities
	}
	return out
}

func isDate(f report.Field) bool {
	switch f {
	case report.FieldOriginalDue, report.FieldDue, report.FieldCompleted, report.FieldUpdated:
		return true
	}
	return false
}

// width is a column's width in characters.
func width(f report.Field) float64 {
	switch f {
	case report.FieldRef:
		return 9
	case report.FieldRecommendation, report.FieldResponse, report.FieldProgress, report.FieldRecommendationCy, report.FieldResponseCy, report.FieldProgressCy:
		return 52
	case report.FieldReason, report.FieldEvidence, report.FieldReasonCy, report.FieldEvidenceCy:
		return 36
	case report.FieldSource, report.FieldTheme, report.FieldOwner, report.FieldDueAsWritten, report.FieldSourceCy, report.FieldOwnerCy:
		return 24
	}
	return 16
}
