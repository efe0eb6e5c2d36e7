package batch

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMarksAreSetAside(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, want string }{
		{"stalking-harassment", "stalking harassment"},
		{"Stalking_Harassment", "stalking harassment"},
		{"stalking-harassment 2023-09", "stalking harassment"},
		{"2023-09-30 stalking harassment", "stalking harassment"},
		{"stalking harassment 30.09.2023", "stalking harassment"},
		{"stalking harassment 30 September 2023", "stalking harassment"},
		{"stalking harassment 30th Sept 23", "stalking harassment"},
		{"stalking harassment Sep23", "stalking harassment"},
		{"stalking harassment 20230930", "stalking harassment"},
		{"stalking harassment 202309", "stalking harassment"},
		{"stalking harassment Q3 2023", "stalking harassment"},
		{"stalking harassment v2", "stalking harassment"},
		{"stalking_harassment_v1.2_FINAL", "stalking harassment"},
		{"stalking harassment version 3", "stalking harassment"},
		{"stalking harassment (1)", "stalking harassment"},
		{"Copy of stalking harassment", "stalking harassment"},
		{"stalking harassment - Copy (2)", "stalking harassment"},
		{"stalking harassment draft Medi 2023", "stalking harassment"},
		{"m-DESKTOP-AB12CD", "m"},
		{"m-LAPTOP-7K2LP0Q1", "m"},
		{"m_conflict-20230901-101112", "m"},
		{"m-laptop-security", "m laptop security"},
		{"conflict of interest", "conflict of interest"},
		{"custody phase 2", "custody phase 2"},
		{"use of force", "use of force"},
		{"crime in 12 areas", "crime in 12 areas"},
		{"PEEL 2023-25", "peel"},
		{"2023-09", "2023-09"},
		{"final", "final"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, newMarks().plainName(c.name)) })
	}
}
