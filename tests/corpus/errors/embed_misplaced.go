package main

import "embed"

//go:embed embed_misplaced.go
var (
	a string
	b string //go:embed embed_misplaced.go
	c string
)

//go:embed
var d string

//go:embed "embed_misplaced.go
var e string

//go:embed "embed_misplaced.go"x y
var f string

//go:embedded is another word
var g embed.FS

func main() {}

//go:embed embed_misplaced.go
