package finish

import (
	"fmt"
	"strings"
	"time"
)

// Attachment is a file that travels inside the document: an associated file of PDF/A-3 (ISO 19005-3, 6.8) that holds the data behind it.
type Attachment struct {
	Name        string
	Description string
	MediaType   string // such as application/json
	Modified    time.Time
	Data        []byte
}

// attachedFile is an attachment in the file: its name and the number of its file specification.
type attachedFile struct {
	name   string
	number int
}

func (f *file) addAttachments(files []Attachment) []attachedFile {
	var added []attachedFile
	for _, a := range files {
		entries := fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/ModDate(D:%sZ)>>",
			strings.ReplaceAll(a.MediaType, "/", "#2F"), len(a.Data), a.Modified.UTC().Format("20060102150405"))
		// Packing fails only when its writer does, and a buffer does not.
		body, _ := f.stream(entries, a.Data)
		data := f.add(body)
		spec := f.add(fmt.Appendf(nil, "<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Data/EF<</F %s/UF %s>>>>",
			literal(a.Name), literal(a.Name), literal(a.Description), ref(data), ref(data)))
		added = append(added, attachedFile{a.Name, spec})
	}
	return added
}
