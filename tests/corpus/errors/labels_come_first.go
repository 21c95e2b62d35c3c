package main

import "os"

// What is wrong with labels is found before anything is checked, so it is among the first ten errors.

func main() {
	var a int = ""
	var b int = ""
	var c int = ""
	var d int = ""
	var e int = ""
	var f int = ""
	var g int = ""
	var h int = ""
	var i int = ""
	var j int = ""
L:
	for {
		break M
	}
	func() {
	K:
		x := 1
	}()
}

func f() {
	goto N
}
