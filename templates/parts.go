package templates

import (
	"bytes"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// partLines is the least number of lines that are parsed at a time: the library's time grows with the square of the number of keys.
const partLines = 100

// parseYAML parses a file, whatever the editor that wrote it.
func parseYAML(data []byte) (*ast.File, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if file, ok := parsedInParts(data); ok {
		return file, nil
	}
	return parser.ParseBytes(data, 0)
}

// parsedInParts parses a file of plain keys part by part. It is false for a small file, and where anything is not as it should be: the
// whole file tells better of that.
func parsedInParts(data []byte) (*ast.File, bool) {
	parts, ok := cut(data)
	if !ok || len(parts) < 2 {
		return nil, false
	}
	all, seen := &ast.MappingNode{}, map[string]bool{}
	for _, part := range parts {
		file, err := parser.ParseBytes(part, 0)
		if err != nil || len(file.Docs) != 1 {
			return nil, false
		}
		var values []*ast.MappingValueNode
		switch body := file.Docs[0].Body.(type) {
		case *ast.MappingNode:
			values = body.Values
		case *ast.MappingValueNode:
			values = []*ast.MappingValueNode{body}
		default:
			return nil, false
		}
		for _, v := range values {
			key := v.Key.String()
			if seen[key] {
				return nil, false
			}
			seen[key] = true
		}
		all.Values = append(all.Values, values...)
	}
	return &ast.File{Docs: []*ast.DocumentNode{{Body: all}}}, true
}

// cut cuts a file before keys at the margin. Before each part stand as many empty lines as it is down in the file, so that what is said
// of it names the right line. It is false where something else is at the margin, such as the start of a second document.
func cut(data []byte) ([][]byte, bool) {
	var out [][]byte
	start, at, above, line := 0, 0, 0, 0
	part := func(end int) { out = append(out, append(bytes.Repeat([]byte("\n"), above), data[start:end]...)) }
	for text := range bytes.Lines(data) {
		switch first := text[0]; {
		case 'a' <= first && first <= 'z', 'A' <= first && first <= 'Z':
			if line-above >= partLines {
				part(at)
				start, above = at, line
			}
		case first != ' ' && first != '\n' && first != '#' && !bytes.HasPrefix(text, []byte("- ")):
			return nil, false
		}
		at += len(text)
		line++
	}
	part(len(data))
	return out, true
}
