package start

import (
	"maps"
	"strings"

	"boardpack/report/pattern"
	"boardpack/templates"
)

// sections is the text of a pack.yaml, cut up by its keys.
type sections struct {
	head    string // the notes at the beginning
	order   []string
	notes   map[string]string // the notes above each key
	shipped map[string]string // these notes as shipped
	body    map[string]string // the key and what it holds
}

const keyLine = pattern.Expression(`^"?([a-z_]+)"?:`)

// cut cuts a pack.yaml at its keys. What is indented belongs to the key above, notes that are not to the key below.
func cut(text string) sections {
	s := sections{notes: map[string]string{}, body: map[string]string{}}
	key, waiting := "", ""
	for line := range strings.Lines(text) {
		found := keyLine.FindStringSubmatch(line)
		switch {
		case found != nil:
			if key == "" {
				s.head, waiting = firstNotes(waiting)
			}
			key = found[1]
			s.order = append(s.order, key)
			s.notes[key], waiting = waiting, ""
			s.body[key] = line
		case key != "" && strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#"):
			s.body[key] += waiting + line
			waiting = ""
		default:
			waiting += line
		}
	}
	if key != "" {
		s.body[key] += strings.TrimRight(waiting, "\n")
	}
	return s
}

// firstNotes parts the notes on the whole file from those on its first key, which no empty line parts from the key.
func firstNotes(text string) (head, notes string) {
	if i := strings.LastIndex(text, "\n\n"); i >= 0 {
		return text[:i+1], text[i+1:]
	}
	return text, ""
}

// put replaces what a key holds, and the note that follows the shipped ones above it.
func (s *sections) put(key, body, note string) {
	s.body[key] = strings.TrimRight(body, "\n") + "\n"
	s.notes[key] = s.shipped[key] + note
}

func (s *sections) String() string {
	var b strings.Builder
	b.WriteString(s.head)
	for _, key := range s.order {
		b.WriteString(s.notes[key])
		b.WriteString(s.body[key])
	}
	return b.String()
}

// shippedSections cuts up the shipped pack.yaml, with notes for a file that is the team's own.
func shippedSections() (sections, error) {
	data, err := templates.ShippedPack()
	if err != nil {
		return sections{}, err
	}
	s := cut(string(data))
	s.head, s.shipped = ownHead, maps.Clone(s.notes)
	return s, nil
}

const ownHead = `# The template of your board packs: everything about them that you may want to change, and no programming.
#
# How to change it
#   - Change it here, and save it as plain text (UTF-8). The next build uses it.
#   - A section that you take out is as the program ships it. A section that is here counts whole.
#   - Text after a # is a note to you. Lists go in [square brackets, with commas] or one to a line with a dash.
#   - Put text that holds a colon, a # or an apostrophe at its start in "double quotes".
#   - Words are compared without capitals, accents, spaces and punctuation: "Sign-off" also stands for "SIGN OFF".
#   - A mistake in this file stops the run with its line and what to do about it. Nothing is guessed.
#   - en is English, cy is Welsh. The words of the packs themselves are in the folder wording beside this file.
`

// overlay puts the sections of another pack.yaml in the places of those of the same key.
func (s *sections) overlay(pack []byte) {
	own := cut(string(pack))
	for _, key := range own.order {
		note := strings.TrimLeft(own.notes[key], "\n")
		if strings.Contains(s.shipped[key], strings.TrimSpace(note)) {
			note = ""
		}
		s.put(key, own.body[key], note)
	}
}

// wording gives a file of wording in which every message is switched off by a # before it: what the team does not change
// stays as shipped, also when a later version of the program says it better.
func wording(lang string, shipped []byte) string {
	var b strings.Builder
	b.WriteString(wordingHead(lang))
	skipping, head := false, true
	for line := range strings.Lines(string(shipped)) {
		comment := strings.HasPrefix(line, "#")
		switch {
		case head && comment: // the notes on the shipped file speak of copying lines: ours stand in their place
			skipping = strings.HasPrefix(line, "#   - To change") || strings.HasPrefix(line, "#   - I newid") || skipping && !strings.HasPrefix(line, "#   - ")
			if skipping || strings.Contains(line, "TERMS.md") || strings.TrimSpace(line) == "#" || !strings.HasPrefix(line, "#   ") {
				continue
			}
			b.WriteString(line)
		case comment, strings.TrimSpace(line) == "":
			head = false
			b.WriteString(line)
		default:
			head = false
			b.WriteString("#" + line)
		}
	}
	return b.String()
}

func wordingHead(lang string) string {
	if lang == "cy" {
		return `# Geiriau'r pecyn yn Gymraeg. The words of the pack in Welsh.
#
#   - Mae # o flaen pob neges yma, felly mae fel y daeth gyda'r rhaglen. I newid neges, tynnwch y # o flaen ei llinell (ac o
#     flaen pob un o'i llinellau, os oes ganddi fwy nag un) a newidiwch y geiriau.
`
	}
	return `# The words of the pack in English.
#
#   - Every message here has a # before it, so boardpack uses its own. To change one, take away the # at the beginning of its
#     line (and of each of its lines, where it has more than one), and change the words.
`
}
