package main

import "embed"

type (
	word  string
	octet byte
	alias = embed.FS
	own   embed.FS
)

var (
	//go:embed embed_types.go
	fine word
	//go:embed embed_types.go
	alsoFine []octet
	//go:embed embed_types.go
	again alias
	//go:embed embed_types.go
	a int
	//go:embed embed_types.go
	b [3]byte
	//go:embed embed_types.go
	c []rune
	//go:embed embed_types.go
	d own
	//go:embed embed_types.go
	e *embed.FS
	//go:embed embed_types.go embed_targets.go
	f string
	//go:embed embed_t*.go
	g []byte
	//go:embed embed_types.go
	h any
	//go:embed embed_types.go
	i func()
)

func main() {}
