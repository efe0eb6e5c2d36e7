// Package proof reads the written files of a pack back and compares every number in them with the figures file. It is the
// last step before a pack is published: what a board will read is proved, not what was meant to be written.
//
// The proof takes nothing from package report's counting and nothing from the renderers: it starts from the figures file
// (itself checked for agreeing with itself, package figures), holds each value of the Document to it, reads the files with readers of
// its own (packages sheets and tagged), and compares what a reader meets in them with the Document (package texts).
package proof
