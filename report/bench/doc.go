// Package bench measures what boardpack costs, side by side with what a team would write instead and with floors that do
// only a part of the job. Nothing here is in the program.
//
// Three things use it:
//
//   - make bench runs the program in compare: whole runs against the peers in peers, and stages against floors, as a table;
//   - go test -bench . ./report/bench times each stage, for benchstat;
//   - the tests here hold counts, which do not depend on the machine: allocations for each row and bytes written.
//
// Inputs are made up and the same on every machine: see [Shape].
package bench
