package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// printMachine says on what and with what everything was measured.
func printMachine(w io.Writer, g *ground) {
	fmt.Fprintf(w, "%d cores, %s; %s; %d rounds in turns, fewer where one contestant's rounds took more than %s in all.\n",
		runtime.NumCPU(), firstLine("uname", "-srm"), runtime.Version(), g.rounds, g.budget)
	fmt.Fprintf(w, "Peers: %s; %s.\n", g.peerVersions(), firstLine("soffice", "--version"))
	fmt.Fprintf(w, "The program: %.1f MB.\n", float64(g.bytes)/1e6)
	printLoad(w, "at the start")
}

// peerVersions asks the packages themselves.
func (g *ground) peerVersions() string {
	return firstLine(g.python, "-c", `import platform, importlib.metadata as m
names = [l.split("==")[0] for l in open("compare/peers/requirements.txt")]
found = {d.metadata["Name"].lower(): d.version for d in m.distributions()}
print(", ".join(["Python " + platform.python_version()] + [n + " " + found.get(n.lower(), "absent") for n in names]))`)
}

func firstLine(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return name + " absent"
	}
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(line)
}

// printLoad says what else the machine was doing, where that is known.
func printLoad(w io.Writer, when string) {
	if data, err := os.ReadFile("/proc/loadavg"); err == nil {
		fmt.Fprintf(w, "\nLoad average %s: %s.\n", when, strings.Join(strings.Fields(string(data))[:3], " "))
	}
}

// printHeads begins a table: the first two columns are words, the others numbers.
func printHeads(w io.Writer, heads ...string) {
	fmt.Fprintf(w, "\n| %s |\n|---|---|%s\n", strings.Join(heads, " | "), strings.Repeat("--:|", len(heads)-2))
}

// printOutcomes prints a contest: times, times boardpack's, and memory.
func printOutcomes(w io.Writer, results []outcome) {
	for _, r := range results {
		if r.why != "" {
			fmt.Fprintf(w, "| %s | %s | | | | %s | | | | | |\n", r.job, r.name, r.why)
			continue
		}
		fmt.Fprintf(w, "| %s | %s | %d | %s | %s | %s | %s | %s | %d | %s | %s |\n", r.job, r.name, len(r.seconds), clock(median(r.seconds)),
			spread(r.seconds, clock), times(r.ratios), clock(median(r.work)), times(r.worth), r.peak/1e6, some(r.made.pages), some(r.made.sheets))
	}
}

// some shows a count, and nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// printFloors prints the stages of a size.
func printFloors(w io.Writer, results []floorResult) {
	for _, r := range results {
		floor, ratio := "", ""
		if len(r.Floor) > 0 {
			ratios := make([]float64, len(r.Ours))
			for i := range ratios {
				ratios[i] = r.Ours[i] / r.Floor[i]
			}
			floor, ratio = clock(median(r.Floor)), times(ratios)
		}
		fmt.Fprintf(w, "| %s | %d | %s | %s | %s | %.0f |\n", r.Stage, r.Rows, clock(median(r.Ours)), floor, ratio, r.Allocs)
	}
}

// times shows ratios: the median, and the lowest and highest.
func times(ratios []float64) string {
	if len(ratios) == 0 {
		return ""
	}
	return fmt.Sprintf("**%s** (%s)", figure(median(ratios)), spread(ratios, figure))
}

func spread(numbers []float64, show func(float64) string) string {
	return show(slices.Min(numbers)) + " to " + show(slices.Max(numbers))
}

func clock(seconds float64) string {
	if seconds < 1 {
		return fmt.Sprintf("%.3g ms", seconds*1000)
	}
	return fmt.Sprintf("%.3g s", seconds)
}

// figure shows a ratio with two digits.
func figure(ratio float64) string {
	if ratio >= 10 {
		return fmt.Sprintf("%.0f", ratio)
	}
	return fmt.Sprintf("%.2g", ratio)
}
