package round

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// codeLetters are those of the codes of rows: no two of them look alike.
const codeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

// rowCode gives a row its code: eight characters of the round, the register, the ref, the text and the place of the action.
func rowCode(month report.Month, r *Row) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{month.String(), r.Register, fold.Text(r.Ref), r.Text, r.TextCy, strconv.Itoa(r.Action)}, "\x00")))
	return base32.NewEncoding(codeLetters).EncodeToString(sum[:5])
}

// mark is a short hash.
func mark(texts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// textMark stands for a text in round.json and where texts are compared; "" for no text.
func textMark(text string) string {
	folded := fold.Letters(text)
	if folded == "" {
		return ""
	}
	return mark(folded)
}

// look is what tells an action from the others of its recommendation: what no owner changes from month to month.
func look(r *report.Recommendation) string {
	texts := []string{fold.Text(r.Owner), fold.Letters(r.Response["en"]), fold.Letters(r.Response["cy"]), fold.Text(r.DueAsWritten), r.OriginalDue.String()}
	for _, extra := range r.Extra {
		texts = append(texts, fold.Text(extra))
	}
	return mark(texts...)
}
