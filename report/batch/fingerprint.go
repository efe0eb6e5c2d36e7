package batch

import (
	"sort"

	"boardpack/report"
	"boardpack/report/master"
)

// fingerprint is what a master is known by when its name does not tell: the texts of its recommendations.
type fingerprint map[string]bool

// fingerprint reads a master for its texts, once; one that cannot be read has none.
func (c *chain) fingerprint(f *masterFile) fingerprint {
	print, known := c.prints[f.path]
	if !known {
		print = c.printOf(f)
		c.prints[f.path] = print
	}
	return print
}

func (c *chain) printOf(f *masterFile) fingerprint {
	data, err := c.sources.bytes(f)
	if err != nil {
		return nil
	}
	register, err := master.ReadBytes(f.path, data, c.options.ofMaster(f, c.options.ofRun()))
	if err != nil {
		return nil
	}
	c.sources.keepRegister(f, register)
	print := fingerprint{}
	for i := range register.Recommendations {
		if text := report.Wording(&register.Recommendations[i]); text != "" {
			print[text] = true
		}
	}
	return print
}

// candidate is a possible match of a file with a series.
type candidate struct {
	file   int
	series *series
	match  match
}

// joinByRows matches what the names leave over by recommendations in common, those with the most first. At least half of the
// smaller register must be in common. Masters are read for this only when both a file and a series are left over.
func (c *chain) joinByRows(files []masterFile, taken map[*series]bool) []masterFile {
	open := c.openByText(files, taken)
	if open == nil {
		return files
	}
	var found []candidate
	for i := range files {
		found = append(found, open.candidates(i, c.fingerprint(&files[i]))...)
	}
	sort.SliceStable(found, func(a, b int) bool { return found[a].match.common > found[b].match.common })
	joined := map[int]bool{}
	for _, best := range found {
		if joined[best.file] || taken[best.series] {
			continue
		}
		f := files[best.file]
		f.match = best.match
		c.extend(best.series, f)
		joined[best.file], taken[best.series] = true, true
	}
	var left []masterFile
	for i, f := range files {
		if !joined[i] {
			left = append(left, f)
		}
	}
	return left
}

// byText finds the series that have a text; it grows with the rows, not with files times series.
type byText struct {
	series map[string][]*series
	sizes  map[*series]int
}

// openByText reads the series that are not matched yet; nil when there are no files or no series to match.
func (c *chain) openByText(files []masterFile, taken map[*series]bool) *byText {
	if len(files) == 0 {
		return nil
	}
	open := &byText{series: map[string][]*series{}, sizes: map[*series]int{}}
	for _, s := range c.all {
		if taken[s] {
			continue
		}
		print := c.fingerprint(s.last())
		open.sizes[s] = len(print)
		for text := range print {
			open.series[text] = append(open.series[text], s)
		}
	}
	if len(open.sizes) == 0 {
		return nil
	}
	return open
}

// candidates gives the series that have at least half of the smaller register in common with a file.
func (b *byText) candidates(file int, print fingerprint) []candidate {
	const generic = 20 // a text that more series have than this says nothing
	common := map[*series]int{}
	for text := range print {
		if with := b.series[text]; len(with) <= generic {
			for _, s := range with {
				common[s]++
			}
		}
	}
	var out []candidate
	for s, n := range common {
		if 2*n >= min(len(print), b.sizes[s]) {
			out = append(out, candidate{file, s, match{how: byRows, common: n, rows: len(print)}})
		}
	}
	sort.Slice(out, func(x, y int) bool { return out[x].series.last().listed < out[y].series.last().listed })
	return out
}
