//go:build !windows

package main

// ownConsole is never so here: other systems open no window that goes away when the program ends.
func ownConsole() bool { return false }
