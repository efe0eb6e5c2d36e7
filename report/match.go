package report

import (
	"strings"
	"unicode"
)

// matching pairs the rows of a month with those of the month before.
type matching struct {
	now, before *keyed
	last        []int  // for each row of now, its place in before; -1 for a new one
	taken       []bool // the rows of before that are paired
}

// matchRows finds each row's place in the month before. A row is the same one when its source, ref and text are; then when
// its text is, which stands once in each of the two months: it was renumbered, or its source renamed; and then when its
// source and ref are, in the order of the rows: it was reworded. Text comes before ref, because a row that is put in at the
// top moves all refs by one, and every recommendation would pass for another.
func matchRows(now, before *keyed) []int {
	m := &matching{now: now, before: before, last: make([]int, len(now.texts))}
	for i := range m.last {
		m.last[i] = -1
	}
	if before == nil {
		return m.last
	}
	m.taken = make([]bool, len(before.texts))
	m.pairBy(func(k *keyed, i int) mark { return mark{identityOf(&k.register.Recommendations[i]), k.texts[i]} })
	m.pairByText()
	m.pairBy(func(k *keyed, i int) mark { return mark{identity: identityOf(&k.register.Recommendations[i])} })
	return m.last
}

// mark is what two rows are compared by.
type mark struct {
	identity
	text string
}

// pairBy pairs the rows that are left and have the same mark, in their order.
func (m *matching) pairBy(markOf func(k *keyed, i int) mark) {
	earlier := make(map[mark][]int, len(m.taken))
	for e := range m.taken {
		if !m.taken[e] {
			of := markOf(m.before, e)
			earlier[of] = append(earlier[of], e)
		}
	}
	for i := range m.last {
		if m.last[i] >= 0 {
			continue
		}
		of := markOf(m.now, i)
		if same := earlier[of]; len(same) > 0 {
			m.pair(i, same[0])
			earlier[of] = same[1:]
		}
	}
}

// pairByText pairs the rows that are left by their text, where it stands once in each of the two registers: a text such as
// "as above" says nothing about which recommendation it is.
func (m *matching) pairByText() {
	now, before := onceByText(m.now.texts), onceByText(m.before.texts)
	for i, text := range m.now.texts {
		e, found := before[text]
		if _, once := now[text]; found && once && m.last[i] < 0 && !m.taken[e] {
			m.pair(i, e)
		}
	}
}

func (m *matching) pair(i, e int) { m.last[i], m.taken[e] = e, true }

// onceByText gives the place of each text that stands once among those of a register.
func onceByText(texts []string) map[string]int {
	places, times := make(map[string]int, len(texts)), make(map[string]int, len(texts))
	for i, text := range texts {
		places[text] = i
		times[text]++
	}
	for text, n := range times {
		if n > 1 || text == "" {
			delete(places, text)
		}
	}
	return places
}

// Wording is the text of a recommendation as it is compared between months: its letters and digits, so that other quotation
// marks, dashes, capitals or spaces make no other text. It is the first language that there is.
func Wording(r *Recommendation) string {
	for _, lang := range []string{"en", "cy"} {
		if text := lettersOf(r.Text[lang]); text != "" {
			return text
		}
	}
	return ""
}

// wordings are the texts of all recommendations as they are compared, worked out once.
func wordings(register *Register) []string {
	texts := make([]string, len(register.Recommendations))
	for i := range texts {
		texts[i] = Wording(&register.Recommendations[i])
	}
	return texts
}

func lettersOf(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
