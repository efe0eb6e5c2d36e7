package master

import (
	"encoding/json"
	"strings"

	"boardpack/report/pattern"
)

// withoutIDs gives the names in a list as SharePoint writes it: "Jane Smith;#42;#Bo Jones;#51" is "Jane Smith; Bo Jones". Numbers
// alone are ids, unless there is nothing else.
func withoutIDs(s string) string {
	var names, numbers []string
	for part := range strings.SplitSeq(s, ";#") {
		switch part = strings.Trim(strings.TrimSpace(part), ";"); {
		case part == "":
		case strings.Trim(part, "0123456789") == "":
			numbers = append(numbers, part)
		default:
			names = append(names, part)
		}
	}
	if len(names) == 0 {
		names = numbers
	}
	return strings.Join(names, "; ")
}

// withoutJSON gives the names in what Power Automate and lists of SharePoint write for people and choices:
// {"DisplayName":"A. N. Other", …}, or several such in a list. What has no name stays as it is.
func withoutJSON(s string) string {
	var value any
	if json.Unmarshal([]byte(s), &value) != nil {
		return s
	}
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	var names []string
	for _, item := range list {
		name := nameIn(item)
		if name == "" {
			return s
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return s
	}
	return strings.Join(names, "; ")
}

// nameIn gives the name that an object has, or a text itself; "" for anything else.
func nameIn(item any) string {
	switch item := item.(type) {
	case string:
		return item
	case map[string]any:
		for _, key := range []string{"DisplayName", "displayName", "Title", "title", "Value", "value", "Label", "label", "Name", "name", "Email", "email"} {
			if name, ok := item[key].(string); ok && name != "" {
				return name
			}
		}
	}
	return ""
}

const (
	markdownBold = pattern.Expression(`\*\*([^\s*](?:[^*]*[^\s*])?)\*\*`)
	markdownLink = pattern.Expression(`\[([^\[\]]+)\]\((https?://[^()\s]+|mailto:[^()\s]+)\)`)
)

// withoutMarkdown takes out the stars of bold words, and writes the address of a link in brackets after its words.
func withoutMarkdown(s string) string {
	return markdownLink.ReplaceAllString(markdownBold.ReplaceAllString(s, "$1"), "$1 ($2)")
}
