package report

// OwnSetting is a setting that comes from a master's own sheets, and that is not as the template has it.
type OwnSetting struct {
	Name  string // see OwnSettings
	Place Place  // of a list its sheet alone
}

// OwnSettings lists the names of the settings that a master's sheets can give. Each has its words under "settings.name." in the wording.
func OwnSettings() []string {
	return []string{"themes", "status_words", "organisation", "due_soon_days", "overdue_by", "accent"}
}
