package templates

import (
	"embed"
	"path"
	"slices"
	"strconv"
)

// earlier holds what the shipped template was in each version before this one, from 1 on: the folder of a version has its pack.yaml
// and its English wording. A team's folder may have been begun from any of them. When a template goes out with a release, it
// is copied here, and the key shipped in pack.yaml goes up by one.
//
//go:embed earlier
var earlier embed.FS

const earlierDir = "earlier"

// firstVersion is that of a template which does not say from which it was begun: the key is younger.
const firstVersion = 1

// earlierFile reads a file of an earlier version; false for a version that there is none of.
func earlierFile(version int, name string) (source, bool) {
	file := path.Join(earlierDir, strconv.Itoa(version), name)
	data, err := earlier.ReadFile(file)
	if err != nil {
		return source{}, false
	}
	return source{File: File{Name: file, Data: data}, tree: parsedAsShipped(data)}, true
}

// onceColumn tells whether an earlier version knew a heading.
func onceColumn(heading string) bool {
	for version := firstVersion; ; version++ {
		s, ok := earlierFile(version, packName)
		if !ok {
			return false
		}
		for _, l := range wordLists("", sectionsOf(s)["columns"]) {
			if hasWord(l.Words, heading) {
				return true
			}
		}
	}
}

// earlierWordings reads the English wording of every earlier version, under the ids of now, the first version first.
func earlierWordings() []wording {
	var out []wording
	for version := firstVersion; ; version++ {
		s, ok := earlierFile(version, base+yamlEnding)
		if !ok {
			return out
		}
		r, w := reader{s.Name, &mistakes{}}, wording{}
		for _, e := range r.parse(s) {
			if p, ok := r.phrase(e); ok {
				w[current(e.key)] = p
			}
		}
		out = append(out, w)
	}
}

// earlierWordings are read when one is first asked for: most templates need none.
func (l *loader) earlierWordings() []wording {
	if l.once == nil {
		l.once = earlierWordings()
	}
	return l.once
}

// wasTaken tells whether an earlier version took a team's message: a team is not to be stopped by what was right when it was written.
func (l *loader) wasTaken(id string, p phrase) bool {
	return slices.ContainsFunc(l.earlierWordings(), func(w wording) bool { return w.misfit(id, p) == "" })
}

// isNew tells whether no earlier version had the message.
func (l *loader) isNew(id string) bool {
	return !slices.ContainsFunc(l.earlierWordings(), func(w wording) bool { _, had := w[id]; return had })
}
