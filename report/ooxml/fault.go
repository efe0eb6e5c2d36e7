package ooxml

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Fault is a reason in plain words why a part cannot be trusted. No other error's words reach a person: those of libraries are
// for programmers, and may quote what is in the file.
type Fault struct {
	ID      string   // of the sentence in the wording of every language, "fault.checksum"; "" where there is none
	English string   // the same sentence in English, for use where there is no wording at hand
	Args    []string // pairs of name and value, for both
}

// NewFault makes a fault; args are pairs of name and value, as in {{.Name}}.
func NewFault(id, english string, args ...string) error {
	return &Fault{ID: id, English: english, Args: args}
}

// Error is the English sentence, filled in: a clause without a full stop.
func (f *Fault) Error() string {
	pairs := make([]string, 0, len(f.Args))
	for i := 0; i+1 < len(f.Args); i += 2 {
		pairs = append(pairs, "{{."+f.Args[i]+"}}", f.Args[i+1])
	}
	return strings.NewReplacer(pairs...).Replace(f.English)
}

// Damage is the error of a part that cannot be trusted. Its cause need not be a Fault: Reason says it in words.
type Damage struct {
	Part  string // its name; "" for the file itself
	cause error
}

// Error names the part and says why.
func (d *Damage) Error() string {
	if d.Part == "" {
		return "the file: " + Reason(d.cause).Error()
	}
	return "the part " + d.Part + ": " + Reason(d.cause).Error()
}

// Unwrap gives the cause.
func (d *Damage) Unwrap() error { return d.cause }

// damaged names the part of which an error tells, unless that says so already, or is of the whole file.
func damaged(part string, cause error) error {
	var damage *Damage
	var missing *Missing
	var tooLarge *TooLarge
	if errors.As(cause, &damage) || errors.As(cause, &missing) || errors.As(cause, &tooLarge) {
		return cause
	}
	return &Damage{part, cause}
}

// Missing is the error of a part that is referred to and is not there.
type Missing struct{ Part string }

// Error names the part.
func (m *Missing) Error() string { return "there is no part " + m.Part }

// TooLarge is the error of a package that unpacks to more bytes than a caller takes.
type TooLarge struct{ Most int64 }

// Error says how much that is.
func (e *TooLarge) Error() string {
	return "unpacked, the file is larger than " + strconv.FormatInt(e.Most>>20, 10) + " MB"
}

// Reason says in plain words what the libraries say in theirs.
func Reason(err error) *Fault {
	var plain *Fault
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &plain):
		return plain
	case errors.Is(err, zip.ErrFormat):
		return &Fault{ID: "fault.packed_otherwise", English: "it is not packed in the way that it says"}
	case errors.Is(err, zip.ErrChecksum):
		return &Fault{ID: "fault.checksum", English: "its checksum is wrong"}
	case errors.Is(err, zip.ErrAlgorithm):
		return &Fault{ID: "fault.unknown_packing", English: "it is packed in a way that boardpack does not know"}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &Fault{ID: "fault.too_short", English: "it is not as long as it says"}
	case errors.As(err, &syntax):
		return brokenLine(syntax)
	}
	return &Fault{ID: "fault.unread", English: "it cannot be read"}
}

// brokenLine says what the XML reader found.
func brokenLine(err *xml.SyntaxError) *Fault {
	for _, known := range []struct{ begins, id, english string }{
		{"unexpected EOF", "fault.line_breaks_off", "line {{.Line}} is damaged: it ends too soon"},
		{"invalid UTF-8", "fault.line_no_text", "line {{.Line}} is damaged: it has bytes that are not text"},
		{"illegal character code", "fault.line_illegal", "line {{.Line}} is damaged: it has a character that is not allowed in XML"},
		{"invalid character entity", "fault.line_entity", "line {{.Line}} is damaged: it names a character that is not known"},
		{"", "fault.line_unsound", "line {{.Line}} is damaged: it is not correct XML"},
	} {
		if strings.HasPrefix(err.Msg, known.begins) {
			return &Fault{known.id, known.english, []string{"Line", strconv.Itoa(err.Line)}}
		}
	}
	return &Fault{ID: "fault.unread", English: "it cannot be read"}
}

// Quoted puts a name or number out of a file in quotation marks, cut short and without what cannot be printed.
func Quoted(s string) string {
	const longest = 60 // characters
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, "")))
	if len(runes) > longest {
		return "“" + string(runes[:longest]) + "…”"
	}
	return "“" + string(runes) + "”"
}

// InPart names the part of which an error tells, unless that says so already, or is of the whole file.
func InPart(part string, cause error) error { return damaged(part, cause) }
