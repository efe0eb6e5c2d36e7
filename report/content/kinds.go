package content

import (
	"fmt"
	"slices"
)

// Kind says how a cell is typed.
type Kind int8

// The kinds. Empty cells of any kind have Text "" or carry a stated reason; see Cell.Missing.
const (
	NoKind       Kind = iota // in a file: that of the column
	KindText                 // Text alone
	KindCount                // N
	KindPercent              // N in whole percent
	KindDate                 // Date
	KindDays                 // N
	KindRating               // Rating, with its word in Text
	KindKey                  // Text is a recommendation's key: a link to it
	KindLongText             // free text of any length
)

func kindNames() []string {
	return []string{"", "text", "count", "percent", "date", "days", "rating", "key", "long"}
}

// String is the kind as a Document's file has it.
func (k Kind) String() string { return kindNames()[k] }

// MarshalText writes the kind as String does.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (k *Kind) UnmarshalText(data []byte) error {
	return readName(k, data, kindNames(), "kind of cell")
}

// Missing is the reason why a cell holds nothing.
type Missing int8

// The reasons, as in the Analysis Function's shorthand: [x] not available, [z] not applicable.
const (
	HasValue Missing = iota
	NotAvailable
	NotApplicable
)

func missingNames() []string { return []string{"", "x", "z"} }

// String is the letter of the shorthand, "" for a cell with a value.
func (m Missing) String() string { return missingNames()[m] }

// MarshalText writes the reason as String does.
func (m Missing) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (m *Missing) UnmarshalText(data []byte) error {
	return readName(m, data, missingNames(), "reason")
}

// Look is how a run looks beside the text around it.
type Look int8

// The looks.
const (
	LookPlain Look = iota
	LookAlarm      // what should not be
	LookMuted
	LookSmall
	LookBoxed // that the data are no real ones, or the paper is a draft
)

func lookNames() []string { return []string{"", "alarm", "muted", "small", "boxed"} }

// String is the look as a Document's file has it.
func (l Look) String() string { return lookNames()[l] }

// MarshalText writes the look as String does.
func (l Look) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (l *Look) UnmarshalText(data []byte) error { return readName(l, data, lookNames(), "look") }

func readName[T ~int8](into *T, data []byte, names []string, what string) error {
	i := slices.Index(names, string(data))
	if i < 0 {
		return fmt.Errorf("%q is no %s", data, what)
	}
	*into = T(i)
	return nil
}
