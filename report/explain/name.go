package explain

import (
	"fmt"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/figurename"
	"boardpack/report/fold"
)

// Unknown tells that the pack has no figure of the name.
type Unknown struct {
	Name    string
	Nearest []string // names that there are, the nearest first
}

// Error names the nearest.
func (e *Unknown) Error() string {
	if len(e.Nearest) == 0 {
		return fmt.Sprintf("there is no figure \"%s\"", e.Name)
	}
	return fmt.Sprintf("there is no figure \"%s\"; did you mean %s?", e.Name, strings.Join(e.Nearest, " or "))
}

// Parse finds a figure by its name, without regard to case. The kind of a theme and of the whole may be given as well:
// "themes.training.overdue", "all.overdue". The error is an Unknown.
func Parse(p *report.Pack, name string) (figurename.Ref, error) {
	wanted := strings.ToLower(strings.TrimSpace(name))
	wanted = strings.TrimPrefix(strings.TrimPrefix(wanted, string(report.OfAll)+"."), string(report.OfThemes)+".")
	refs := append(figurename.All(p), figurename.Round(p)...)
	names := make([]string, len(refs))
	for i, ref := range refs {
		if names[i] = ref.Name(); strings.ToLower(names[i]) == wanted {
			return ref, nil
		}
	}
	return figurename.Ref{}, &Unknown{name, nearest(wanted, names)}
}

// nearest gives the names that take the fewest changed letters to come from the one given, three at most; none that is not like it.
func nearest(wanted string, names []string) []string {
	type candidate struct {
		name     string
		distance int
	}
	var found []candidate
	most := max(2, len(wanted)/3)
	for _, name := range names {
		if d := fold.Distance(wanted, strings.ToLower(name), most); d <= most {
			found = append(found, candidate{name, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.distance - b.distance })
	var out []string
	for _, c := range found {
		if len(out) < 3 && c.distance <= found[0].distance+1 {
			out = append(out, c.name)
		}
	}
	return out
}
