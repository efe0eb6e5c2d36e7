package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"boardpack/report/content"
)

// contest is one job, done by several contestants in turns.
type contest struct {
	contestants []contestant
	views       []view
	rows        int // recommendations of one pack; 0 where there are several packs, or none
	rounds      int // at most; 0 for those of the settings
	longer      int // so many times the limit of one run; 0 for once
}

// view is rows of a table: some contestants beside one of ours.
type view struct {
	job  string
	ours int   // whose times the others' are compared with
	who  []int // in the order of the rows
}

// contestant is one way to do a job.
type contestant struct {
	name    string
	command []string
	out     string // folder that it writes in, emptied before each run; "" for none
	absent  string // why it cannot take part; "" when it can
}

// table is contests of one kind.
type table struct {
	title    string
	contests []contest
}

const (
	whole     = 30    // recommendations up to which the paper edition has each in full
	large     = 2000  // recommendations from which on both editions are measured
	huge      = 20000 // from which on there are few rounds
	fewRounds = 3
)

// tables lists all jobs, a table for each kind.
func (g *ground) tables() []table {
	packs, papers := []contest{g.sampleMonth()}, []contest{}
	for _, rows := range g.sizes {
		for _, months := range []int{1, 13} {
			packs = append(packs, g.month(rows, months))
		}
		papers = append(papers, g.paperAlone(rows)...)
	}
	many := []contest{g.batchOf(), g.portfolio(batchSize, batchSize*18)}
	if g.portfolios > 0 {
		many = append(many, g.portfolio(g.portfolios, g.portfolioRows()))
	}
	return []table{{"Start", []contest{g.startUp()}}, {"The packs of a month", packs}, {"The PDF alone", papers}, {"Many spreadsheets", many}}
}

// alone is a contest with one view, in which the first contestant is ours.
func alone(job string, rows int, contestants ...contestant) contest {
	v := view{job: job}
	for i := range contestants {
		v.who = append(v.who, i)
	}
	c := contest{contestants: contestants, views: []view{v}, rows: rows}
	if rows >= huge {
		c.rounds = fewRounds
	}
	return c
}

// startUp is what a program costs before it does anything.
func (g *ground) startUp() contest {
	return alone("start", 0,
		contestant{name: "boardpack version", command: []string{g.boardpack, "version"}},
		g.pythonPeer("Python, nothing", "sys", "", "-c", "pass"),
		g.pythonPeer("Python, libraries only", "openpyxl, xlsxwriter, reportlab", "", "-c", "import openpyxl, xlsxwriter, reportlab.platypus"))
}

// sampleMonth is of the size of the sample's newest month, whose second master has columns of its own that no peer reads. The shipped template
// makes the packs in two languages; the peer has one.
func (g *ground) sampleMonth() contest {
	both := g.ours("boardpack, English and Welsh", "both", "", g.small(), "--edition", string(content.ThePaper))
	return alone("month of 2 spreadsheets of 18, the third", 0, g.ours("boardpack", "boardpack", g.english(), g.small(), "--edition", string(content.ThePaper)), both, g.script("Python stack", g.small(), everything))
}

// month is a month's pack from its master, with the months before it. Of more than a few recommendations, the paper says less than the peer's, which is why
// the peer has a short one as well; and the record edition, like the peer's, tells every recommendation in full.
func (g *ground) month(rows, months int) contest {
	job, input := fmt.Sprintf("pack of %d", rows), g.input(rows, months)
	if months > 1 {
		job += fmt.Sprintf(" with %d months before", months-1)
	}
	paper := g.ours("boardpack", "boardpack", g.english(), input, "--edition", string(content.ThePaper))
	full, again := g.script("Python stack", input, everything), g.unchanged(rows, months)
	brief := g.script("Python stack, short PDF", input, short)
	switch {
	case rows <= whole:
		return alone(job, rows, paper, full, again)
	case rows < large:
		return alone(job, rows, paper, brief, full, again)
	}
	record := g.ours("boardpack", "record", g.english(), input, "--edition", string(content.TheRecord))
	c := alone(job, rows, paper, record, brief, full, again)
	c.views = []view{{job + ", paper edition", 0, []int{0, 2, 3, 4}}, {job + ", record edition", 1, []int{1, 3}}}
	return c
}

// ours runs the program on the newest month of an input.
func (g *ground) ours(name, out, templates, input string, flags ...string) contestant {
	command := []string{g.boardpack, "build", "--quiet", "--input", input, "--out", g.out(out)}
	if templates != "" {
		command = append(command, "--templates", templates)
	}
	return contestant{name: name, out: g.out(out), command: append(command, flags...)}
}

// unchanged is a second run: what has not changed is not made again.
func (g *ground) unchanged(rows, months int) contestant {
	c := g.ours("boardpack, nothing changed", fmt.Sprintf("unchanged-%d-%d", rows, months), g.english(), g.input(rows, months), "--edition", string(content.ThePaper))
	fmt.Fprintf(os.Stderr, "preparing: pack of %d, %d months\n", rows, months)
	if err := exec.Command(c.command[0], c.command[1:]...).Run(); err != nil {
		c.absent = err.Error()
	}
	c.out = ""
	return c
}

// paperAlone is the PDF alone, in both editions of a large register. Ours also reads the master and works the pack out; the peers are given
// the text, and LibreOffice, which prints every row, has the master.
func (g *ground) paperAlone(rows int) []contest {
	var contests []contest
	for _, edition := range editionsOf(rows) {
		out := func(name string) string { return filepath.Join(g.out(name), "paper.pdf") }
		job := fmt.Sprintf("PDF of %d", rows)
		if rows >= large {
			job += ", " + string(edition) + " edition"
		}
		contestants := []contestant{{name: "boardpack", out: g.out("pdf"), command: []string{g.self, "child", "pdf", g.input(rows, 1), out("pdf"), string(edition)}}}
		for _, peer := range []struct{ name, file string }{{"Typst", "typst"}, {"ReportLab", "reportlab"}, {"WeasyPrint", "weasyprint"}} {
			contestants = append(contestants, g.pythonPeer(peer.name, peer.file, peer.file, g.peer("paper_"+peer.file+".py"), g.paper(rows, edition), out(peer.file), g.fonts))
		}
		contests = append(contests, alone(job, rows, contestants...))
	}
	last := &contests[len(contests)-1]
	*last = alone(last.views[0].job, rows, append(last.contestants, g.office(rows))...)
	return contests
}

// editionsOf lists the editions that are measured of a register; the paper tells all of a small one.
func editionsOf(rows int) []content.Edition {
	if rows < large {
		return []content.Edition{content.ThePaper}
	}
	return []content.Edition{content.ThePaper, content.TheRecord}
}

func (g *ground) office(rows int) contestant {
	c := contestant{name: "LibreOffice, sheet to PDF", out: g.out("office"), command: []string{"soffice", "--headless",
		"-env:UserInstallation=file://" + filepath.Join(g.work, "office"), "--convert-to", "pdf", "--outdir", g.out("office"), masterPath(g.input(rows, 1))}}
	if _, err := exec.LookPath("soffice"); err != nil {
		c.absent = "not installed"
	}
	return c
}

// batchOf is many masters of one month; the peer shares them out among processes.
func (g *ground) batchOf() contest {
	ours := g.ours("boardpack", "boardpack", g.english(), g.batch(), "--edition", string(content.ThePaper))
	single := ours
	single.name, single.command = "boardpack, one job", append(append([]string{}, ours.command...), "--jobs", "1")
	return alone(fmt.Sprintf("%d spreadsheets of 18", batchSize), 0, ours, single, g.script("Python stack", g.batch(), everything))
}

// portfolio is the packs of many masters and the one about all of them, which no peer has.
func (g *ground) portfolio(masters, rows int) contest {
	input := g.batch()
	if masters != batchSize {
		input = g.portfolioInput()
	}
	c := alone(fmt.Sprintf("%d spreadsheets of %d in all, and their portfolio", masters, rows), 0,
		g.ours("boardpack", "boardpack", g.english(), input, "--edition", string(content.ThePaper), "--portfolio"))
	if rows >= huge {
		c.rounds, c.longer = 1, 3
	}
	return c
}
