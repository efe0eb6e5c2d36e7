// Package tagged reads a tagged PDF the way a screen reader does: the tree of headings, paragraphs, lists and tables with
// their text and alternative text, and the files attached to it.
//
// It is a second reader beside package finish and the libraries that write the file, on purpose: what it finds was
// really written. It reads what the packs are made of, ISO 32000-1 with cross-reference streams, object streams and Flate,
// and reports anything else as an error. It is no general reader: it takes no encryption and no damaged files.
package tagged
