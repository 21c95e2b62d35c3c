// Names that are not exported belong to their package, also in method sets and type identity.
package main

import (
	"fmt"

	. "example.org/corner/hidden"
	"example.org/corner/shapes"
)

type mine struct{ Thing }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	fmt.Println(Low.String(), Low, Reverse("four"), Level(9).String() == "")
	t := shapes.Thing{Base: new(Base)}
	fmt.Println(shapes.Own(t), shapes.Both(t), Mark(t), Mark(mine{}))
	t.Inc()
	t.Base.Inc()
	fmt.Println(t.Show())
	Reset(t)
	fmt.Println(t.Show(), shapes.Order(), shapes.A, shapes.B, shapes.C)
	try(func() { _ = Anonymous.(struct{ x int }) })
	_, ok := any(t).(interface{ mark() string })
	fmt.Println(ok, Anonymous == any(struct{ x int }{1}))
	f := Level.String
	g := (*Base).Inc
	g(t.Base)
	fmt.Println(f(Low), t.Base.Show())
}
