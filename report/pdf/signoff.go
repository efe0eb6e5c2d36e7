package pdf

import (
	"boardpack/report/pdf/layout"
)

// signOff lists what the issuer is asked to agree.
func signOff(b *book) []layout.Block {
	t := b.SignOffTable(b.words).Select("key", "short", "owner", "sign_off", "completed", "evidence")
	blocks := []layout.Block{layout.NewPage{}, layout.Heading{Level: 2, Text: t.Title, ID: "sign-off"}}
	return append(blocks, b.table(t)...)
}
