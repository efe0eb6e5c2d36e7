package report

// Reading is how a due date as written ("Autumn 2023") was read.
type Reading struct {
	Kind ReadingKind
	Date Date // the last day that the words allow; absent unless Kind says that there is one
}

// ReadingKind says what the words were.
type ReadingKind string

// The kinds of wording; the rule of each is in the wording under "reading.<kind>".
const (
	ReadNothing   ReadingKind = ""          // nothing was written
	ReadDay       ReadingKind = "day"       // "1 September 2023", "01/09/2023": that day
	ReadMonth     ReadingKind = "month"     // "September 2023": its last day
	ReadQuarter   ReadingKind = "quarter"   // "Q3 2023", "third quarter of 2023": its last day
	ReadSeason    ReadingKind = "season"    // "Autumn 2023": 30 November
	ReadYear      ReadingKind = "year"      // "2023", "by the end of 2023": 31 December
	ReadFinancial ReadingKind = "financial" // "during the financial year", "2023/24": 31 March
	ReadWithin    ReadingKind = "within"    // "in the next 12 months": counted from the day the response was issued
	ReadAmbiguous ReadingKind = "ambiguous" // Welsh "Hydref 2023": October or autumn, the later day is taken
	ReadRecurring ReadingKind = "recurring" // "six-monthly", "ongoing": no date
	ReadNoIssue   ReadingKind = "no_issue"  // "within 12 months", and no day from which to count: no date
	ReadUnknown   ReadingKind = "unknown"   // not understood: no date, and a problem
)
