package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sort"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/plainfile"
)

// ManifestName is the file that lists what a run made from what.
const ManifestName = "manifest.json"

// manifestSchema names the layout of the manifest.
const manifestSchema = "boardpack.manifest/1"

// manifest says which inputs and templates went into which outputs. It holds no clock and no host name, so that the same
// inputs give the same manifest anywhere.
type manifest struct {
	Schema    string         `json:"schema"`
	Version   string         `json:"version"` // of the tool
	Tool      string         `json:"tool,omitempty"`
	Month     string         `json:"month"`
	Templates []ManifestFile `json:"templates"`
	Packs     []ManifestPack `json:"packs"`
}

// ManifestPack is one master's pack, or the portfolio.
type ManifestPack struct {
	Register string `json:"register"`
	AsAt     string `json:"as_at"`
	// Basis is the hash of the tool, the template and the settings that the pack was made with. A run that is of some of the
	// month's masters leaves the entries of the others as they are, so that it may differ from one to the next.
	Basis     string    `json:"basis"`
	GivenAsAt string    `json:"given_as_at,omitempty"`    // --as-at
	Previous  string    `json:"given_previous,omitempty"` // --previous
	Given     []string  `json:"given_settings,omitempty"` // --set
	Split     string    `json:"split,omitempty"`
	FileName  FileNames `json:"file_name,omitempty"` // the pattern of the outputs' names, where it is not the default
	// Parts and Sheets are the template's sections: what the PDFs and the workbooks hold.
	Parts  []string `json:"pdf_parts,omitempty"`
	Sheets []string `json:"sheets,omitempty"`
	// PageParts and Kinds are what the pages for browsers hold and which kinds of files are made, where the template says so.
	PageParts []string `json:"html_parts,omitempty"`
	Kinds     []string `json:"kinds,omitempty"`
	// Editions are those of the PDFs, where they are not the paper alone.
	Editions []content.Edition `json:"editions,omitempty"`
	Warnings int               `json:"warnings"`
	// Unattached says that the PDFs do not carry the figures file.
	Unattached bool           `json:"figures_not_attached,omitempty"`
	Inputs     []ManifestFile `json:"inputs"`              // this month's master last
	Round      []ManifestFile `json:"round,omitempty"`     // what the owners were asked and what came back, where they were
	Published  []ManifestFile `json:"published,omitempty"` // last month's figures file, which the figures were compared with
	Outputs    []ManifestFile `json:"outputs"`
}

// ManifestFile is a file and the SHA-256 of its content, in hex.
type ManifestFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// maxManifest is the most that is read of a manifest: a pack takes some 2 kB of it.
const maxManifest = 64 << 20

// readManifest reads the manifest of a folder; nil when there is none. One that cannot be understood is an error.
func readManifest(dir string) (*manifest, error) {
	path := filepath.Join(dir, ManifestName)
	data, err := plainfile.Read(path, maxManifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %s", path, plainfile.Say(err))
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("%s is not a list of packs: delete it, and run build again", path)
	}
	if m.Schema != manifestSchema {
		return nil, fmt.Errorf("%s has the layout \"%s\", but this version reads \"%s\"", path, m.Schema, manifestSchema)
	}
	return &m, nil
}

// pack finds a register's entry; nil when there is none, or no manifest.
func (m *manifest) pack(register string) *ManifestPack {
	if m == nil {
		return nil
	}
	for i := range m.Packs {
		if m.Packs[i].Register == register {
			return &m.Packs[i]
		}
	}
	return nil
}

// newManifest starts the manifest of a month.
func (o *Options) newManifest(month report.Month) *manifest {
	return &manifest{Schema: manifestSchema, Version: o.Version, Tool: o.Tool, Month: month.String(), Templates: o.templateFiles(),
		Packs: []ManifestPack{}}
}

// sort brings packs and outputs into the order of their names.
func (m *manifest) sort() {
	sort.Slice(m.Packs, func(a, b int) bool { return m.Packs[a].Register < m.Packs[b].Register })
	for _, p := range m.Packs {
		sort.Slice(p.Outputs, func(a, b int) bool { return p.Outputs[a].Name < p.Outputs[b].Name })
	}
}

func (m *manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(m)
	return b.Bytes(), err
}
