package batch

import (
	"fmt"
	"path/filepath"
	"unicode/utf8"

	"boardpack/report"
)

// names counts the masters of each month by name.
type names struct {
	same  map[monthName][]string // by file name without its ending, in lower case: the masters as listed
	plain map[monthName]int      // by plain name
}

type monthName struct {
	month report.Month
	name  string
}

func countNames(all []series) names {
	n := names{map[monthName][]string{}, map[monthName]int{}}
	for _, s := range all {
		for _, f := range s.files {
			same := monthName{f.month, seriesKey(f.name())}
			n.same[same] = append(n.same[same], f.listed)
			n.plain[monthName{f.month, f.plain}]++
		}
	}
	return n
}

// nameTaken refuses masters of a month that would make files of the same names; letters' case does not tell them apart on Windows.
func (r *run) nameTaken(f *masterFile) error {
	for _, other := range r.names.same[monthName{f.month, seriesKey(f.name())}] {
		if other != f.listed {
			return fmt.Errorf("%s: %s would make files with the same names, so neither was made; rename or remove one of the two", f.listed, other)
		}
	}
	if !utf8.ValidString(filepath.Base(f.path)) {
		return fmt.Errorf("%s: the name holds bytes that are no characters, which no list of files can name; rename the file", f.listed)
	}
	if n := r.lengthOfName(f); n > longestName {
		return fmt.Errorf("%s: the name is too long: a file made from it would have a name of %d bytes, and systems take %d; shorten the name", f.listed, n, longestName)
	}
	if r.Portfolio && seriesKey(f.name()) == PortfolioName {
		return fmt.Errorf("%s: the portfolio has that name; rename the spreadsheet", f.listed)
	}
	return nil
}

// longestName is the most bytes that a file's name may have on Linux; Windows and macOS take as many characters.
const longestName = 255

// lengthOfName is the length of the longest name that a master's files have, those of a split aside.
func (r *run) lengthOfName(f *masterFile) int {
	return len(r.FileName.of(f.name(), f.month.String(), openDataPart) + ".csv-metadata.json")
}
