// Package opendata writes the recommendations of a pack as open data: a CSV file that any program reads, and beside it what its
// columns are (CSV on the Web, W3C). It writes what package report has settled, in the names and words of figures.json.
package opendata
