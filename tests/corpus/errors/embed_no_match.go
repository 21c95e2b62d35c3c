package main

import _ "embed"

//go:embed embed_no_match.go nothing*.txt also_nothing
var text string

//go:embed third
var s string

func main() { println(text) }
