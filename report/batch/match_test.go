package batch

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
)

// TestHowAMasterIsFoundAgain: by its name, by its name without marks, or by its recommendations, of which half of the smaller must be in
// both; what is found by less than the name is told.
func TestHowAMasterIsFoundAgain(t *testing.T) {
	t.Parallel()
	four := rows("1:the first", "2:the second", "3:the third", "4:the fourth")
	half := rows("1:the first", "2:the second", "8:an eighth", "9:a ninth")
	less := rows("1:the first", "7:a seventh", "8:an eighth", "9:a ninth")
	both := map[string]string{"2023-08/a.csv": four, "2023-08/b.csv": rows("5:a fifth", "6:a sixth")}
	for _, c := range []struct {
		name   string
		before map[string]string
		now    map[string]string
		want   string // of each master of September: what it is compared with, and what is told
	}{
		{"the same name", map[string]string{"2023-08/a.csv": four}, map[string]string{"a.csv": less}, "a<2023-08/a.csv"},
		{"letters of another case", map[string]string{"2023-08/a.csv": four}, map[string]string{"A.csv": less}, "A<2023-08/a.csv"},
		{"another ending", map[string]string{"2023-08/a.csv": four}, map[string]string{"a.xlsx": xlsx(t, less)}, "a<2023-08/a.csv"},
		{"a mark of the version", map[string]string{"2023-08/a v1.csv": four}, map[string]string{"a v2 final.csv": less}, "a v2 final<2023-08/a v1.csv matched-by-name"},
		{"another name and the same rows", map[string]string{"2023-08/a.csv": four}, map[string]string{"z.csv": four}, "z<2023-08/a.csv matched-by-rows"},
		{"another name and half of the rows", map[string]string{"2023-08/a.csv": four}, map[string]string{"z.csv": half}, "z<2023-08/a.csv matched-by-rows"},
		{"another name and fewer", map[string]string{"2023-08/a.csv": four}, map[string]string{"z.csv": less}, "z<"},
		{"two with other names", both, map[string]string{"x.csv": rows("5:a fifth", "6:a sixth"), "y.csv": half}, "x<2023-08/b.csv matched-by-rows y<2023-08/a.csv matched-by-rows"},
		{"one that was split", map[string]string{"2023-08/a.csv": four}, map[string]string{"x.csv": rows("1:the first", "2:the second", "3:the third"), "y.csv": rows("4:the fourth")},
			"x<2023-08/a.csv matched-by-rows y<"},
		{"one that cannot be read", map[string]string{"2023-08/a.csv": "Ref,Theme\n1,Data\n"}, map[string]string{"z.csv": four}, "z<"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := map[string]string{}
			for name, data := range c.before {
				files[name] = data
			}
			for name, data := range c.now {
				files["2023-09/"+name] = data
			}
			checked, err := Check(context.Background(), *madeOf(t, files))
			require.NoError(t, err)
			var got []string
			for _, out := range checked {
				if out.Gone {
					continue
				}
				require.NoError(t, out.Err)
				line := out.Name + "<" + out.ComparedWith
				for _, p := range out.Problems {
					if strings.HasPrefix(p.Code, "matched-by-") {
						line += " " + p.Code
					}
				}
				got = append(got, line)
			}
			assert.Equal(t, c.want, strings.Join(got, " "))
		})
	}
}

// TestTextsThatManyMastersHaveSayNothing: a register is not found again by what stands in every other.
func TestTextsThatManyMastersHaveSayNothing(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 21 {
		files[fmt.Sprintf("2023-08/review-%c.csv", 'a'+i)] = rows("1:publish a plan", fmt.Sprintf("2:own %d", i), fmt.Sprintf("3:more %d", i))
	}
	files["2023-09/inspection.csv"] = rows("1:publish a plan", "2:something new")
	o := madeOf(t, files)
	c := o.newChain(newNotes(), newSources(master.Limits{}))
	for _, month := range []report.Month{{Year: 2023, Month: 8}, {Year: 2023, Month: 9}} {
		_, err := c.addMonth(month, true)
		require.NoError(t, err)
	}
	assert.Len(t, c.all, 22, "the new one is a register of its own")
	assert.Nil(t, c.fingerprint(&masterFile{path: filepath.Join(o.Input, "gone.csv"), listed: "gone.csv"}), "what cannot be read has no texts")
}
