package proof_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTheSampleProves holds that nothing is found where nothing is wrong, in both languages.
func TestTheSampleProves(t *testing.T) {
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, lang := range []string{"en", "cy"} {
			t.Run(name+"/"+lang, func(t *testing.T) {
				s := load(t, name, lang, "")
				assert.NoError(t, s.check().Document(s.doc))
				assert.NoError(t, s.check().Paper(s.paper(t, s.doc), s.doc))
				assert.NoError(t, s.check().Workbook(s.book(t, s.doc), s.doc))
			})
		}
	}
}
