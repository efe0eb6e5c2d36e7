// Package batch turns a folder of masters into published packs: it finds the months and their masters, reads each
// master with its history once, has package report work the packs out, has the renderers write them, and publishes the
// files of a month with their manifest last.
package batch
