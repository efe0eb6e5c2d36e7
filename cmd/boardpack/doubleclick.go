package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"boardpack/templates/start"
)

// isDoubleClick tells whether the program was started by a double-click on it, or by dropping files on it, which gives it their whole
// paths: its window would be gone before anybody had read a word.
func isDoubleClick(args []string) bool {
	return (len(args) == 0 || filepath.IsAbs(args[0])) && ownConsole()
}

// answerDoubleClick says what to do next, and waits for Enter. The program is its path.
func answerDoubleClick(program string, stdin io.Reader, stdout io.Writer) int {
	dir, name := filepath.Split(program)
	fmt.Fprint(stdout, "boardpack makes Excel and PDF board packs from a spreadsheet of recommendations.\n\n")
	switch folders := withStarter(filepath.Clean(dir)); len(folders) {
	case 0:
		fmt.Fprintf(stdout, `To begin, make a folder for your packs:

1. Open the Start menu, type cmd, and press Enter. A window for commands opens.
2. Copy this line into it and press Enter:

   "%s" init "%s"

3. Open the new folder, board-packs, and read README.txt. It says how to make the first pack.
`, filepath.Join(dir, name), filepath.Join(dir, "board-packs"))
	case 1:
		fmt.Fprintf(stdout, "To make the packs, double-click %s in this folder:\n\n   %s\n", start.WindowsStarter, folders[0])
	default:
		fmt.Fprintf(stdout, "To make packs, double-click %s in one of these folders:\n\n", start.WindowsStarter)
		for _, folder := range folders {
			fmt.Fprintf(stdout, "   %s\n", folder)
		}
	}
	fmt.Fprint(stdout, "\nPress Enter to close this window.")
	_, _ = bufio.NewReader(stdin).ReadString('\n') // the end of the input is an answer too
	return exitDone
}

// withStarter lists the folders of teams that use the program in dir: dir itself and those in it, where they have a starter.
func withStarter(dir string) []string {
	var out []string
	folders := []string{dir}
	inside, _ := os.ReadDir(dir) // one that cannot be read has no folders to name
	for _, entry := range inside {
		folders = append(folders, filepath.Join(dir, entry.Name()))
	}
	for _, folder := range folders {
		if info, err := os.Stat(filepath.Join(folder, start.WindowsStarter)); err == nil && info.Mode().IsRegular() {
			out = append(out, folder)
		}
	}
	return out
}
