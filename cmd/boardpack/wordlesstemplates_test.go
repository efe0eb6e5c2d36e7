package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
)

func sha256Of(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// TestNoWordOfGoOfTemplates: templates that are no YAML, or hold what they cannot.
func TestNoWordOfGoOfTemplates(t *testing.T) {
	pace.OneByOne(t)
	c := newCorpus(t)
	loaded := reporttest.Shipped(t)
	shipped := map[string]string{}
	for _, f := range loaded.Files() {
		shipped[strings.TrimPrefix(f.Name, "shipped/")] = string(f.Data)
	}
	with := func(name, text string) map[string]string {
		return map[string]string{"input/2023-09/m.csv": soundMaster, "template/pack.yaml": "languages: [en]\n", "template/" + name: text}
	}
	check := func(what, name, text string) { c.try(what, with(name, text), "check") }
	for _, name := range []string{"pack.yaml", "wording/en.yaml", "wording/cy.yaml", "wording/xx.yaml", "wording/?.yaml", "logo.png", "font.ttf"} {
		for what, content := range inOrder(badFiles(shipped[name])) {
			switch name {
			case "logo.png", "font.ttf":
				files := with("pack.yaml", "logo: { file: logo.png, alt: { en: a, cy: b } }\nfonts: [font.ttf]\n")
				files["template/"+name] = content
				c.try(what, files, "check")
			default:
				check(name+" "+what, name, content)
			}
		}
	}
	keys := regexp.MustCompile(`(?m)^"?(\w+)"?:`).FindAllStringSubmatch(shipped["pack.yaml"], -1)
	values := []string{"", "~", "x", "-1", "1.5", "99999999999999999999", "1e999", "[]", "[x]", "[[x]]", "{}", "{x: y}", "{en: x}", "[{}]", "true", "2023-09-01", "\"", "'", "|", ">", "*a", "&a", "!!int x", "!!binary x",
		"\"\\x\"", "\"\\uD800\"", "\"\\x07\"", "@x", "`x", "%x", "- x", "? x", "a: b: c", "[x", "{x", "x]", "\tx", "<<: x", "{recommendation: [{rating: red, when: \"1/0 > 0\", say: {en: a, cy: b}}], group: []}",
		"{recommendation: [{rating: red, when: \"overdue(\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"overdue % 0 == 1\", say: {en: a, cy: b}}]}",
		"{group: [{rating: red, when: \"overdue ? 1 : nil\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"overdue[0] == 1\", say: {en: a, cy: b}}]}",
		"{group: [{rating: red, when: \"{} == []\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"overdue matches '('\", say: {en: a, cy: b}}]}",
		"{group: [{rating: red, when: \"let x = 1; x\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"#\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"overdue.x\", say: {en: a, cy: b}}]}",
		"{group: [{rating: red, when: \"'\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"overdue > 'x'\", say: {en: a, cy: b}}]}", "{group: [{rating: red, when: \"99999999999999999999 > 0\", say: {en: a, cy: b}}]}",
		"{recommendation: [{rating: red, when: \"overdue > 0\", say: {en: a, cy: b}}]}", "{recommendation: [{rating: red, when: \"priority(1)\", say: {en: a, cy: b}}]}",
		"{recommendation: [{rating: red, when: \"not 1\", say: {en: a, cy: b}}]}", "{recommendation: [{rating: red, when: \"\", say: {en: a, cy: b}}]}", "{recommendation: [{rating: red, when: \"overdue ;\", say: {en: a, cy: b}}]}",
		"{recommendation: [{rating: red, when: \"map(1..9, {#})\", say: {en: a, cy: b}}]}", "{recommendation: [{rating: red, when: \"$env\", say: {en: a, cy: b}}]}", "{recommendation: [{rating: red, when: \"1 in overdue\", say: {en: a, cy: b}}]}"}
	for _, key := range keys {
		for _, value := range values {
			check(key[1]+": "+value, "pack.yaml", fmt.Sprintf("%q: %s\n", key[1], value))
		}
	}
	for _, value := range append(values, "{{", "}}", "{{.X}}", "{{x}}", "{one: x}", "{one: x, few: y}", "{other: {{}}", "{.N}", "\"{{.N | printf}}\"", "\"{{template}}\"") {
		for _, id := range []string{"list.more", "figure.total", "date.long", "workbook.sheet.cover", "no.such"} {
			check(id+": "+value, "wording/en.yaml", id+": "+value+"\n")
		}
	}
	t.Log(c.met, "command lines", c.ended)
}
