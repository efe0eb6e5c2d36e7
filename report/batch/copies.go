package batch

import (
	"cmp"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
)

// held is what a file holds, for the question whether two are one register.
type held struct {
	sha      string           // of its bytes; "" when they cannot be read
	register *report.Register // nil when it cannot be used
}

// oneOfEach leaves one file of each register of a month: a folder may hold a copy of a master, a draft beside the final version, or
// what OneDrive made of two edits at once. Files whose names are alike are compared by what they hold. A copy with the same
// recommendations is noted and left out; where they differ, nobody but the team knows which is right, and the register is refused.
func (c *chain) oneOfEach(files []masterFile, target bool) []masterFile {
	files = slices.Clone(files)
	slices.SortStableFunc(files, plainest)
	seen := map[string]*held{}
	var kept []masterFile
	for _, f := range files {
		i := slices.IndexFunc(kept, func(k masterFile) bool { return related(&k, &f) && c.sameRegister(seen, &k, &f) })
		switch {
		case i < 0:
			kept = append(kept, f)
		case !c.sameContent(seen, &kept[i], &f):
			kept[i].rivals = append(kept[i].rivals, f.listed)
		case target:
			c.notes.add(report.Note, "same-content", f.listed, "Other", filepath.Base(kept[i].path))
		}
	}
	c.setAside(seen, kept)
	slices.SortStableFunc(kept, func(a, b masterFile) int { return cmp.Compare(a.listed, b.listed) })
	return kept
}

// plainest orders files so that the one whose name says least but the register comes first: of equal ones the workbook, which has
// an About sheet.
func plainest(a, b masterFile) int {
	kind := func(f *masterFile) int {
		return slices.Index([]string{".xlsx", ".xlsm", ".csv"}, strings.ToLower(filepath.Ext(f.path)))
	}
	return cmp.Or(cmp.Compare(len(masterName(a.path)), len(masterName(b.path))), cmp.Compare(uint(kind(&a)), uint(kind(&b))), cmp.Compare(a.listed, b.listed))
}

// related tells whether the names of two files of a month may be names of one register: the same with marks set aside, or the one
// with something before or behind it, as in "m-DESKTOP-AB12CD" and "m_conflict-20230901". What they hold decides.
func related(a, b *masterFile) bool {
	within := func(a, b string) bool { return strings.Contains(" "+a+" ", " "+b+" ") }
	return within(a.plain, b.plain) || within(b.plain, a.plain)
}

// hold reads a file, once.
func (c *chain) hold(seen map[string]*held, f *masterFile) *held {
	if known, ok := seen[f.path]; ok {
		return known
	}
	is := &held{}
	seen[f.path] = is
	data, err := c.sources.bytes(f)
	if err != nil {
		return is
	}
	is.sha = c.sources.sha(f)
	o := c.options
	// The name gives a register its title where it has none of its own; here all have the same.
	if register, err := master.ReadBytes("m", data, master.Options{Month: f.month, Vocabulary: o.Vocabulary, Rules: o.Rules, Limits: o.Limits}); err == nil {
		is.register = register
	}
	return is
}

// sameRegister tells whether at least half of the smaller one's recommendations are in both, with ref and text.
func (c *chain) sameRegister(seen map[string]*held, a, b *masterFile) bool {
	x, y := c.hold(seen, a), c.hold(seen, b)
	if x.sameBytes(y) {
		return true
	}
	if x.register == nil || y.register == nil {
		return false
	}
	in, common := rowMarks(x.register), 0
	for mark, n := range rowMarks(y.register) {
		common += min(n, in[mark])
	}
	return common > 0 && 2*common >= min(len(x.register.Recommendations), len(y.register.Recommendations))
}

func (x *held) sameBytes(y *held) bool { return x.sha != "" && x.sha == y.sha }

// rowMarks counts the recommendations of a register by ref and text.
func rowMarks(register *report.Register) map[string]int {
	marks := map[string]int{}
	for i := range register.Recommendations {
		r := &register.Recommendations[i]
		marks[fold.Word(r.Ref)+" "+report.Wording(r)]++
	}
	return marks
}

// sameContent tells whether two files of one register give the same pack: by their bytes, or else by what was read. A CSV file has
// no About sheet, and so nothing there that could differ.
func (c *chain) sameContent(seen map[string]*held, a, b *masterFile) bool {
	x, y := c.hold(seen, a), c.hold(seen, b)
	if x.sameBytes(y) {
		return true
	}
	if !slices.Equal(x.register.ExtraColumns, y.register.ExtraColumns) || !reflect.DeepEqual(bare(x.register), bare(y.register)) {
		return false
	}
	one, other := x.register.About, y.register.About
	one.At, other.At = nil, nil
	return x.register.Sheet == "" || y.register.Sheet == "" || reflect.DeepEqual(one, other)
}

// bare gives the recommendations without their places in the file.
func bare(register *report.Register) []report.Recommendation {
	return withoutPlaces(register.Recommendations)
}

func withoutPlaces(rows []report.Recommendation) []report.Recommendation {
	out := slices.Clone(rows)
	for i := range out {
		out[i].Sheet, out[i].Row, out[i].Cells, out[i].Hidden = "", 0, report.Cells{}, false
		out[i].Actions = withoutPlaces(out[i].Actions)
	}
	return out
}

// setAside takes a file that cannot be read out of the way of one that has its name and can: "m.xls" beside "m.xlsx" is an error
// of that file alone.
func (c *chain) setAside(seen map[string]*held, kept []masterFile) {
	names := map[string][]int{}
	for i := range kept {
		key := seriesKey(kept[i].name())
		names[key] = append(names[key], i)
	}
	for _, same := range names {
		unread := slices.DeleteFunc(slices.Clone(same), func(i int) bool { return len(same) == 1 || c.hold(seen, &kept[i]).register != nil })
		if len(unread) == len(same) {
			continue
		}
		for _, i := range unread {
			kept[i].aside = true
		}
	}
}

// refused is the error of a register of which a month has several versions; nil for any other.
func (f *masterFile) refused() error {
	if len(f.rivals) == 0 {
		return nil
	}
	return fmt.Errorf("%s: %s has the same name but other content, so neither was read; keep the right one in the folder and move the other out, or give them names that differ more",
		f.listed, strings.Join(f.rivals, ", "))
}
