// Package bench measures what boardpack costs, stage by stage. Nothing here is in the program.
//
// Three things use it:
//
//   - make bench runs the program in compare: whole runs against other programs, and stages against floors, as tables;
//   - go -C tools test -bench . ./bench times each stage, for benchstat;
//   - the tests here hold counts, which do not depend on the machine: allocations for each row and bytes written.
//
// Inputs are made up and the same on every machine: see [Shape].
package bench
