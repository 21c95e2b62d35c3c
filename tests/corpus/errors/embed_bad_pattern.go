package main

import "embed"

//go:embed embed_bad_pattern.go `../[`
var files embed.FS

func main() {}
