package main

import "unsafe"

//go:linkname nothing
//go:linkname v main.v
var v int

//go:linkname v main.w
//go:linkname main
//go:linkname T
type T int

//go:noescape
func h() {}

func main() { 
	//go:linkname q
	var x unsafe.Pointer
	_ = x
 }
