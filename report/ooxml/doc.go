// Package ooxml reads the packages of Office, whoever wrote them, and changes a workbook of somebody else's in place. Parts is the one
// reader of parts, of what they are, of their relationships and of the encodings that they declare; Tokens proves their XML sound as
// it is read. A Package is a workbook with changes: single parts get text put in at a place, new parts are added, and every other part
// goes into the copy as the bytes that it is, without being unpacked. A library that reads a workbook and writes it again changes what
// it does not understand; this does not look at it.
//
// A workbook is a package as ECMA-376, part 2, has it; its parts are those of part 1.
package ooxml
