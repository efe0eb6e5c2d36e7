// Package licences holds the licences under which parts of the program may be passed on: each asks that its text goes with a copy. The
// texts lie in files named after the module, as they are in its own folder.
package licences

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
)

//go:embed texts
var texts embed.FS

const folder = "texts"

// Go is the name of the Go library and runtime, which are in every program that Go builds.
const Go = "go"

// Licence is one text.
type Licence struct {
	Module string // its path, such as "github.com/spf13/cobra", or Go; of a file that is no module's, the repository that it is from
	File   string // the name of the text in the module, such as "LICENSE"
	Text   string
}

// All lists the licences, by module and file.
func All() ([]Licence, error) {
	var out []Licence
	err := fs.WalkDir(texts, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := texts.ReadFile(name)
		out = append(out, Licence{strings.TrimPrefix(path.Dir(name), folder+"/"), path.Base(name), string(data)})
		return err
	})
	sort.SliceStable(out, func(i, j int) bool { return out[i].Module < out[j].Module })
	return out, err
}

// Write prints every licence below the name of what it is for.
func Write(w io.Writer) error {
	all, err := All()
	if err != nil {
		return err
	}
	for _, l := range all {
		line := strings.Repeat("=", 80)
		if _, err := fmt.Fprintf(w, "%s\n%s: %s\n%s\n\n%s\n\n", line, l.Module, l.File, line, strings.TrimSpace(l.Text)); err != nil {
			return err
		}
	}
	return nil
}
