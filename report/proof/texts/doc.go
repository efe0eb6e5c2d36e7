// Package texts compares what a reader meets in a written file with what it should meet: text by text, in order and both ways, whatever
// the lines are broken at and the format cannot hold.
package texts
