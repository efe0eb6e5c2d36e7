// Package figures reads a figures file as any other program does, checks that it agrees with itself, and gives the value at an address of
// a Document. It takes nothing from package report's counting.
package figures
