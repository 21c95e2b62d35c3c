/* a comment */ //go:debug nosuch=1
//go:debug
//go:debug panicnil
//go:debug panicnil=0
//go:debug panicnil = 1
//go:debug a b=1,2
//go:debug a,b=1
//go:debug =1
//go:debug k=v,w
//go:debug panicnil=1 // a comment
//go:debug "panicnil"=1
//go:debugger said
//go:debugging=1
//go:debug x509sha1=1
//go:debug asynctimerchan=2
//go:debug asynctimerchan=0
//go:debug gotypesalias=0
//go:debug default=1.21
//go:debug default=go1.x
//go:debug default=go1.21.3
//go:debug default=go1.22

/*
//go:debug in=comment
*/

// //go:debug in=text

//line other.go:7
//go:debug zipinsecurepath
//go:debug winsymlink=0
//go:debug winsymlink=1

// Package main is not compiled: what else is wrong is not told.
package main

import "example.com/m/lib"

//go:debug late

func main() {
	var x int = "text"
	for {
	lib.F()
	x := := 2
}
