// Package webpage reads a written page for browsers as a reader of one of its languages meets it: text by text, in order. It refuses a page
// that holds anything but texts, drawings and links within itself: what was free text must not have become markup.
package webpage
