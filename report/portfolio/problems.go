package portfolio

import (
	"maps"
	"slices"
	"strconv"

	"boardpack/report"
)

// problems gathers those of the parts, with the keys that the rows have here, and adds what only the portfolio can see.
func (f *Portfolio) problems(pack *report.Pack) []report.Problem {
	var own, out []report.Problem
	for _, part := range f.parts {
		if part.now == nil {
			own = append(own, report.Problem{Level: report.Warning, Code: "master-gone", File: part.before.Register.File,
				Args: map[string]string{"Month": part.before.Register.Month.String(), "Rows": strconv.Itoa(len(part.before.Positions))}})
			continue
		}
		if at := part.now.Register.AsAt; at != pack.AsAt {
			own = append(own, report.Problem{Level: report.Warning, Code: "other-as-at", File: part.now.Register.File,
				Args: map[string]string{"AsAt": at.String(), "Date": pack.AsAt.String()}})
		}
		if rows := f.otherThemes(part); rows > 0 {
			own = append(own, report.Problem{Level: report.Warning, Code: "own-themes", File: part.now.Register.File, Args: map[string]string{"Rows": strconv.Itoa(rows)}})
		}
		for _, problem := range part.problems {
			if problem.Code == report.UnconfirmedCode { // that of the one template they share
				continue
			}
			if problem.Key == "" && problem.Row == 0 && slices.ContainsFunc(out, func(p report.Problem) bool { return sameFile(p, problem) }) {
				continue
			}
			if problem.Key != "" {
				problem.Key = part.key(problem.Key)
			}
			out = append(out, problem)
		}
	}
	own = append(own, f.twice(pack)...)
	return append(own, out...)
}

// sameFile tells whether two parts say the same of a file that they share, such as that of the round.
func sameFile(a, b report.Problem) bool {
	return a.Code == b.Code && a.File == b.File && a.Sheet == b.Sheet && a.Cell == b.Cell && maps.Equal(a.Args, b.Args)
}

// otherThemes counts the recommendations of a part whose theme only the part itself has, on a sheet of its own: the portfolio counts them
// as matched to none.
func (f *Portfolio) otherThemes(part Part) int {
	rows := 0
	for i := range part.now.Positions {
		p := &part.now.Positions[i]
		known := slices.ContainsFunc(p.Themes, func(id string) bool {
			return slices.ContainsFunc(f.rules.Themes, func(t report.Theme) bool { return t.ID == id })
		})
		if len(p.Themes) > 0 && !known {
			rows++
		}
	}
	return rows
}

// twice finds recommendations that two masters have: the portfolio counts each of them twice.
func (f *Portfolio) twice(pack *report.Pack) []report.Problem {
	const shortest = 30 // letters; shorter texts are alike by chance
	var out []report.Problem
	first := map[string]int{}
	from := 0
	for _, part := range f.parts {
		if part.now == nil {
			continue
		}
		for i := from; i < from+len(part.now.Positions); i++ {
			p := &pack.Positions[i]
			text := report.Wording(p.Recommendation)
			at, seen := first[text]
			switch {
			case len(text) < shortest:
			case !seen:
				first[text] = i
			case at < from:
				out = append(out, report.Problem{Level: report.Warning, Code: "in-two-masters", File: part.now.Register.File, Sheet: part.now.Register.SheetOf(part.now.Positions[i-from].Recommendation),
					Cell: part.now.Positions[i-from].Cell(report.FieldRef), Field: report.FieldRecommendation, Key: p.Key,
					Args: map[string]string{"Ref": p.Key, "Other": pack.Positions[at].Key}})
			}
		}
		from += len(part.now.Positions)
	}
	return out
}
