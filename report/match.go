package report

import (
	"strings"
	"unicode"
)

// matching pairs the rows of a month with those of the month before.
type matching struct {
	now, before *Register
	last        []int  // for each row of now, its place in before; -1 for a new one
	taken       []bool // the rows of before that are paired
}

// matchRows finds each row's place in the month before. A row is the same one when its source, ref and text are; then when
// its text is, which stands once in each of the two months: it was renumbered, or its source renamed; and then when its
// source and ref are, in the order of the rows: it was reworded. Text comes before ref, because a row that is put in at the
// top moves all refs by one, and every recommendation would pass for another.
func matchRows(register *Register, before *keyed) []int {
	m := &matching{now: register, last: make([]int, len(register.Recommendations))}
	for i := range m.last {
		m.last[i] = -1
	}
	if before == nil {
		return m.last
	}
	m.before, m.taken = before.register, make([]bool, len(before.register.Recommendations))
	m.pairBy(func(r *Recommendation) string {
		id := identityOf(r)
		return id.source + "\x00" + id.ref + "\x00" + Wording(r)
	})
	m.pairByText()
	m.pairBy(func(r *Recommendation) string { id := identityOf(r); return id.source + "\x00" + id.ref })
	return m.last
}

// pairBy pairs the rows that are left and have the same mark, in their order.
func (m *matching) pairBy(mark func(*Recommendation) string) {
	earlier := map[string][]int{}
	for e := range m.before.Recommendations {
		if !m.taken[e] {
			of := mark(&m.before.Recommendations[e])
			earlier[of] = append(earlier[of], e)
		}
	}
	for i := range m.now.Recommendations {
		if m.last[i] >= 0 {
			continue
		}
		of := mark(&m.now.Recommendations[i])
		if same := earlier[of]; len(same) > 0 {
			m.pair(i, same[0])
			earlier[of] = same[1:]
		}
	}
}

// pairByText pairs the rows that are left by their text, where it stands once in each of the two registers: a text such as
// "as above" says nothing about which recommendation it is.
func (m *matching) pairByText() {
	now, before := onceByText(m.now), onceByText(m.before)
	for i := range m.now.Recommendations {
		text := Wording(&m.now.Recommendations[i])
		e, found := before[text]
		if _, once := now[text]; found && once && m.last[i] < 0 && !m.taken[e] {
			m.pair(i, e)
		}
	}
}

func (m *matching) pair(i, e int) { m.last[i], m.taken[e] = e, true }

// onceByText gives the place of each text that stands once in the register.
func onceByText(register *Register) map[string]int {
	places, times := map[string]int{}, map[string]int{}
	for i := range register.Recommendations {
		text := Wording(&register.Recommendations[i])
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

func lettersOf(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
