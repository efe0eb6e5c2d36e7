package start

import (
	"fmt"
	"path"
	"strings"
	"testing/fstest"

	"boardpack/report"
	"boardpack/templates"
)

// masterName is the name of the blank master in the month's folder. The team renames it after its own report.
const masterName = "recommendations.xlsx"

// Options say what a folder begins with.
type Options struct {
	Month   report.Month // whose folder awaits the first master
	Example string       // an example to begin with; "" for the template as shipped
	Master  string       // a master to draft the template from; "" for none
	Data    []byte       // of that master
}

// File is one file of the folder.
type File struct {
	Name       string // below the folder, with forward slashes
	Data       []byte
	Executable bool
}

// Folder is what a team begins with.
type Folder struct {
	Files    []File
	Template *templates.Template
	Draft    *Draft // what was found in the master; nil without one
	// ThemesSheet is what the blank master calls its sheet of themes.
	ThemesSheet string
	Master      string // name of the file in which the first master is, or is to be filled in
}

// Make makes the folder in memory; nothing is written.
func Make(o Options) (*Folder, error) {
	text, err := neutralSections()
	if err != nil {
		return nil, err
	}
	if o.Example != "" {
		example, err := templates.ExampleByName(o.Example)
		if err != nil {
			return nil, err
		}
		text.overlay(example.Pack)
	}
	folder := &Folder{Master: path.Join("input", o.Month.String(), masterName)}
	if o.Master != "" {
		base, err := templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte(text.String())}})
		if err != nil {
			return nil, err
		}
		if folder.Draft, err = draft(o, base); err != nil {
			return nil, err
		}
		folder.Draft.write(&text)
		folder.Master = path.Join("input", o.Month.String(), folder.Draft.File)
	}
	return folder, folder.fill(o, text.String())
}

// fill makes the files, the template first, and loads it as a run would.
func (d *Folder) fill(o Options, pack string) error {
	d.add(path.Join(TemplateDir, "pack.yaml"), []byte(pack))
	wordings, err := templates.ShippedWordings()
	if err != nil {
		return err
	}
	own := fstest.MapFS{"pack.yaml": {Data: []byte(pack)}}
	for _, lang := range []string{"en", "cy"} {
		name, text := path.Join("wording", lang+".yaml"), []byte(wording(lang, wordings[lang]))
		d.add(path.Join(TemplateDir, name), text)
		own[name] = &fstest.MapFile{Data: text}
	}
	if d.Template, err = templates.LoadFS(own); err != nil {
		return fmt.Errorf("the template made for you has a mistake: %w", err)
	}
	blank, err := blankMaster(d.Template)
	if err != nil {
		return err
	}
	d.ThemesSheet = d.Template.In("settings.sheet.themes")[0]
	d.add("blank-master.xlsx", blank)
	if o.Master != "" {
		blank = o.Data
	}
	d.add(d.Master, blank)
	d.add("README.txt", crlf(readme(d.Master, o.Master != "", d.Template.NoThemes != nil)))
	d.add(WindowsStarter, crlf(windowsStarter))
	d.Files = append(d.Files, File{Name: "build.command", Data: []byte(macStarter), Executable: true})
	return nil
}

func (d *Folder) add(name string, data []byte) {
	d.Files = append(d.Files, File{Name: name, Data: data})
}

// crlf gives lines the ends that Windows' own programs ask for.
func crlf(text string) []byte { return []byte(strings.ReplaceAll(text, "\n", "\r\n")) }
