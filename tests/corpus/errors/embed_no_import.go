package main

//go:embed embed_no_import.go
var text string

//go:embed nothing
var more, than string

func main() { println(text) }
