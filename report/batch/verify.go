package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/disk"
	"boardpack/report/plainfile"
	"boardpack/report/proof"
)

// Verdict is what verify says of the packs of one month.
type Verdict struct {
	Dir      string
	Month    string
	Packs    int
	Files    int
	Findings []Finding // what is wrong; none for a folder whose files belong together
	Notes    []string  // what is worth knowing and not wrong

	newer map[string]string // the files of a run that was interrupted while it published, by name: their SHA-256
}

// Finding is one thing that is wrong.
type Finding struct{ File, Message string }

// OK tells whether the folder is whole.
func (v *Verdict) OK() bool { return len(v.Findings) == 0 }

func (v *Verdict) add(file, format string, args ...any) {
	v.Findings = append(v.Findings, Finding{file, fmt.Sprintf(format, args...)})
}

// errNoPacks tells that a folder holds no packs to verify.
var errNoPacks = errors.New("no packs found")

// Verify tells of a month's folder, or of each month's folder in it, whether its files are those of its manifest and say the same. With
// rebuild it makes the packs again from the recorded masters and compares every byte.
func Verify(ctx context.Context, dir string, o Options, rebuild bool) ([]Verdict, error) {
	dirs, err := monthFolders(dir)
	if err != nil {
		return nil, err
	}
	var out []Verdict
	for _, month := range dirs {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		v := verifyFolder(month, o.wordsOf)
		if rebuild && v.OK() {
			if err := o.rebuild(ctx, &v); err != nil {
				return out, err
			}
		}
		out = append(out, v)
	}
	return out, nil
}

// monthFolders gives the folder itself when it is one of packs, or else the months' folders in it.
func monthFolders(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var months []string
	for _, entry := range entries {
		if _, err := dates.ParseMonth(entry.Name()); err == nil && isFolder(dir, entry) {
			months = append(months, filepath.Join(dir, entry.Name()))
		}
	}
	_, err = os.Stat(filepath.Join(dir, ManifestName))
	_, notMonth := dates.ParseMonth(filepath.Base(absolute(dir)))
	if err == nil || notMonth == nil {
		return []string{dir}, nil
	}
	if len(months) == 0 {
		return nil, fmt.Errorf("%w: %s has no %s and no folder for a month", errNoPacks, dir, ManifestName)
	}
	return months, nil
}

func absolute(dir string) string {
	if path, err := filepath.Abs(dir); err == nil {
		return path
	}
	return dir
}

// verifyFolder compares one month's folder with its manifest.
func verifyFolder(dir string, words func(lang string) report.Words) Verdict {
	v := Verdict{Dir: dir}
	if _, err := os.Stat(filepath.Join(dir, unfinished)); err == nil {
		v.Notes = append(v.Notes, "a run was interrupted or has not ended; the files that it made are newer than manifest.json, and the others are from the run before; the next run removes what it left")
	}
	v.newer = unfinishedFiles(dir)
	manifest, err := readManifest(dir)
	switch {
	case err != nil:
		v.add(ManifestName, "%s", plainfile.Words(err))
		return v
	case manifest == nil:
		v.add(ManifestName, "it is missing, so the files cannot be checked; run build again")
		return v
	}
	v.Month, v.Packs = manifest.Month, len(manifest.Packs)
	listed := map[string]bool{ManifestName: true}
	for i := range manifest.Packs {
		v.pack(&manifest.Packs[i], listed, words)
	}
	v.extras(listed)
	return v
}

// maxOutput is the most that is read of a file that was made: a paper of 100,000 recommendations has less.
const maxOutput = 2 << 30

// pack compares the files of one pack with its entry, and with each other.
func (v *Verdict) pack(entry *ManifestPack, listed map[string]bool, words func(lang string) report.Words) {
	same, changed := map[string][]byte{}, map[string][]byte{}
	whole := true
	for _, f := range entry.Outputs {
		v.Files++
		listed[f.Name] = true
		if f.Name != filepath.Base(f.Name) {
			v.add(f.Name, "it names a file outside the folder")
			continue
		}
		data, err := plainfile.Read(filepath.Join(v.Dir, f.Name), maxOutput)
		switch {
		case errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(f.Name, documentEnding): // readers of the pack have no use for it
			v.Notes = append(v.Notes, f.Name+" is missing, so the pack in that language was not compared with the figures; to get the file, run build again")
			continue
		case errors.Is(err, fs.ErrNotExist):
			v.add(f.Name, "it is missing; run build again")
		case err != nil:
			v.add(f.Name, "it cannot be read: %s", plainfile.Say(err))
		case plainfile.Sum(data) == f.SHA256:
			same[f.Name] = data
			continue
		case plainfile.Sum(data) == v.newer[f.Name]:
			v.add(f.Name, "it is newer than manifest.json, because the run that made it was interrupted; run build again")
		default:
			changed[f.Name] = data
		}
		whole = false
	}
	proofs := v.proofs(entry, same, words)
	if whole {
		v.agreement(proofs, same)
	}
	v.sayChanged(proofs, changed)
}

// proofs are how the files of one pack are compared with its figures.
type proofs struct {
	figuresName string
	// check tells whether a file has figures that can be compared, and how they differ; nil where the figures file is not that of
	// the manifest.
	check func(name string, data []byte) (compared bool, err error)
	// document tells how a Document differs from the figures.
	document func(name string, data []byte) error
	figures  *proof.Figures
	written  bool // that the pack's Documents were written down
}

// proofs prepares the comparison of the workbooks and papers of a pack with its figures file: each with the Document of its language, which
// lies beside it, and that with the figures.
func (v *Verdict) proofs(entry *ManifestPack, same map[string][]byte, words func(lang string) report.Words) proofs {
	p := proofs{figuresName: entry.FileName.figures(entry.Register, v.Month),
		written: slices.ContainsFunc(entry.Outputs, func(f ManifestFile) bool { return strings.HasSuffix(f.Name, documentEnding) })}
	figures, ok := same[p.figuresName]
	if !ok {
		return p
	}
	before, after := entry.FileName.around(entry.Register, v.Month)
	proved := proof.NewFigures(figures)
	p.figures = proved
	p.check = func(name string, data []byte) (bool, error) {
		ending := filepath.Ext(name)
		if ending == pageEnding {
			return entry.page(v.Month, name, data, same, proved, words)
		}
		lang, record := languageOf(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(name, ending), before), after))
		check := proof.Check{Figures: proved, Words: words(lang), Sections: proof.Sections{PDF: entry.Parts, Sheets: entry.Sheets},
			Unattached: entry.Unattached}
		if record {
			check.Sections.PDF = nil
		}
		said, ok := same[strings.TrimSuffix(name, ending)+documentEnding]
		if check.Words == nil || !ok || ending != ".xlsx" && ending != ".pdf" { // a workbook of a split has figures that are not those of the whole
			return false, nil
		}
		doc, err := content.Read(said)
		switch {
		case err != nil:
			return true, err
		case ending == ".xlsx":
			return true, check.Workbook(bytes.Clone(data), doc)
		}
		return true, check.Paper(bytes.Clone(data), doc)
	}
	p.document = func(name string, data []byte) error {
		lang, _ := languageOf(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSuffix(name, documentEnding), before), after))
		doc, err := content.Read(data)
		if err != nil || words(lang) == nil {
			return err
		}
		return proof.Check{Figures: proved, Words: words(lang)}.Document(doc)
	}
	return p
}

// languageOf takes apart what tells a file from the others of its pack: the language, and whether it is of the record edition.
func languageOf(part string) (lang string, record bool) { return strings.CutSuffix(part, recordPart) }

// agreement proves that the workbook and the PDF of each language say what the figures file says.
func (v *Verdict) agreement(p proofs, files map[string][]byte) {
	if p.check == nil {
		v.add(p.figuresName, "the pack has no figures file")
		return
	}
	if err := p.figures.Check(); err != nil {
		v.add(p.figuresName, "its figures contradict each other: %v", err)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, documentEnding) {
			if err := p.document(name, files[name]); err != nil {
				v.add(name, "it differs from %s: %v", p.figuresName, err)
			}
		}
		if _, err := p.check(name, files[name]); err != nil {
			v.add(name, "it differs from %s: %v", p.figuresName, err)
		}
	}
	if !p.written {
		v.Notes = append(v.Notes, p.figuresName+" is consistent, and every file of the pack is unchanged; an earlier version made it, which did not record "+
			"what its PDFs and workbooks say; to compare them too, use --rebuild")
	}
}

// sayChanged tells of files that are not as they were made whether their figures still are: programs that keep or send files, such
// as SharePoint or a mail gateway, write into them.
func (v *Verdict) sayChanged(p proofs, changed map[string][]byte) {
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		const again = "to get the original file back, run build again"
		compared, err := false, error(nil)
		if p.check != nil {
			compared, err = p.check(name, changed[name])
		}
		switch {
		case err != nil:
			v.add(name, "it was changed after it was made, and its figures differ from %s: %v; %s", p.figuresName, err, again)
		case compared:
			v.add(name, "the file was changed after it was made, perhaps by SharePoint or a mail system, but every figure in it still agrees with %s; %s", p.figuresName, again)
		default:
			v.add(name, "it was changed after it was made; %s", again)
		}
	}
}

// extras names the files that the manifest does not: a reader could take them for part of the set.
func (v *Verdict) extras(listed map[string]bool) {
	entries, err := os.ReadDir(v.Dir)
	if err != nil {
		v.add(".", "it cannot be read: %s", plainfile.Say(err))
		return
	}
	for _, entry := range entries {
		name := entry.Name()
		if !listed[name] && name != unfinished && name != disk.LockName && !isSystemFile(name) {
			v.add(name, "it does not belong to these packs: an earlier run made it, or somebody put it there; build the packs again, or delete it")
		}
	}
}

// unfinishedFiles reads what a run that was interrupted meant to publish; none where there was no such run, or it came to nothing.
func unfinishedFiles(dir string) map[string]string {
	manifest, err := readManifest(filepath.Join(dir, unfinished))
	if err != nil || manifest == nil {
		return nil
	}
	out := map[string]string{}
	for _, pack := range manifest.Packs {
		for _, f := range pack.Outputs {
			out[f.Name] = f.SHA256
		}
	}
	return out
}

// wordsOf gives the words of a language; nil when the options have none of it.
func (o *Options) wordsOf(lang string) report.Words {
	for _, w := range o.Words {
		if w.Lang() == lang {
			return w
		}
	}
	return nil
}
