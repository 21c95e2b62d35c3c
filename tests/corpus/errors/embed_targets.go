package main

import "embed"

//go:embed embed_targets.go
var two, names string

//go:embed embed_targets.go
var inferred = "x"

//go:embed embed_targets.go
var set string = "x"

//go:embed embed_targets.go
const c = 1

//go:embed embed_targets.go
type word string

//go:embed embed_targets.go
func f() {
	//go:embed embed_targets.go
	var local string
	_ = local
	//go:embed embed_targets.go
	x := 1
	_ = x
}

func main() { f() }

var _ embed.FS
