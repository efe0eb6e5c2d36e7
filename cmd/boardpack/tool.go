package main

import (
	"bytes"
	"io"
	"os"
	"runtime/debug"

	"boardpack/report/plainfile"
)

// toolIdentity tells one build of the program from another: by the revision of its source where it was built from a clean one, the
// same on every system, or else by its own bytes. A pack is made again when it changes.
func toolIdentity() (string, error) {
	if info, ok := debug.ReadBuildInfo(); ok {
		settings := map[string]string{}
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
		if revision := settings["vcs.revision"]; revision != "" && settings["vcs.modified"] == "false" {
			return "revision " + revision, nil
		}
	}
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum, err := identify(file)
	return "program " + sum, err
}

// identify gives a sum of the program: of its beginning, where the Go linker has written the id of the build, which is itself a
// sum of all that went in (go tool buildid); of a program without one, of all of it, which takes longer than a small pack.
func identify(program io.Reader) (string, error) {
	sum := plainfile.NewDigest()
	beginning, err := io.ReadAll(io.LimitReader(io.TeeReader(program, sum), 32<<10))
	if err == nil && !hasBuildID(beginning) {
		_, err = io.Copy(sum, program)
	}
	return sum.String(), err
}

// hasBuildID finds the id as a note of an ELF file, or as the text that stands first in the code of the others.
func hasBuildID(beginning []byte) bool {
	const noteOfGo = "\x04\x00\x00\x00Go\x00\x00"
	return bytes.Contains(beginning, []byte(noteOfGo)) || bytes.Contains(beginning, []byte(`Go build ID: "`))
}
