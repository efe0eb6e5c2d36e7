package dates_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/reporttest"
)

// TestFormsOfDatesInWords has the forms that bodies in Britain write, each as "words | kind | date", in English and Welsh.
func TestFormsOfDatesInWords(t *testing.T) {
	t.Parallel()
	forms := `
		2023-24 | financial | 2024-03-31
		2023–24 | financial | 2024-03-31
		2023/24 | financial | 2024-03-31
		2023-2024 | financial | 2024-03-31
		FY24/25 | financial | 2025-03-31
		FY 2024/25 | financial | 2025-03-31
		FY2024-25 | financial | 2025-03-31
		end of FY 2024/25 | financial | 2025-03-31
		end of FY24/25 | financial | 2025-03-31
		end of financial year 2024-25 | financial | 2025-03-31
		financial year 2024 to 2025 | financial | 2025-03-31
		blwyddyn ariannol 2024-25 | financial | 2025-03-31
		diwedd y flwyddyn ariannol 2024/25 | financial | 2025-03-31
		erbyn diwedd 2024-25 | financial | 2025-03-31

		Q3 2023-24 | quarter | 2023-12-31
		Q3 2023–24 | quarter | 2023-12-31
		Q3 23/24 | quarter | 2023-12-31
		Q4 FY24/25 | quarter | 2025-03-31
		Quarter 4 of FY 2024-25 | quarter | 2025-03-31
		2024Q1 | quarter | 2024-03-31
		2024 Q1 | quarter | 2024-03-31
		Q1 2024 | quarter | 2024-03-31
		Q2/2024 | quarter | 2024-06-30
		Q2-2024 | quarter | 2024-06-30
		end Q2 2024 | quarter | 2024-06-30
		by end of Q2 2024 | quarter | 2024-06-30
		Q3 '24 | quarter | 2024-09-30
		2nd quarter 2024 | quarter | 2024-06-30
		ail chwarter 2024 | quarter | 2024-06-30
		Ch2 2024 | quarter | 2024-06-30
		chwarter 3 2023-24 | quarter | 2023-12-31
		trydydd chwarter 2023/24 | quarter | 2023-12-31
		chwarter cyntaf 2024 | quarter | 2024-03-31

		H1 2024 | half | 2024-06-30
		H2 2024/25 | half | 2025-03-31
		H1 FY24/25 | half | 2024-09-30
		first half of 2024 | half | 2024-06-30
		second half of 2024/25 | half | 2025-03-31
		hanner cyntaf 2024 | half | 2024-06-30
		ail hanner 2024 | half | 2024-12-31

		Mar-24 | month | 2024-03-31
		Mar 24 | month | 2024-03-31
		March 24 | month | 2024-03-31
		Mar'24 | month | 2024-03-31
		Sept '24 | month | 2024-09-30
		Sept ’24 | month | 2024-09-30
		Sept 2024 | month | 2024-09-30
		Dec-31 | month | 2031-12-31
		Mar/2024 | month | 2024-03-31
		06/2024 | month | 2024-06-30
		6/2024 | month | 2024-06-30
		2024-06 | month | 2024-06-30
		end June 2024 | month | 2024-06-30
		end of June, 2024 | month | 2024-06-30
		diwedd Mehefin 2024 | month | 2024-06-30
		erbyn diwedd mis Mehefin 2024 | month | 2024-06-30
		ym mis Mawrth 2024 | month | 2024-03-31
		ym Mehefin 2024 | month | 2024-06-30
		yn Nhachwedd 2024 | month | 2024-11-30
		Rhag-24 | month | 2024-12-31

		1st Apr 2024 | day | 2024-04-01
		by 31st March, 2024 | day | 2024-03-31
		the 31st of March 2024 | day | 2024-03-31
		Friday 29 March 2024 | day | 2024-03-29
		March 31st, 2024 | day | 2024-03-31
		30.06.24 | day | 2024-06-30
		30-06-2024 | day | 2024-06-30
		1-Sep-23 | day | 2023-09-01
		no later than 30 June 2024 | day | 2024-06-30
		not later than 30 June 2024 | day | 2024-06-30
		on or before 30 June 2024 | day | 2024-06-30
		30 June 2024 at the latest | day | 2024-06-30
		31/12/9999 | day | 9999-12-31
		heb fod yn hwyrach na 30 Mehefin 2024 | day | 2024-06-30
		30 Mehefin 2024 fan bellaf | day | 2024-06-30
		1af o Fedi 2024 | day | 2024-09-01

		Spring 2024 | season | 2024-05-31
		Summer '24 | season | 2024-08-31
		haf 2024 | season | 2024-08-31
		end of 2024 | year | 2024-12-31
		diwedd 2024 | year | 2024-12-31
		end of calendar year 2024 | year | 2024-12-31
		no later than the end of 2024 | year | 2024-12-31

		early 2024 | part | 2024-03-31
		mid-2024 | part | 2024-06-30
		mid 2024 | part | 2024-06-30
		late 2024 | part | 2024-12-31
		by early 2024/25 | part | 2024-06-30
		early March 2024 | part | 2024-03-10
		mid-March 2024 | part | 2024-03-15
		late March 2024 | part | 2024-03-31
		early spring 2024 | part | 2024-03-31
		mid-summer 2024 | part | 2024-07-31
		start of 2024 | part | 2024-03-31
		dechrau 2024 | part | 2024-03-31
		canol 2024 | part | 2024-06-30
		canol mis Mawrth 2024 | part | 2024-03-15

		Easter 2024 | feast | 2024-03-31
		by Easter 2024 | feast | 2024-03-31
		Easter 2025 | feast | 2025-04-20
		Good Friday 2024 | feast | 2024-03-29
		Easter Monday 2024 | feast | 2024-04-01
		Christmas 2024 | feast | 2024-12-25
		erbyn y Pasg 2024 | feast | 2024-03-31
		Llun y Pasg 2024 | feast | 2024-04-01
		Nadolig 2024 | feast | 2024-12-25

		w/c 4 March 2024 | week | 2024-03-10
		W/C 04/03/2024 | week | 2024-03-10
		week commencing 10 March 2024 | week | 2024-03-10
		week beginning Monday 4 March 2024 | week | 2024-03-10
		w/e 8 March 2024 | week | 2024-03-08
		week ending 8 March 2024 | week | 2024-03-08
		wythnos yn dechrau 4 Mawrth 2024 | week | 2024-03-10

		before March 2024 | before | 2024-02-29
		before 1 March 2024 | before | 2024-02-29
		prior to 1 March 2024 | before | 2024-02-29
		before Easter 2024 | before | 2024-03-30
		before Christmas 2024 | before | 2024-12-24
		before summer 2024 | before | 2024-05-31
		before Q2 2024 | before | 2024-03-31
		before 2024/25 | before | 2024-03-31
		before the end of March 2024 | month | 2024-03-31
		cyn mis Mawrth 2024 | before | 2024-02-29
		cyn y Pasg 2024 | before | 2024-03-30
		cyn diwedd 2024 | year | 2024-12-31
		cyn mis Hydref 2024 | before | 2024-09-30

		June/July 2024 | range | 2024-07-31
		Mehefin/Gorffennaf 2024 | range | 2024-07-31
		March or April 2024 | range | 2024-04-30
		March/April 2024 | range | 2024-04-30
		Dec 2023/Jan 2024 | range | 2024-01-31
		Spring/Summer 2024 | range | 2024-08-31
		Autumn/Winter 2024 | range | 2025-02-28
		Gwanwyn/Haf 2024 | range | 2024-08-31
		Q1-Q2 2024 | range | 2024-06-30
		Q1/Q2 2024-25 | range | 2024-09-30
		Jan - Mar 2024 | range | 2024-03-31
		Jan-Mar 2024 | range | 2024-03-31
		from January to March 2024 | range | 2024-03-31
		between January and March 2024 | range | 2024-03-31
		rhwng Ionawr a Mawrth 2024 | range | 2024-03-31
		30/31 March 2024 | range | 2024-03-31
		1-5 March 2024 | range | 2024-03-05
		1 March 2024 - 30 June 2024 | range | 2024-06-30
		3-6 months | range | 2024-01-14

		31/03/2024 (was 31/12/2023) | revised 2023-12-31 | 2024-03-31
		31/03/2024 - was 31/12/2023 | revised 2023-12-31 | 2024-03-31
		31/03/2024 (previously Q3 2023) | revised 2023-09-30 | 2024-03-31
		31 March 2023, revised to 30 June 2024 | revised 2023-03-31 | 2024-06-30
		31 March 2023 revised 30 June 2024 | revised 2023-03-31 | 2024-06-30
		31 March 2023, now 30 June 2024 | revised 2023-03-31 | 2024-06-30
		31 March 2023 (extended to 30 June 2024) | revised 2023-03-31 | 2024-06-30
		31 March 2023, moved to June 2024 | revised 2023-03-31 | 2024-06-30
		31/03/2023 -> 30/06/2024 | revised 2023-03-31 | 2024-06-30
		Originally 31 March 2023, now 30 June 2024 | revised 2023-03-31 | 2024-06-30
		30 June 2024 (extended from 31 March 2023) | revised 2023-03-31 | 2024-06-30
		revised from 31 March 2023 to 30 June 2024 | revised 2023-03-31 | 2024-06-30
		31 March 2023, revised to 30 June 2023, revised to 31 March 2024 | revised 2023-03-31 2023-06-30 | 2024-03-31
		30 Sep 2024 (was 30 Jun 2024, originally 31 Mar 2024) | revised 2024-03-31 2024-06-30 | 2024-09-30
		31 March 2024 (was TBC) | revised | 2024-03-31
		revised to 30 June 2024 | revised | 2024-06-30
		30 June 2024 (revised) | revised | 2024-06-30
		31/03/2024 (gynt 31/12/2023) | revised 2023-12-31 | 2024-03-31
		31/03/2024 (31/12/2023 gynt) | revised 2023-12-31 | 2024-03-31
		31 Mawrth 2023, diwygiwyd i 30 Mehefin 2024 | revised 2023-03-31 | 2024-06-30
		31 Mawrth 2023, bellach 30 Mehefin 2024 | revised 2023-03-31 | 2024-06-30

		TBC | unset |
		n/a | unset |
		as before | unset |
		i'w gadarnhau | unset |
		fel o’r blaen | unset |
		Amherthnasol | unset |
		ongoing | recurring |
		Parhaus | recurring |`
	for line := range strings.SplitSeq(forms, "\n") {
		parts := strings.Split(line, "|")
		if len(parts) != 3 {
			continue
		}
		text, kind, want := strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])
		got := dates.Read(text, day(2023, time.July, 14), dates.Date{})
		said := string(got.Kind)
		for _, d := range got.Before {
			said += " " + d.String()
		}
		assert.Equal(t, kind+" | "+want, said+" | "+got.Date.String(), text)
	}
}

// TestWordsThatAreNotUnderstood has words that are doubtful, or no date: none of them is guessed.
func TestWordsThatAreNotUnderstood(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"31 Dec", "Dec 31", "Dec 15", "24-Mar", "31 Rhag", "April 2024 onwards", "from April 2024", "after March 2024", "o fis Ebrill 2024 ymlaen", "ASAP",
		"cyn gynted â phosibl", "31/4/2024", "31 September 2024", "31 Medi 2024", "29/02/2023", "30 February 2024", "end of September", "diwedd Medi", "next board meeting",
		"y cyfarfod bwrdd nesaf", "by year end 2024", "year end 2024", "end of year 2024", "FY24", "FY 2024", "financial year 2024", "Q3 FY 2024", "Q3", "H1", "24/25", "03/24", "12/13",
		"Dec/Jan 2024", "July/June 2024", "Winter/Spring 2024", "2024-2026", "2024 to 2025", "2024/2026", "2023 or 2024", "within 6 months of publication", "before Hydref 2024", "canol Hydref 2024",
		"Easter", "Easter term 2024", "Christmas", "w/c", "w/c March 2024", "early", "mid", "before", "before TBC", "early 31 March 2024", "mid-Easter 2024", "was 31/12/2023",
		"31/03/2024 (was agreed in May)", "31 March 2024 (subject to funding)", "31 March 2024, now TBC", "31 March 2024?", "31 March 2024 and 30 June 2024 (two phases)",
		"circa March 2024", "c. March 2024", "31 March 2024 approx", "20240331", "1/2/3/2024", "Q5 2024", "H3 2024", "Phase 2 2024", "academic year 2023/24", "32 March 2024", "0 March 2024",
		"March 2024 March 2024", "/", "- -", "'", "&", "to", "2024 2024", "1 2 3", "99/99/9999"} {
		assert.Equal(t, dates.Reading{Kind: dates.ReadUnknown}, dates.Read(text, day(2023, time.July, 14), dates.Date{}), text)
	}
}

// TestTheOtherQuarterIsNamed holds that a quarter or half that could be of the calendar's or of the financial year says what the other is.
func TestTheOtherQuarterIsNamed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"2024Q1": {"2024-03-31", "2024-06-30"}, "Q4 2024": {"2024-12-31", "2025-03-31"}, "Q1 2023-24": {"2023-06-30", "2024-03-31"}, "Q3 2023-24": {"2023-12-31", "2023-09-30"},
		"Q4 2023/24": {"2024-03-31", "2023-12-31"}, "H1 2024": {"2024-06-30", "2024-09-30"}, "Ch1 2024": {"2024-03-31", "2024-06-30"}, "June 2024": {"2024-06-30", ""},
	} {
		got := dates.Read(text, dates.Date{}, dates.Date{})
		assert.Equal(t, want, [2]string{got.Date.String(), got.Other.String()}, text)
	}
	december := dates.Read("Q1 2024", dates.Date{}, day(2000, time.December, 31))
	assert.True(t, december.Other.IsZero(), "a financial year that is the calendar's has no other quarters")
}

// TestPrintedExamplesAreReadByTheirRule holds that the examples which the pack prints beside each rule are read by it, in every language.
func TestPrintedExamplesAreReadByTheirRule(t *testing.T) {
	t.Parallel()
	loaded := reporttest.Shipped(t)
	for _, lang := range []string{"en", "cy"} {
		words, err := loaded.Words(lang)
		require.NoError(t, err)
		for _, kind := range dates.ReadingKinds() {
			for example := range strings.SplitSeq(words.Say("reading."+string(kind)+".wording"), ", ") {
				issued := day(2023, time.July, 14)
				switch kind {
				case dates.ReadNoIssue:
					issued = dates.Date{}
				case dates.ReadUnknown, dates.ReadPlaceholder:
					continue
				}
				if !strings.HasPrefix(example, "and no") && !strings.HasPrefix(example, "heb ddiwrnod") {
					assert.Equal(t, kind, dates.Read(example, issued, dates.Date{}).Kind, example)
				}
			}
		}
	}
}
