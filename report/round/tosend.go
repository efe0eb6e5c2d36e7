package round

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"boardpack/report/disk"
	"boardpack/report/plainfile"
)

// publishAsked writes the files; the round itself last, so that a run that is killed has asked nobody.
func (s *Setting) publishAsked(out *AskResult, a *asked, o AskOptions, before *Round) error {
	f := folder{s.Dir, s.Month}
	if err := os.MkdirAll(f.path(), 0o755); err != nil {
		return fmt.Errorf("%s cannot be made: %s", f.path(), plainfile.Say(err))
	}
	lock, err := disk.TakeLock(f.path())
	if err != nil {
		return err
	}
	defer lock.Release()
	if err := os.MkdirAll(f.returns(), 0o755); err != nil {
		return fmt.Errorf("%s cannot be made: %s", f.returns(), plainfile.Say(err))
	}
	for i := range out.Round.Owners {
		owner := &out.Round.Owners[i]
		if len(o.Owners) > 0 && !slices.ContainsFunc(o.Owners, func(name string) bool { return sameName(name, owner.Name) }) {
			continue
		}
		if err := s.publishReturn(f, out, a, o, owner); err != nil {
			return err
		}
	}
	if err := s.publishList(f, out, o); err != nil {
		return err
	}
	if before != nil && before.Code != out.Round.Code {
		if err := f.keepEarlier(before); err != nil {
			return err
		}
	}
	data, err := marshal(out.Round)
	if err != nil {
		return err
	}
	out.Files = append(out.Files, f.round())
	return written(f.round(), disk.Write(f.round(), data))
}

// publishReturn writes the files of one owner.
func (s *Setting) publishReturn(f folder, out *AskResult, a *asked, o AskOptions, owner *AskedOwner) error {
	data, err := writeReturn(s, out.Round, owner, a.lines)
	if err != nil {
		return err
	}
	c := contactOf(o.Contacts, owner.Name)
	if c == nil || c.Email == "" {
		out.NoContact = append(out.NoContact, owner.Name)
	}
	m := askMail(s, out.Round, owner, c, data)
	base := filepath.Join(f.toSend(), owner.File)
	if err := save(&out.Files, base+".xlsx", data); err != nil {
		return err
	}
	if err := save(&out.Files, base+".txt", m.text(s.words(owner.Language))); err != nil {
		return err
	}
	if o.Drafts {
		return save(&out.Files, base+".eml", m.draft())
	}
	return nil
}

// publishList writes the list of who was asked, with what the team wrote in the one before.
func (s *Setting) publishList(f folder, out *AskResult, o AskOptions) error {
	path := filepath.Join(f.toSend(), "asked.xlsx")
	sent := map[string]string{}
	if there, err := plainfile.Read(path, mostBytes); err == nil {
		sent = sentOn(s, path, there)
	}
	data, err := askedBook(s, out.Round, o.Contacts, sent)
	if err != nil {
		return err
	}
	return save(&out.Files, path, data)
}

// save writes a file and adds it to those that are listed.
func save(files *[]string, path string, data []byte) error {
	*files = append(*files, path)
	return written(path, disk.WriteLoose(path, data))
}

// written puts the error of writing a file into words; nil for none.
func written(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case plainfile.InUse(err), errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s cannot be replaced: it may be open in another program, such as Excel; close it and run again", path)
	}
	return fmt.Errorf("%s cannot be written: %s", path, plainfile.Say(err))
}
