package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/plainfile"
)

// rebuild makes the packs of a folder again, in a folder of its own, and compares every byte. What they were made from must still be
// there: where a master, the template or the tool is another, it says so, for then other bytes prove nothing.
func (o *Options) rebuild(ctx context.Context, v *Verdict) error {
	manifest, err := readManifest(v.Dir)
	if err != nil {
		return err
	}
	for _, entries := range alike(manifest.Packs) {
		again, err := o.madeLike(v, manifest, &entries[0])
		if err != nil {
			return err
		}
		entries = slices.DeleteFunc(entries, func(entry ManifestPack) bool {
			err := again.sameAs(manifest, &entry)
			if err != nil {
				v.add(entry.Register, "it cannot be built again: %s", plainfile.Words(err))
			}
			return err != nil
		})
		if len(entries) == 0 {
			continue
		}
		if err := again.compare(ctx, v, entries); err != nil {
			return err
		}
	}
	return nil
}

// alike gathers the entries that were made in the same way, so that one run makes all of them again.
func alike(entries []ManifestPack) [][]ManifestPack {
	var out [][]ManifestPack
	places := map[string]int{}
	for _, entry := range entries {
		way := fmt.Sprint(entry.GivenAsAt, entry.Previous, entry.Split, entry.Editions, len(entry.Published) > 0, len(entry.Round) > 0, entry.Register == PortfolioName)
		i, ok := places[way]
		if !ok {
			i = len(out)
			places[way] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], entry)
	}
	return out
}

// compare makes the packs in a folder of their own and compares their files with those of the verdict's folder.
func (o *Options) compare(ctx context.Context, v *Verdict, entries []ManifestPack) error {
	temporary, err := os.MkdirTemp("", "boardpack-verify-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	o.Out = temporary
	outcomes, err := Build(ctx, *o)
	if err != nil {
		return err
	}
	failed := map[string]error{}
	for i := range outcomes {
		failed[outcomes[i].Name] = outcomes[i].Err
	}
	for _, entry := range entries {
		if err := failed[entry.Register]; err != nil {
			v.add(entry.Register, "it cannot be built again: %s", plainfile.Words(err))
			continue
		}
		for _, f := range entry.Outputs {
			is, err := plainfile.SumFile(filepath.Join(temporary, v.Month, f.Name))
			if err != nil || is != f.SHA256 {
				v.add(f.Name, "built again from the same spreadsheets, it is different")
			}
		}
	}
	return nil
}

// madeLike gives the options that an entry was made with.
func (o *Options) madeLike(v *Verdict, manifest *manifest, entry *ManifestPack) (*Options, error) {
	month, err := dates.ParseMonth(manifest.Month)
	if err != nil {
		return nil, err
	}
	again := *o
	again.Months, again.Force, again.Progress = []report.Month{month}, true, nil
	again.Portfolio, again.Split = entry.Register == PortfolioName, report.GroupKind(entry.Split)
	again.Editions = entry.Editions
	if entry.GivenAsAt != "" {
		if again.AsAt, err = dates.ParseISODate(entry.GivenAsAt); err != nil {
			return nil, err
		}
	}
	if entry.Previous != "" {
		if again.Previous, err = dates.ParseMonth(entry.Previous); err != nil {
			return nil, err
		}
	}
	if again.Published == "" {
		again.Published = filepath.Dir(absolute(v.Dir))
	}
	if len(entry.Published) == 0 { // nothing was published then: what is there now did not go in
		again.Published = filepath.Join(again.Published, "nothing")
	}
	if len(entry.Round) == 0 { // nobody had been asked then
		again.Returns = nil
	}
	return &again, nil
}

// sameAs looks whether masters, published figures, template and tool are those of the entry.
func (o *Options) sameAs(manifest *manifest, entry *ManifestPack) error {
	for _, f := range entry.Inputs {
		if err := sameFile(o.Input, f, "master"); err != nil {
			return err
		}
	}
	for _, f := range entry.Published {
		if err := sameFile(o.Published, f, "published figures file"); err != nil {
			return err
		}
	}
	if err := o.sameReturns(o.Months[0], entry.Round); err != nil {
		return err
	}
	basis, err := o.basis()
	switch {
	case err != nil:
		return err
	case manifest.Version != o.Version || manifest.Tool != o.Tool:
		return fmt.Errorf("it was made by boardpack %s (%s), but this is %s (%s)", manifest.Version, manifest.Tool, o.Version, o.Tool)
	case !slices.Equal(manifest.Templates, o.templateFiles()):
		return fmt.Errorf("the template is not the same: name the one that it was made with, with --templates")
	case !slices.Equal(entry.Given, o.Given):
		return fmt.Errorf("it was made with --set %s: give the same to verify", strings.Join(entry.Given, " --set "))
	case basis != entry.Basis:
		return fmt.Errorf("it was made with other settings, or with an earlier version or template than the rest of the month")
	}
	return nil
}

func sameFile(dir string, f ManifestFile, what string) error {
	if f.SHA256 == "" {
		return nil // it could not be read then
	}
	sha, err := plainfile.SumFile(filepath.Join(dir, filepath.FromSlash(f.Name)))
	if err != nil {
		return fmt.Errorf("the %s %s cannot be read: %s", what, f.Name, plainfile.Say(err))
	}
	if sha != f.SHA256 {
		return fmt.Errorf("the %s %s is not the one that it was made from", what, f.Name)
	}
	return nil
}
