// Package portfolio puts the packs of a month's masters together into one.
package portfolio
