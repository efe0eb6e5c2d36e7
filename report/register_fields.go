package report

import "strings"

// Field names a column that the program knows, in the words of the master ("ref", "due", "recommendation_cy").
type Field string

// The fields. Ref, Theme, Recommendation and Status are needed; the others may be missing.
const (
	FieldRef              Field = "ref"
	FieldSource           Field = "source"
	FieldHeading          Field = "heading"
	FieldTheme            Field = "theme"
	FieldRecommendation   Field = "recommendation"
	FieldResponse         Field = "response"
	FieldOwner            Field = "owner"
	FieldScope            Field = "scope"
	FieldPriority         Field = "priority"
	FieldStatus           Field = "status"
	FieldSignOff          Field = "sign_off"
	FieldDueAsWritten     Field = "due_as_written"
	FieldOriginalDue      Field = "original_due"
	FieldDue              Field = "due"
	FieldReason           Field = "reason_for_change"
	FieldCompleted        Field = "completed"
	FieldUpdated          Field = "updated"
	FieldProgress         Field = "progress_note"
	FieldEvidence         Field = "evidence"
	FieldRecommendationCy Field = "recommendation_cy"
	FieldResponseCy       Field = "response_cy"
	FieldProgressCy       Field = "progress_note_cy"
	FieldSourceCy         Field = "source_cy"
	FieldHeadingCy        Field = "heading_cy"
	FieldOwnerCy          Field = "owner_cy"
	FieldPriorityCy       Field = "priority_cy"
	FieldReasonCy         Field = "reason_for_change_cy"
	FieldEvidenceCy       Field = "evidence_cy"
)

// Fields lists all fields in the order in which outputs show them.
func Fields() []Field {
	return []Field{FieldRef, FieldSource, FieldHeading, FieldTheme, FieldRecommendation, FieldResponse, FieldOwner,
		FieldScope, FieldPriority, FieldStatus, FieldSignOff, FieldDueAsWritten, FieldOriginalDue, FieldDue, FieldReason,
		FieldCompleted, FieldUpdated, FieldProgress, FieldEvidence, FieldRecommendationCy, FieldResponseCy, FieldProgressCy,
		FieldSourceCy, FieldHeadingCy, FieldOwnerCy, FieldPriorityCy, FieldReasonCy, FieldEvidenceCy}
}

// Welsh gives the field of the Welsh column beside a field's own; "" where there is none.
func (f Field) Welsh() Field {
	switch f {
	case FieldRecommendation, FieldResponse, FieldProgress, FieldSource, FieldHeading, FieldOwner, FieldPriority, FieldReason, FieldEvidence:
		return f + "_cy"
	}
	return ""
}

// IsWelsh tells of the field of a Welsh column.
func (f Field) IsWelsh() bool { return strings.HasSuffix(string(f), "_cy") }

// NameFields lists the fields that name a thing of which several recommendations may be, and that may have a Welsh column.
func NameFields() []Field { return []Field{FieldSource, FieldHeading, FieldOwner, FieldPriority} }

// NeededFields lists the fields without which a master cannot be used.
func NeededFields() []Field { return []Field{FieldRef, FieldTheme, FieldRecommendation, FieldStatus} }
