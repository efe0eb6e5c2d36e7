// Package html draws what a pack says as one page for browsers, in all languages of its Documents: a file that opens from a disk, an intranet
// or a mail, asks for nothing over a network, and is whole without its script.
//
// The languages share one structure: where a text is the same in all, it stands once, else once for each, and the style sheet shows that of
// the language that the address ends in. So a recommendation is in the file once, whatever the number of languages.
package html
