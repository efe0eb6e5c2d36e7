package batch

import (
	"path/filepath"
	"slices"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/plainfile"
)

// todo is what there is to do in one series.
type todo struct {
	outcomes  map[int]Outcome // by file: those of packs that are unchanged
	portfolio map[report.Month]bool
	last      int // the last file that must be read; -1 for none
}

func (t *todo) needed(i int) bool { return i <= t.last }

// todo finds the packs of a series that need not be made: the same masters, template, tool and settings as the manifest says, and
// files that are as it says. Bytes that would be the same are left alone.
func (r *run) todo(w *work) *todo {
	t := &todo{outcomes: map[int]Outcome{}, portfolio: map[report.Month]bool{}, last: -1}
	before := true // the pack of the month before is as it was, if this run has it
	for i := range w.series.files {
		f := &w.series.files[i]
		if !r.isTarget(f.month) {
			continue
		}
		t.portfolio[f.month] = r.Portfolio
		out, same := r.unchanged(w, i)
		if same = same && before; same {
			t.outcomes[i] = out
		}
		if !same || r.Portfolio && !r.portfolioSame[f.month] {
			t.last = i
		}
		before = same
	}
	return t
}

// unchanged tells whether a pack is as it would be made, and gives its outcome.
func (r *run) unchanged(w *work, i int) (Outcome, bool) {
	f := &w.series.files[i]
	name := f.name()
	entry := r.manifests[f.month].pack(name)
	if r.stage == nil || entry == nil || !r.sameBasis(entry) || r.nameTaken(f) != nil {
		return Outcome{}, false
	}
	inputs := r.inputsUpTo(w, i)
	var last *masterFile
	for j := range i {
		if r.usable(w.series.files[j].month) {
			last = &w.series.files[j]
		}
	}
	if !slices.Equal(entry.Inputs, manifestInputs(inputs)) || !slices.Equal(entry.Round, r.roundFiles(f.month)) || !r.publishedIs(entry.Published, last) {
		return Outcome{}, false
	}
	out := r.unchangedOutcome(name, f.month, entry, inputs)
	if last != nil {
		out.ComparedWith = last.listed
	}
	return out, r.allThere(entry, f.month, name)
}

// sameBasis tells whether an entry was made with what this run would make it with.
func (r *run) sameBasis(entry *ManifestPack) bool {
	return !r.Force && entry.Basis == r.basisHash && (r.Split == "" || entry.Split == string(r.Split)) && r.hasEditions(entry) && !(r.Strict && entry.Warnings > 0)
}

// hasEditions tells whether an entry has every edition that is asked for.
func (r *run) hasEditions(entry *ManifestPack) bool {
	for _, name := range content.EditionNames() {
		if e := content.Edition(name); r.makes(e) && !content.HasEdition(entry.Editions, e) {
			return false
		}
	}
	return true
}

func (r *run) unchangedOutcome(name string, month report.Month, entry *ManifestPack, inputs []input) Outcome {
	out := Outcome{Name: name, Month: month, Unchanged: true, inputs: inputs, round: entry.Round, warnings: entry.Warnings}
	if d, err := dates.ParseISODate(entry.AsAt); err == nil {
		out.AsAt = d
	}
	for _, f := range entry.Outputs {
		out.add(r.stage.place(month.String(), f.Name), f.SHA256)
	}
	return out
}

// allThere tells whether every file of an entry lies in its place as the manifest says, and every language asked for is among them.
func (r *run) allThere(entry *ManifestPack, month report.Month, name string) bool {
	has := map[string]bool{}
	for _, f := range entry.Outputs {
		sha, err := plainfile.SumFile(r.stage.place(month.String(), f.Name))
		if err != nil || sha != f.SHA256 || filepath.Base(f.Name) != f.Name {
			return false
		}
		has[f.Name] = true
	}
	for _, w := range r.Words {
		stem := r.FileName.of(name, month.String(), w.Lang())
		record := r.FileName.of(name, month.String(), w.Lang()+recordPart)
		papers := r.writes(outputPDF)
		if r.writes(outputWorkbook) && !has[stem+".xlsx"] || papers && r.makes(content.ThePaper) && !has[stem+".pdf"] ||
			papers && r.makes(content.TheRecord) && !has[record+".pdf"] {
			return false
		}
		if r.writes(outputPage) && !has[r.FileName.page(name, month.String())] && !has[stem+pageEnding] {
			return false
		}
	}
	return has[r.FileName.figures(name, month.String())]
}
