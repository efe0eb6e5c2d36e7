package finish

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/pdf/tag"
)

// drawn is a file of two pages as fpdf writes it.
func drawn(t *testing.T) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(time.Date(2023, 9, 30, 0, 0, 0, 0, time.UTC))
	pdf.SetModificationDate(time.Date(2023, 9, 30, 0, 0, 0, 0, time.UTC))
	pdf.SetTitle("endobj stream\n", true)
	for range 2 {
		pdf.AddPage()
		pdf.RawWriteStr("/P <</MCID 0>> BDC\nEMC")
	}
	var out bytes.Buffer
	require.NoError(t, pdf.Output(&out))
	return out.Bytes()
}

func pagesOf(parts ...[]byte) *Pages {
	p := NewPages()
	for _, raw := range parts {
		p.Add(raw)
	}
	return p
}

func TestRead(t *testing.T) {
	t.Parallel()
	f, err := read(drawn(t))
	require.NoError(t, err)
	assert.Len(t, f.pages, 2)
	assert.Contains(t, string(f.objects[f.root]), "/Type /Catalog")
	assert.Contains(t, string(f.objects[f.info]), "/CreationDate")
	for _, n := range f.pages {
		assert.Contains(t, string(f.objects[n]), "/Type /Page\n")
	}
}

// Whatever is cut off the file, reading it says so and does not panic.
func TestReadBroken(t *testing.T) {
	t.Parallel()
	raw := drawn(t)
	for cut := 0; cut < len(raw)-8; cut += 7 {
		_, err := read(raw[:cut])
		assert.True(t, errors.Is(err, errNotFpdf), "cut at %d: %v", cut, err)
	}
	for at := 0; at < len(raw); at += 11 {
		broken := bytes.Clone(raw)
		broken[at] ^= 0x15
		_ = Write(io.Discard, Input{Pages: pagesOf(broken), Tree: tag.NewRoot()})
	}
}

func TestWriteAddsWhatIsMissing(t *testing.T) {
	t.Parallel()
	tree := tag.NewRoot()
	p := tree.New(tag.P)
	p.AddMark(0, 0)
	p.AddMark(1, 0)
	link := p.Later(tag.Link)
	link.AddAnnot(0)
	in := Input{
		Pages: pagesOf(drawn(t)), Tree: tree,
		Annots:       []Annot{{Page: 1, Right: 10, Top: 10, Target: Point{Page: 0, Y: 100}, Contents: "dŵr"}},
		Outline:      []Bookmark{{Title: "One", Level: 1}, {Title: "Below", Level: 2}, {Title: "Two", Level: 1}},
		Attachments:  []Attachment{{Name: "figures.json", MediaType: "application/json", Data: []byte("{}")}},
		Destinations: []Destination{{Name: "tŷ.open"}, {Name: "training.open", Target: Point{Page: 1, Y: 5}}, {Name: "open"}},
	}
	f, err := in.Pages.join()
	require.NoError(t, err)
	annots := f.addAnnots(in.Annots)
	structure := f.addStructure(in.Tree, annots)
	outline := f.addOutline(in.Outline)
	files := f.addAttachments(in.Attachments)
	f.patchPages(annots)
	require.NoError(t, f.patchCatalog(structure, outline, files, in.Destinations))

	catalog := string(f.objects[f.root])
	for _, want := range []string{"/MarkInfo<</Marked true>>", "/StructTreeRoot", "/DisplayDocTitle true", "/AF[", "/EmbeddedFiles", "/Dests", "/Outlines"} {
		assert.Contains(t, catalog, want)
	}
	assert.Contains(t, string(f.objects[f.pages[1]]), "/StructParents 1/Tabs/S/Annots["+ref(annots[0].number)+"]")
	assert.Contains(t, f.gathered(annots[0].number), "/Contents<FEFF006401750072>")
	assert.Contains(t, f.gathered(outline), "/Count 2")

	var first, second bytes.Buffer
	in.Pages = pagesOf(drawn(t))
	require.NoError(t, Write(&first, in))
	in.Pages = pagesOf(drawn(t))
	require.NoError(t, Write(&second, in))
	assert.Equal(t, first.Bytes(), second.Bytes())
}

// gathered is an object that waits for its stream to be full.
func (f *file) gathered(n int) string {
	for i := 0; i < len(f.small.numbers); i += 2 {
		if int(f.small.numbers[i]) == n {
			body, _, _ := bytes.Cut(f.small.bodies[f.small.numbers[i+1]:], []byte("\n"))
			return string(body)
		}
	}
	return ""
}

func TestPagesOfSeveralPartsAreOneDocument(t *testing.T) {
	f, err := pagesOf(drawn(t), drawn(t), drawn(t)).join()
	require.NoError(t, err)
	require.Len(t, f.pages, 6)
	assert.Contains(t, string(f.objects[1]), "/Count 6\n")
	assert.Equal(t, f.pages, kids(f.objects[1]))
	for _, page := range f.pages {
		content := reference(f.objects[page], "Contents")
		require.NotZero(t, content)
		assert.True(t, isStream(f.objects[content]))
		assert.Contains(t, string(f.objects[page]), "/Parent 1 0 R")
	}
	_, err = pagesOf(drawn(t), []byte("%PDF")).join()
	assert.ErrorIs(t, err, errNotFpdf)
	_, err = NewPages().join()
	assert.ErrorIs(t, err, errNotFpdf)
}

func TestLiteral(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain": "(plain)", "": "()", "a (b)": "<FEFF00610020002800620029>", "ŵ": "<FEFF0175>", "😀": "<FEFFD83DDE00>",
	} {
		assert.Equal(t, want, literal(in))
	}
}

func TestSRGB(t *testing.T) {
	t.Parallel()
	assert.Equal(t, len(sRGB), int(binary.BigEndian.Uint32(sRGB)))
	assert.Equal(t, "mntrRGB XYZ ", string(sRGB[12:24]), "a display profile of RGB")
	assert.Equal(t, "acsp", string(sRGB[36:40]))
	assert.Contains(t, string(sRGB), "\x00s\x00R\x00G\x00B", "its name")
}

func TestXMPIsWellFormed(t *testing.T) {
	t.Parallel()
	packet := XMP(About{Title: `Stelcio & "aflonyddu" <drafft>`, Author: "Heddlu", Lang: "cy", Subject: "x", Keywords: []string{"a", "b"}})
	decoder := xml.NewDecoder(bytes.NewReader(packet))
	for {
		if _, err := decoder.Token(); err != nil {
			require.ErrorIs(t, err, io.EOF)
			return
		}
	}
}
