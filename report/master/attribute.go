package master

import "encoding/xml"

// attribute gives the value of an attribute without prefix.
func attribute(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name && e.Attr[i].Name.Space == "" {
			return e.Attr[i].Value
		}
	}
	return ""
}

// isTrue reads the boolean of XML Schema.
func isTrue(s string) bool { return s == "1" || s == "true" }
