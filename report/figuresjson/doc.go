// Package figuresjson writes figures.json, the file in which other programs find every figure of a pack with the recommendations behind
// it, and reads one back. figures.schema.json is its JSON Schema; docs/figures.md says what each field means.
package figuresjson
