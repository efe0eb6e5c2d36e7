package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// contest is one job, done by several contestants; ours is the first.
type contest struct {
	job         string
	contestants []contestant
}

// contestant is one way to do a job.
type contestant struct {
	name    string
	command []string
	out     string // folder that it writes in, emptied before each run; "" for none
	absent  string // why it cannot take part; "" when it can
}

// contests lists all jobs.
func (g *ground) contests() []contest {
	contests := []contest{g.startUp(), {"month of 2 spreadsheets of 18, the third", g.packs(g.small(), 1)}}
	for _, rows := range g.sizes {
		for _, months := range []int{1, 13} {
			contests = append(contests, g.month(rows, months))
		}
	}
	for _, rows := range g.sizes {
		contests = append(contests, g.paperAlone(rows))
	}
	return append(contests, g.batchOf())
}

// startUp is what a program costs before it does anything.
func (g *ground) startUp() contest {
	return contest{"start", []contestant{
		{name: "boardpack version", command: []string{g.boardpack, "version"}},
		g.pythonPeer("Python, nothing", "sys", "", "-c", "pass"),
		g.pythonPeer("Python, libraries only", "openpyxl, xlsxwriter, reportlab", "", "-c", "import openpyxl, xlsxwriter, reportlab.platypus"),
	}}
}

// month is a month's pack from its master: workbook, PDF and figures.
func (g *ground) month(rows, months int) contest {
	job := fmt.Sprintf("pack of %d", rows)
	if months > 1 {
		job += fmt.Sprintf(" with %d months before", months-1)
	}
	return contest{job, append(g.packs(g.input(rows, months), 1), g.unchanged(rows, months))}
}

// packs are the ways to make every pack of the newest month of an input, in English: the peer has one language.
func (g *ground) packs(input string, jobs int) []contestant {
	out := g.out("boardpack")
	ours := contestant{name: "boardpack", out: out, command: []string{g.boardpack, "build", "--quiet", "--lang", "en", "--input", input, "--out", out}}
	peer := g.pythonPeer("Python stack", "openpyxl, xlsxwriter, reportlab", "python", g.peer("pack.py"), input, g.out("python"), g.fonts)
	if jobs == 1 {
		return []contestant{ours, peer}
	}
	single := ours
	single.name, single.command = "boardpack, one job", append(append([]string{}, ours.command...), "--jobs", "1")
	return []contestant{ours, single, peer}
}

// unchanged is a second run: what has not changed is not made again.
func (g *ground) unchanged(rows, months int) contestant {
	out := g.out(fmt.Sprintf("unchanged-%d-%d", rows, months))
	command := []string{g.boardpack, "build", "--quiet", "--lang", "en", "--input", g.input(rows, months), "--out", out}
	c := contestant{name: "boardpack, nothing changed", command: command}
	fmt.Fprintf(os.Stderr, "preparing: pack of %d, %d months\n", rows, months)
	if err := exec.Command(command[0], command[1:]...).Run(); err != nil {
		c.absent = err.Error()
	}
	return c
}

// paperAlone is the PDF alone. Ours also reads the master and works the pack out; the others are given the text.
func (g *ground) paperAlone(rows int) contest {
	out := func(name string) string { return filepath.Join(g.out(name), "paper.pdf") }
	ours := contestant{name: "boardpack", out: g.out("pdf"), command: []string{g.self, "child", "pdf", g.input(rows, 1), out("pdf")}}
	c := contest{fmt.Sprintf("PDF of %d", rows), []contestant{ours}}
	for _, peer := range []struct{ name, module, file string }{
		{"Typst", "typst", "typst"}, {"ReportLab", "reportlab", "reportlab"}, {"WeasyPrint", "weasyprint", "weasyprint"},
	} {
		c.contestants = append(c.contestants, g.pythonPeer(peer.name, peer.module, peer.file,
			g.peer("paper_"+peer.file+".py"), g.paper(rows), out(peer.file), g.fonts))
	}
	office := contestant{name: "LibreOffice, sheet to PDF", out: g.out("office"), command: []string{"soffice", "--headless",
		"-env:UserInstallation=file://" + filepath.Join(g.work, "office"), "--convert-to", "pdf", "--outdir", g.out("office"), g.newest(rows)}}
	if _, err := exec.LookPath("soffice"); err != nil {
		office.absent = "not installed"
	}
	c.contestants = append(c.contestants, office)
	return c
}

// batchOf is many masters of one month.
func (g *ground) batchOf() contest {
	return contest{fmt.Sprintf("batch of %d spreadsheets of 18", batchSize), g.packs(g.batch(), 0)}
}

// pythonPeer is a contestant of the virtual environment, absent where its modules are.
func (g *ground) pythonPeer(name, modules, out string, args ...string) contestant {
	c := contestant{name: name, command: append([]string{g.python}, args...)}
	if out != "" {
		c.out = g.out(out)
	}
	if !g.has(modules) {
		c.absent = "not installed"
	}
	return c
}
