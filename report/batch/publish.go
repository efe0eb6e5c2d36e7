package batch

import (
	"fmt"
	"os"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/disk"
	"boardpack/report/plainfile"
)

// publish puts what the run made in its place, month by month. It runs to its end even when the run is stopped meanwhile: it takes
// no time, and half of it is worth nothing.
func (r *run) publish(outcomes []Outcome) error {
	for _, month := range r.targets {
		var ofMonth []*Outcome
		for i := range outcomes {
			if outcomes[i].Month == month && !outcomes[i].Gone {
				ofMonth = append(ofMonth, &outcomes[i])
			}
		}
		if err := r.publishMonth(month, ofMonth); err != nil {
			for _, out := range ofMonth {
				if out.Err == nil {
					out.Err = fmt.Errorf("%s, %s: %w", out.Name, month, errUnpublished)
				}
			}
			return err
		}
	}
	return nil
}

// publishMonth renames the files of a month into their places, the manifest last: while it is the old one, it tells which files are
// not of its set. The new manifest is on the disk before the first rename, so that a full disk stops the run before it changed
// anything.
func (r *run) publishMonth(month report.Month, outcomes []*Outcome) error {
	manifest := r.manifest(month, outcomes)
	if len(manifest.Packs) == 0 {
		return nil
	}
	sha, err := r.stageManifest(manifest)
	if err != nil {
		return &outError{Dir: r.Out, cause: err}
	}
	at := r.stage.place(month.String(), ManifestName)
	if err := replaceable(at, sha); err != nil {
		return replaceError(at, err)
	}
	failed := false
	for _, out := range outcomes {
		if out.made() {
			out.Err = r.publishPack(out)
			failed = failed || out.Err != nil
		}
	}
	if failed { // the packs that could not be replaced keep their old entries
		if sha, err = r.stageManifest(r.manifest(month, outcomes)); err != nil {
			return r.withoutManifest(month, err)
		}
	}
	r.stage.settle(month.String())
	if err := r.stage.publish(month.String(), ManifestName, sha); err != nil {
		return r.withoutManifest(month, err)
	}
	r.stage.settle(month.String())
	return nil
}

// withoutManifest tells that the files of a month are new and its manifest is not.
func (r *run) withoutManifest(month report.Month, err error) error {
	return fmt.Errorf("the packs of %s are written, but not their manifest.json, so verify does not know them yet: run again: %w", month,
		replaceError(r.stage.place(month.String(), ManifestName), err))
}

func (r *run) stageManifest(m *manifest) (sha string, err error) {
	data, err := m.encode()
	if err != nil {
		return "", err
	}
	file := r.stage.begin(m.Month, ManifestName)
	_, _ = file.Write(data) // settling it says what went wrong
	return file.sha(), file.settle()
}

// publishPack renames the files of one pack, after looking whether each can be replaced: a workbook that is open in Excel must not
// leave an old workbook beside a new PDF.
func (r *run) publishPack(out *Outcome) error {
	for _, f := range out.Files {
		if err := replaceable(f.Path, f.sha256); err != nil {
			return replaceError(f.Path, err)
		}
	}
	for _, f := range out.Files {
		if err := r.stage.publish(out.Month.String(), filepath.Base(f.Path), f.sha256); err != nil {
			return replaceError(f.Path, err)
		}
	}
	return nil
}

// replaceable tries whether a file can be written to, as far as the system tells: Windows refuses while a program has it open. One with
// the bytes that it is to have need not be replaced.
func replaceable(path, sha string) error {
	return disk.Patiently(func() error {
		file, err := os.OpenFile(path, os.O_RDWR, 0)
		if os.IsNotExist(err) {
			return nil
		}
		if err != nil {
			if there, unreadable := plainfile.SumFile(path); unreadable == nil && there == sha {
				return nil
			}
			return err
		}
		return file.Close()
	})
}

// manifest is what the month's folder holds after this run: the packs made or unchanged, and of the others that earlier runs made
// those whose files are still there.
func (r *run) manifest(month report.Month, outcomes []*Outcome) *manifest {
	m := r.newManifest(month)
	done := map[string]bool{}
	for _, out := range outcomes {
		old := r.manifests[month].pack(out.Name)
		switch {
		case out.Err != nil:
			continue
		case out.Unchanged:
			m.Packs = append(m.Packs, *old)
		default:
			m.Packs = append(m.Packs, r.joined(out, old, month))
		}
		done[out.Name] = true
	}
	if before := r.manifests[month]; before != nil {
		for _, pack := range before.Packs {
			if !done[pack.Register] && r.stillThere(&pack, month) {
				m.Packs = append(m.Packs, pack)
			}
		}
	}
	m.sort()
	return m
}

// joined is a new entry with the files that this run did not make again and that belong to it all the same: those of another
// language or edition or of a split, made from the very same. Any others are left over, and the outcome names them.
func (r *run) joined(out *Outcome, old *ManifestPack, month report.Month) ManifestPack {
	entry := out.entry(r.Options, r.basisHash)
	out.LeftOver = nil
	if old == nil {
		return entry
	}
	made := map[string]bool{}
	for _, f := range entry.Outputs {
		made[f.Name] = true
	}
	same := sameMaking(&entry, old)
	for _, f := range old.Outputs {
		sha, err := plainfile.SumFile(r.stage.place(month.String(), f.Name))
		switch {
		case made[f.Name] || err != nil:
		case same && sha == f.SHA256:
			entry.Outputs = append(entry.Outputs, f)
			if entry.Split == "" {
				entry.Split = old.Split
			}
			entry.Editions = content.JoinEditions(entry.Editions, old.Editions)
		default:
			out.LeftOver = append(out.LeftOver, r.stage.place(month.String(), f.Name))
		}
	}
	return entry
}

// sameMaking tells whether two entries were made from the same masters in the same way.
func sameMaking(a, b *ManifestPack) bool {
	equal := func(a, b []ManifestFile) bool {
		if len(a) != len(b) {
			return false
		}
		for i := range a {
			if a[i] != b[i] {
				return false
			}
		}
		return true
	}
	return a.Basis == b.Basis && equal(a.Inputs, b.Inputs) && equal(a.Published, b.Published)
}

// stillThere tells whether any file of an entry is there: a pack that somebody took away is of the past.
func (r *run) stillThere(pack *ManifestPack, month report.Month) bool {
	for _, f := range pack.Outputs {
		if _, err := os.Stat(r.stage.place(month.String(), f.Name)); err == nil {
			return true
		}
	}
	return false
}
