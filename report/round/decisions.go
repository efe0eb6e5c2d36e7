package round

import (
	"fmt"
	"path/filepath"
	"strings"

	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/round/merge"
)

// readDecisions reads what the team chose in the workbook of the last run. A decision that was cleared is none any more.
func (c *collecting) readDecisions() error {
	path := filepath.Join(c.folder.results(), resultsName)
	data, err := readOwn(path)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %s", path, plainfile.Say(err))
	}
	if data == nil {
		return nil
	}
	grids, err := master.ContentGrids(path, data, master.Options{Limits: c.Limits}, false)
	if err != nil {
		return fmt.Errorf("the decisions cannot be read: %w", err)
	}
	for i := range grids {
		c.decisionsIn(&grids[i])
	}
	return nil
}

// decisionsIn takes over the decisions of a sheet that has them.
func (c *collecting) decisionsIn(g *master.Grid) {
	code, decision := 0, 0
	for _, row := range g.Rows {
		if code == 0 || decision == 0 {
			for _, cell := range row.Cells {
				if is(c.Words, cell.Text, "round.decide.code") {
					code = cell.Column
				}
				if is(c.Words, cell.Text, "round.decide.decision") {
					decision = cell.Column
				}
			}
			continue
		}
		answer, chosen := row.Cell(code), row.Cell(decision)
		if answer == nil {
			continue
		}
		text := ""
		if chosen != nil {
			text = chosen.Text
		}
		c.decide(strings.ToLower(strings.TrimSpace(answer.Text)), text)
	}
}

func (c *collecting) decide(answer, text string) {
	switch {
	case is(c.Words, text, "round.decision.take"):
		c.journal.Decisions[answer] = merge.Take
	case is(c.Words, text, "round.decision.keep"):
		c.journal.Decisions[answer] = merge.Keep
	case fold.Line(text) == "":
		delete(c.journal.Decisions, answer)
	}
}
