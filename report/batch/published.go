package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"

	"boardpack/report"
	"boardpack/report/figuresjson"
	"boardpack/report/plainfile"
)

// published is the figures file of the month before, as it was published.
type published struct {
	name    string // in the manifest: month and file name
	sha     string
	figures *report.Published // nil when the file cannot be understood
}

func (p *published) file() *ManifestFile {
	if p == nil {
		return nil
	}
	return &ManifestFile{p.name, p.sha}
}

// publishedBefore finds what was published of the month that the pack is compared with: in the folder that the caller names, or else
// in out, where this run's own counts if it makes that month too. Nothing is there for a month that was never published.
func (r *run) publishedBefore(w *work, history *past, own *Own) (*published, []report.Problem) {
	if len(history.files) == 0 {
		return nil, nil
	}
	last := history.files[len(history.files)-1]
	p, problems := r.readPublished(masterName(last.path), last.month, made(w.outcomes, last.month), func() []input { return r.inputsUpTo(w, w.series.at(last.month)) })
	if p != nil && p.figures != nil && p.figures.Since == "" {
		if then, err := r.ownOf(last); err != nil || then.Key != own.Key { // the sheets of settings then were others
			p.figures.Since = report.ByRules
		}
	}
	return p, problems
}

// changedSince tells by the manifest beside a published figures file what has changed since: a master, the template or the program.
// Without a manifest, or where nothing did, nobody knows.
func (r *run) changedSince(dir, name string, inputs []input) report.Restating {
	manifest := r.manifestBeside(dir)
	entry := manifest.pack(name)
	if entry == nil {
		return ""
	}
	sameMaster := func(a, b ManifestFile) bool { return a.SHA256 == b.SHA256 }
	template, program := !slices.Equal(manifest.Templates, r.templateFiles()), manifest.Version != r.Version || manifest.Tool != r.Tool
	switch {
	case !slices.EqualFunc(entry.Inputs, manifestInputs(inputs), sameMaster):
		return report.ByMaster
	case template && program:
		return report.ByEither
	case template:
		return report.ByRules
	case program:
		return report.ByVersion
	}
	return ""
}

// manifestBeside reads the manifest of a folder of published files, once for all masters that are compared with them; nil where there is
// none that can be read.
func (r *run) manifestBeside(dir string) *manifest {
	read, _ := r.beside.LoadOrStore(dir, sync.OnceValue(func() *manifest {
		m, err := readManifest(dir)
		if err != nil {
			return nil
		}
		return m
	}))
	return read.(func() *manifest)()
}

// made tells whether the run has just made the month's pack.
func made(outcomes []Outcome, month report.Month) bool {
	for i := range outcomes {
		if outcomes[i].Month == month && outcomes[i].made() {
			return true
		}
	}
	return false
}

// maxFigures is the most that is read of a figures file: a recommendation takes some 1 kB of it.
const maxFigures = 1 << 30

// readPublished reads the figures file of a pack, nil where there is none. Inputs gives what the pack would be made from now.
func (r *run) readPublished(name string, month report.Month, justMade bool, inputs func() []input) (*published, []report.Problem) {
	path := r.publishedPath(name, month.String())
	if justMade && r.Published == "" && r.stage != nil {
		path = r.stage.path(month.String(), r.FileName.figures(name, month.String()))
	}
	data, err := plainfile.Read(path, maxFigures)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	p := &published{name: month.String() + "/" + filepath.Base(path), sha: plainfile.Sum(data)}
	if err == nil {
		p.figures, err = figuresjson.Read(data)
	}
	if err != nil {
		return p, []report.Problem{{Level: report.Warning, Code: "published-unreadable", File: p.name}}
	}
	p.figures.Since = r.changedSince(filepath.Dir(path), name, inputs())
	return p, nil
}

func (o *Options) publishedPath(name, month string) string {
	dir := o.Published
	if dir == "" {
		dir = o.Out
	}
	return filepath.Join(dir, month, o.FileName.figures(name, month))
}

// publishedIs compares what is published of the month before with what a manifest says that a pack was made with.
func (o *Options) publishedIs(recorded []ManifestFile, last *masterFile) bool {
	if last == nil {
		return len(recorded) == 0
	}
	sha, err := plainfile.SumFile(o.publishedPath(masterName(last.path), last.month.String()))
	if err != nil {
		return len(recorded) == 0
	}
	name := fmt.Sprintf("%s/%s", last.month, o.FileName.figures(masterName(last.path), last.month.String()))
	return len(recorded) == 1 && recorded[0] == ManifestFile{name, sha}
}
