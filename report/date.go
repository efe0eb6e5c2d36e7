package report

import "boardpack/report/dates"

// Date and Month are those of package dates. Figures, rows and messages are full of them, so that they have a name here too.
type (
	Date  = dates.Date
	Month = dates.Month
)
