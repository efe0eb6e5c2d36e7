package report

import (
	"strings"

	"boardpack/report/fold"
	"boardpack/report/keys"
)

func identityOf(r *Recommendation) keys.Identity { return keys.IdentityOf(r.Source, r.Ref) }

// Wording is the text of a recommendation as it is compared between months: its letters and digits, so that other quotation
// marks, dashes, capitals or spaces make no other text. It is the first language that there is.
func Wording(r *Recommendation) string {
	for _, lang := range []string{"en", "cy"} {
		if text := fold.Letters(r.Text[lang]); text != "" {
			return text
		}
	}
	return ""
}

// wholeRow is all that a row holds, without the place where it stands.
func wholeRow(r *Recommendation) string {
	var b strings.Builder
	for _, text := range r.typed() {
		b.WriteString(text)
		b.WriteByte(0)
	}
	for _, day := range []Date{r.OriginalDue, r.Due, r.Completed, r.Updated} {
		b.WriteString(day.String())
		b.WriteByte(0)
	}
	b.WriteString(string(r.Scope) + "\x00" + string(r.SignOff) + "\x00" + string(r.State) + "\x00" + strings.Join(r.Themes, "\x00"))
	return b.String()
}
