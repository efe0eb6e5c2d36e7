// Package report is the field itself: recommendations of inspections and reviews, and how far an organisation has come
// with them. It knows no file, no clock, no Excel and no PDF. Only this package counts.
//
// It is built on packages that know nothing of recommendations: dates (days and months, and how people write them), excerpt (texts cut
// short), fold (words that are the same), keys (that stay a row's own from month to month) and reftext (what refs say of other refs).
//
// The way in, step by step:
//
//  1. Read: package master turns a master into a [Register] of typed rows with the cell of each value.
//  2. Key: package keys gives every row a key that stays its own from month to month (key.go).
//  3. Date: due, original due and moves are settled from the columns, the words and the months before (duedates.go, history.go).
//  4. Classify: every row gets one [Standing]; Figures lists what each figure counts (position.go, figures.go, condition.go), and a [Plan]
//     works its rule out for words, filters and formulas (plan.go, ruletext.go, filter.go).
//  5. Count: groups of the whole, of themes, headings, sources and owners, with the keys behind each count (group.go).
//  6. Rate: the first of the template's rules that holds decides (rating.go).
//  7. Compare: movement between two months, closed for every theme (movement.go, changes.go), and the trend.
//  8. Check: what a person should look at, each with its cell (checks.go).
//  9. Lay out: tables, tiles and sentences in the pack's language, which both renderers draw (table*.go, glance.go).
//
// [Build] does steps 2 to 8 and gives a [Pack]; the methods of Pack do step 9 for a [Words].
package report
