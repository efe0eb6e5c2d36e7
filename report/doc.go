// Package report is the field itself: recommendations of inspections and reviews, and how far an organisation has come
// with them. It knows no file, no clock, no Excel and no PDF. Only this package counts.
//
// It is built on packages that know nothing of recommendations: characters (those that a paper cannot show), dates (days and months, and
// how people write them), excerpt (texts cut short), fold (words that are the same), keys (that stay a row's own from month to
// month) and reftext (what refs say of other refs). What a pack says is written in package content.
//
// The way in, step by step. A file uses what it declares itself and what files before it in this list do, and nothing after it; a test
// reads the list and holds the files to it.
//
//  1. Register: package master turns a master into a [Register] of typed rows with the cell of each value; rows that are of one
//     recommendation are its actions (register_thousands.go, register_words.go, register_about.go, register_fields.go, register_cells.go,
//     register.go, register_problem.go, register_settings.go, register_vocabulary.go, register_identity.go, register_actions.go).
//  2. Rules: what the template settles, and of what the rule of a figure is made (rules_figures.go, rules_percent.go, rules_own.go,
//     rules.go).
//  3. Figure: [Figures] lists what each figure counts, and [Plan] works its rule out (figure_conditions.go, figure_plan.go,
//     figure_list.go).
//  4. Position: every row gets one [Standing], and each figure counts it or does not (position.go, position_meets.go).
//  5. Date: due, original due and moves are settled from the columns, the words and the months before (date_due.go, date_actions.go).
//  6. Month: package keys gives every row a key, and the months of a register are taken in one after the other (month.go,
//     month_history.go).
//  7. Count: groups of the whole, of themes, headings, sources and owners, with the keys behind each count; the first of the
//     template's rules that holds rates them; and how long what is overdue has been so (count_names.go, count_group.go, count_rating.go,
//     count_ageing.go).
//  8. Compare: movement between two months, closed for every theme, why each figure moved, and what was published otherwise
//     (compare_movement.go, compare_kinds.go, compare_changes.go, compare_month.go, compare_why.go, compare_restated.go).
//  9. Pack: all of it, and what the owners were asked and answered (answers_round.go, pack.go, answers_count.go).
//  10. Check: what a person should look at, each with its cell (check.go, check_about.go, check_answers.go, check_dates.go,
//     check_parts.go, check_list.go).
//  11. Build: [Build] does steps 3 to 10; a part of a pack, and a pack of several, are built from rows that stand already (build.go,
//     build_only.go, build_join.go).
package report
