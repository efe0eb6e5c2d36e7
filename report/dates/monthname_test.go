package dates_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/dates"
)

func TestMonthsNamed(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, want string }{
		{"Position at 31 August 2023", "2023-08 31 (31 August 2023)"},
		{"Position at 31st August 2023", "2023-08 31 (31st August 2023)"},
		{"Progress to August 2023: stalking", "2023-08 0 (August 2023)"},
		{"August 31, 2023", "2023-08 31 (August 31, 2023)"},
		{"Aug-23", "2023-08 0 (Aug-23)"},
		{"Sep23", "2023-09 0 (Sep23)"},
		{"30Sep2023", "2023-09 30 (30Sep2023)"},
		{"Sefyllfa ar 31 Awst 2023", "2023-08 31 (31 Awst 2023)"},
		{"Y sefyllfa ar yr 31ain o Awst 2023", "2023-08 31 (31ain o Awst 2023)"},
		{"Cynnydd hyd Ionawr 2027", "2027-01 0 (Ionawr 2027)"},
		{"2027-1", "2027-01 0 (2027-1)"},
		{"2027_01", "2027-01 0 (2027_01)"},
		{"2027.01", "2027-01 0 (2027.01)"},
		{"1-2027", "2027-01 0 (1-2027)"},
		{"202701", "2027-01 0 (202701)"},
		{"012027", "2027-01 0 (012027)"},
		{"20270131", "2027-01 31 (20270131)"},
		{"31012027", "2027-01 31 (31012027)"},
		{"2027-01-31", "2027-01 31 (2027-01-31)"},
		{"31/01/2027", "2027-01 31 (31/01/2027)"},
		{"31.1.27", "2027-01 31 (31.1.27)"},
		{"2027 January", "2027-01 0 (2027 January)"},
		{"Update of August", "0000-08 0 (August)"},
		{"Diweddariad Medi", "0000-09 0 (Medi)"},
		{"July 2023 to August 2023", "2023-07 0 (July 2023); 2023-08 0 (August 2023)"},
		{"What the force may do", ""},
		{"Mar Lodge", ""},
		{"PEEL 2023-25", ""},
		{"Financial year 2023-24", ""},
		{"Review 2023", ""},
		{"Quarter 3 2023", ""},
		{"13-2027", ""},
		{"202713", ""},
		{"12 recommendations", ""},
		{"", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range dates.MonthsNamed(c.name) {
				got = append(got, fmt.Sprintf("%s %d (%s)", m.Month, m.Day, m.Text))
			}
			assert.Equal(t, c.want, strings.Join(got, "; "))
		})
	}
}
