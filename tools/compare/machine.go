package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// printMachine says on what and with what everything was measured, and when.
func printMachine(w io.Writer, g *ground, day string) {
	fmt.Fprintf(w, "Measured on %s: %d cores (%s), %s; %s. %s in turns, %d at most from %d recommendations on, and one of the large portfolio; fewer where one contestant's rounds took more than %s in all.\n",
		day, runtime.NumCPU(), processor(), runtime.GOOS+"/"+runtime.GOARCH, runtime.Version(), count(g.rounds, "round"), fewRounds, huge, g.budget)
	fmt.Fprintf(w, "Peers: %s; %s. Each Python program found all its modules compiled, which was looked at before the first round.\n", g.peerVersions(), firstLine("soffice", "--version"))
	fmt.Fprintf(w, "The program: %.1f MB.\n", float64(g.bytes)/1e6)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// processor is its name where the system tells it.
func processor() string {
	data, _ := os.ReadFile("/proc/cpuinfo") // no such file: not known
	for line := range strings.Lines(string(data)) {
		if name, is := strings.CutPrefix(line, "model name"); is {
			return strings.Trim(name, "\t :\n")
		}
	}
	return runtime.GOARCH
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
