package templates

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"boardpack/report/pattern"
)

// A message of a team's own is written again by people, and what it says of the figures is proved before a pack is published. What the
// proof would refuse is refused here, where the line is known: a build never stops for the wording after the template was loaded.

// speaksOfNoFigure are the messages whose own words may hold numbers: rules, examples, and what stands in no pack.
const speaksOfNoFigure = pattern.Expression(`^(reading|status_rule|ageing|filter|workbook\.notes|condition|rule|problem|month|start|fault)\.|\.rule$`)

// neededNames are the arguments that the page which a board reads cannot do without.
func neededNames() []string {
	return []string{"Complete", "InScope", "Open", "DueSoon", "Dated", "NoDate", "Opening", "Closing"}
}

// partAndWhole is what stands between a part and its whole.
const partAndWhole = pattern.Expression(`^\s*\**\s*(of|o|allan o|/)\s*\**\s*$`)

// unprovable says what the proof of a pack would refuse in one form of a message, given the shipped forms of all languages; "" for
// nothing.
func unprovable(id, form, text string, shipped []phrase) string {
	m, err := parseMessage(text)
	if err != nil {
		return ""
	}
	switch {
	case strings.HasPrefix(id, "colour."):
		return notAWord(m)
	case speaksOfNoFigure.MatchString(id):
		return ""
	case isNumberWord(id, text):
		return ""
	}
	for _, say := range []string{notAName(text, shipped), ownNumber(form, m, shipped), keptNames(id, m, shipped), percentSign(m), turnedRound(m, shipped)} {
		if say != "" {
			return say
		}
	}
	return ""
}

// isNumberWord tells of the word for a number, which may have its digits and no others.
func isNumberWord(id, text string) bool {
	number, is := strings.CutPrefix(id, "number.")
	return is && !strings.ContainsAny(strings.ReplaceAll(text, number, ""), "0123456789")
}

// notAName finds what only a sentence may have: marks for bold words and links, and, because names become headings of Excel's tables,
// what looks like Excel's code of a character.
func notAName(text string, shipped []phrase) string {
	if isSentence(shipped) {
		return ""
	}
	if mark := regexp.MustCompile(`\*\*|\[\[|\]\]`).FindString(text); mark != "" {
		return fmt.Sprintf("has %s, which marks words in sentences, and this is a name: delete it", mark)
	}
	if code := regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`).FindString(text); code != "" {
		return fmt.Sprintf("has %s, which Excel takes for the code of a character: write it in another way", code)
	}
	return ""
}

// isSentence tells a sentence, in which words can be bold and keys are links, from a name, which is printed as it stands.
func isSentence(shipped []phrase) bool {
	for _, p := range shipped {
		for _, f := range p.forms {
			ends := strings.HasSuffix(f.text, ".") || strings.HasSuffix(f.text, "?")
			if strings.ContainsAny(f.text, "*[]") || ends && len(strings.Fields(f.text)) > 3 {
				return true
			}
		}
	}
	return false
}

// notAWord wants the name of a colour, which is printed in the place of a sign, to be of letters.
func notAWord(m message) string {
	for _, p := range m {
		if p.name != "" || strings.ContainsFunc(p.text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != ' ' && r != '-' }) {
			return "is the name of a colour: write it in letters only"
		}
	}
	return ""
}

// ownNumber finds a number in the message's own words. Only the 1 of a singular form stands for a number that the program gives.
func ownNumber(form string, m message, shipped []phrase) string {
	number := regexp.MustCompile(`[0-9]+`)
	ones := 0
	for _, p := range m {
		for _, n := range number.FindAllString(p.text, -1) {
			if form == "one" && n == "1" && !slices.Contains(m.names(), "N") && ones == 0 {
				ones++
				continue
			}
			return fmt.Sprintf("says the number %s in its own words, and a pack says none but those that were counted: %s", n, namesInstead(shipped))
		}
	}
	return ""
}

func namesInstead(shipped []phrase) string {
	var names []string
	for _, name := range shipped[0].names {
		names = append(names, "{{."+name+"}}")
	}
	if len(names) == 0 {
		return "say it without"
	}
	return "write " + listOf(names, "or") + " for what the program puts in, or say it without"
}

// keptNames finds what the message cannot leave out: figures of page 1, and what a percentage is of.
func keptNames(id string, m message, shipped []phrase) string {
	front := strings.HasPrefix(id, "glance.") || strings.HasPrefix(id, "lead.")
	has := m.names()
	for _, name := range shipped[0].names {
		isNeeded := front && slices.Contains(neededNames(), name) || name == "InScope" && slices.Contains(has, "Percent")
		if isNeeded && !slices.Contains(has, name) {
			return fmt.Sprintf("has no {{.%s}}, which this sentence must say: put it in", name)
		}
	}
	return ""
}

// percentSign finds a percent sign behind what is no percentage.
func percentSign(m message) string {
	for i, p := range m {
		if i > 0 && strings.HasPrefix(strings.TrimLeft(p.text, " \u00A0"), "%") && m[i-1].name != "" && m[i-1].name != "Percent" {
			return fmt.Sprintf("has a percent sign behind {{.%s}}, which is no percentage: delete it", m[i-1].name)
		}
	}
	return ""
}

// turnedRound finds a whole before its part, and an end before its beginning.
func turnedRound(m message, shipped []phrase) string {
	var usual []string
	for _, p := range shipped {
		for _, f := range p.forms {
			if known, err := parseMessage(f.text); err == nil {
				usual = append(usual, partsOf(known)...)
			}
		}
	}
	for _, pair := range partsOf(m) {
		part, whole, _ := strings.Cut(pair, " ")
		if slices.Contains(usual, whole+" "+part) || part == "Percent" {
			return fmt.Sprintf("has {{.%s}} as a part of {{.%s}}: it is the other way round", part, whole)
		}
	}
	names := m.inOrder()
	if opening, closing := slices.Index(names, "Opening"), slices.Index(names, "Closing"); closing >= 0 && closing < opening {
		return "says {{.Closing}} before {{.Opening}}: say where it began first"
	}
	return ""
}

// partsOf lists the arguments of which one is said to be a part of the next, as "Complete InScope".
func partsOf(m message) []string {
	var out []string
	for i := 0; i+2 < len(m); i++ {
		if m[i].name != "" && m[i+2].name != "" && partAndWhole.MatchString(m[i+1].text) {
			out = append(out, m[i].name+" "+m[i+2].name)
		}
	}
	return out
}

// inOrder lists the arguments in the order in which they stand.
func (m message) inOrder() []string {
	var out []string
	for _, p := range m {
		if p.name != "" {
			out = append(out, p.name)
		}
	}
	return out
}
