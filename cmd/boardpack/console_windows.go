package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// ownConsole tells whether the window in which the program runs was opened for it alone, as by a double-click: then no other process is
// attached to it, and it goes away when the program ends (GetConsoleProcessList, Microsoft's Console API).
func ownConsole() bool {
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var processes [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes)))
	return n == 1
}
