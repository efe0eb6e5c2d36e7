package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/pflag"

	"boardpack/report/batch"
)

// verifyFlags are those of verify: the spreadsheets and the template are asked for only with --rebuild.
func verifyFlags(f *pflag.FlagSet, s *settings) {
	f.BoolVar(&s.rebuild, "rebuild", false, "build the packs again from the same spreadsheets, and compare every byte")
	f.StringVar(&s.input, "input", "input", "folder `DIR` of the spreadsheets, for --rebuild")
	f.StringVar(&s.round, "round", "rounds", "folder `DIR` of the rounds, for --rebuild")
	f.StringVar(&s.templates, "templates", "", "folder `DIR` with your own template, for --rebuild")
	f.StringVar(&s.published, "published", "", "folder `DIR` of packs published before, for --rebuild (default: the folder that the packs are in)")
	setFlag(f, s)
	f.BoolVarP(&s.quiet, "quiet", "q", false, "print problems only")
	f.BoolVar(&s.json, "json", false, "print the result as JSON, for other programs")
}

// runVerify says of each folder whether it is complete and consistent.
func runVerify(ctx context.Context, c *call) error {
	if len(c.args) == 0 {
		return usageError{"name the folder to verify, for example: boardpack verify out/2023-09"}
	}
	dirs := c.args
	c.args, c.allLanguages = nil, true
	o, err := c.options()
	if err != nil {
		return err
	}
	o.Returns = c.returns
	if o.Tool, err = toolIdentity(); err != nil {
		return err
	}
	var all []batch.Verdict
	for _, dir := range dirs {
		verdicts, err := batch.Verify(ctx, dir, o, c.rebuild)
		if err != nil {
			return err
		}
		all = append(all, verdicts...)
	}
	if c.json {
		encoder := json.NewEncoder(c.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		err = encoder.Encode(all)
	} else {
		c.printVerdicts(all)
	}
	for _, v := range all {
		if !v.OK() && err == nil {
			err = errFailed
		}
	}
	return err
}

func (c *call) printVerdicts(all []batch.Verdict) {
	for _, v := range all {
		for _, f := range v.Findings {
			fmt.Fprintf(c.stdout, "%s: %s: %s\n", v.Dir, f.File, f.Message)
		}
		for _, note := range v.Notes {
			fmt.Fprintf(c.stderr, "%s: %s\n", v.Dir, note)
		}
		switch {
		case !v.OK():
			fmt.Fprintf(c.stdout, "%s: NOT complete and consistent: %s\n", v.Dir, plural(len(v.Findings), "problem", "problems"))
		case !c.quiet:
			fmt.Fprintf(c.stdout, "%s: %s, %s: complete and consistent\n", v.Dir, plural(v.Packs, "pack", "packs"), plural(v.Files, "file", "files"))
		}
	}
}
