package fold

import "slices"

// Distance counts the letters to insert, delete, replace or swap with their neighbour to get from a to b; any number above
// most where it is more than that.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		if slices.Min(row) > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// Nearest gives the known name that differs least from name, by the letters of both as words; "" when none is near, which is a third of
// the name's letters or two.
func Nearest(name string, known []string) string {
	folded := Word(name)
	best, least := "", max(2, len([]rune(folded))/3)+1
	for _, k := range known {
		if d := Distance(folded, Word(k), least); d < least {
			best, least = k, d
		}
	}
	return best
}
