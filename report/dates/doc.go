// Package dates holds days and months, and reads them as people write them, in English and Welsh: "Autumn 2023", "Q3 2023/24",
// "31/03/2024 (was 31/12/2023)". Every reading follows a stated rule (docs/design.md, "Dates as written"); a date is never
// guessed. What follows from the dates of a recommendation is for package report to say.
package dates
