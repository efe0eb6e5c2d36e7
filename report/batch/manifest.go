package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sort"

	"boardpack/report"
)

// ManifestName is the file that lists what a run made from what.
const ManifestName = "manifest.json"

// ManifestSchema names the layout of the manifest.
const ManifestSchema = "boardpack.manifest/1"

// Manifest says which inputs and templates went into which outputs. It holds no clock and no host name, so that the same
// inputs give the same manifest anywhere.
type Manifest struct {
	Schema    string         `json:"schema"`
	Version   string         `json:"version"` // of the tool
	Month     report.Month   `json:"month"`
	Templates []ManifestFile `json:"templates"`
	Packs     []ManifestPack `json:"packs"`
}

// ManifestPack is one master's pack.
type ManifestPack struct {
	Register string         `json:"register"`
	AsAt     report.Date    `json:"as_at"`
	Inputs   []ManifestFile `json:"inputs"` // this month's master last
	Outputs  []ManifestFile `json:"outputs"`
}

// ManifestFile is a file and the SHA-256 of its content, in hex.
type ManifestFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func hashFile(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// publishManifests writes the manifest of each month that has a pack.
func (o *Options) publishManifests(outcomes []Outcome) error {
	byMonth := map[report.Month]*Manifest{}
	var order []report.Month
	for i := range outcomes {
		out := &outcomes[i]
		if out.Err != nil {
			continue
		}
		if byMonth[out.Month] == nil {
			byMonth[out.Month] = o.manifest(out.Month)
			order = append(order, out.Month)
		}
		m := byMonth[out.Month]
		m.Packs = append(m.Packs, out.manifestPack())
	}
	for _, month := range order {
		data, err := byMonth[month].encode()
		if err != nil {
			return err
		}
		if err := publish(o.place(month, ManifestName), data); err != nil {
			return err
		}
	}
	return nil
}

func (o *Options) manifest(month report.Month) *Manifest {
	m := &Manifest{Schema: ManifestSchema, Version: o.Version, Month: month, Templates: []ManifestFile{}}
	for _, f := range o.Templates {
		m.Templates = append(m.Templates, ManifestFile{f.Name, hash(f.Data)})
	}
	return m
}

func (out *Outcome) manifestPack() ManifestPack {
	pack := ManifestPack{Register: out.Name, AsAt: out.AsAt}
	for _, in := range out.inputs {
		pack.Inputs = append(pack.Inputs, ManifestFile{in.listed, in.sha})
	}
	for _, f := range out.Files {
		pack.Outputs = append(pack.Outputs, ManifestFile{filepath.Base(f.Path), f.sha256})
	}
	sort.Slice(pack.Outputs, func(a, b int) bool { return pack.Outputs[a].Name < pack.Outputs[b].Name })
	return pack
}

func (m *Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(m)
	return b.Bytes(), err
}
