package keys

// matching pairs the rows of a month with those of the month before.
type matching struct {
	now, before *Month
	last        []int  // for each row of now, its place in before; -1 for a new one
	taken       []bool // the rows of before that are paired
}

// match finds each row's place in the month before. A row is the same one when its source, ref and text are; then when
// its text is, which stands once in each of the two months: it was renumbered, or its source renamed; and then when its
// source and ref are, in the order of the rows: it was reworded. Text comes before ref, because a row that is put in at the
// top moves all refs by one, and every recommendation would pass for another. Rows that are alike by what is compared, as
// those without a ref and with a text such as "as above", are told from each other by the whole row before their order
// decides: a master that was only sorted has no changes.
func match(now, before *Month) []int {
	m := &matching{now: now, before: before, last: make([]int, len(now.rows))}
	for i := range m.last {
		m.last[i] = -1
	}
	if before == nil {
		return m.last
	}
	m.taken = make([]bool, len(before.rows))
	m.pairBy(func(of *Month, i int) mark { return mark{of.ids[i], of.rows[i].Text} })
	m.pairByText()
	m.pairBy(func(of *Month, i int) mark { return mark{Identity: of.ids[i]} })
	return m.last
}

// mark is what two rows are compared by.
type mark struct {
	Identity
	text string
}

// pairBy pairs the rows that are left and have the same mark.
func (m *matching) pairBy(markOf func(of *Month, i int) mark) {
	earlier, _ := grouped(len(m.taken), func(e int) bool { return !m.taken[e] }, func(e int) mark { return markOf(m.before, e) })
	later, order := grouped(len(m.last), func(i int) bool { return m.last[i] < 0 }, func(i int) mark { return markOf(m.now, i) })
	for _, of := range order {
		m.pairAlike(later[of], earlier[of])
	}
}

// grouped groups the places that are wanted by their mark, each group and the groups in the order of the rows.
func grouped(n int, wanted func(int) bool, markOf func(int) mark) (groups map[mark][]int, order []mark) {
	groups = make(map[mark][]int, n)
	for i := range n {
		if !wanted(i) {
			continue
		}
		of := markOf(i)
		if groups[of] == nil {
			order = append(order, of)
		}
		groups[of] = append(groups[of], i)
	}
	return groups, order
}

// pairAlike pairs rows that have the same mark: where there are several, those that are the same throughout first, and then the
// others in their order.
func (m *matching) pairAlike(now, before []int) {
	if len(now) > 1 && len(before) > 0 || len(before) > 1 {
		now, before = m.pairWhole(now, before)
	}
	for n := range min(len(now), len(before)) {
		m.pair(now[n], before[n])
	}
}

// pairWhole pairs the rows that are the same throughout, and gives those that are left.
func (m *matching) pairWhole(now, before []int) (nowLeft, beforeLeft []int) {
	whole := make(map[string][]int, len(before))
	for _, e := range before {
		row := m.before.whole(e)
		whole[row] = append(whole[row], e)
	}
	for _, i := range now {
		row := m.now.whole(i)
		if same := whole[row]; len(same) > 0 {
			m.pair(i, same[0])
			whole[row] = same[1:]
		} else {
			nowLeft = append(nowLeft, i)
		}
	}
	for _, e := range before {
		if !m.taken[e] {
			beforeLeft = append(beforeLeft, e)
		}
	}
	return nowLeft, beforeLeft
}

// pairByText pairs the rows that are left by their text, where it stands once in each of the two registers: a text such as
// "as above" says nothing about which recommendation it is.
func (m *matching) pairByText() {
	now, before := onceByText(m.now.rows), onceByText(m.before.rows)
	for i := range m.now.rows {
		text := m.now.rows[i].Text
		e, found := before[text]
		if _, once := now[text]; found && once && m.last[i] < 0 && !m.taken[e] {
			m.pair(i, e)
		}
	}
}

func (m *matching) pair(i, e int) { m.last[i], m.taken[e] = e, true }

// onceByText gives the place of each text that stands once among those of a register.
func onceByText(rows []Row) map[string]int {
	places, times := make(map[string]int, len(rows)), make(map[string]int, len(rows))
	for i := range rows {
		text := rows[i].Text
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
