// container/ring and unique.
package main

import (
	"container/ring"
	"fmt"
	"unique"
)

func show(name string, r *ring.Ring) {
	fmt.Print(name, " ", r.Len(), ":")
	r.Do(func(v any) { fmt.Print(" ", v) })
	fmt.Println()
}

func numbered(n int) *ring.Ring {
	r := ring.New(n)
	for i := range n {
		r.Value = i
		r = r.Next()
	}
	return r
}

type point struct {
	x, y int
	name string
}

func main() {
	show("nil", nil)
	show("new", ring.New(0))
	show("new", ring.New(-1))
	var zero ring.Ring
	show("zero", &zero)
	fmt.Println(zero.Next() == &zero, zero.Prev() == &zero, new(ring.Ring).Move(5).Len())
	r := numbered(6)
	show("six", r)
	show("moved", r.Move(2))
	show("moved back", r.Move(-1))
	show("previous", r.Prev())
	show("unlinked", r.Unlink(2))
	show("rest", r)
	show("nothing", r.Unlink(0))
	show("more than there are", numbered(3).Unlink(7))
	s := numbered(3)
	show("followed", r.Link(s))
	show("linked", r)
	show("split", r.Link(s.Prev()))
	show("left", r)
	show("linked nil", r.Link(nil))
	one, two := ring.New(1), ring.New(1)
	one.Value, two.Value = "one", "two"
	one.Link(two)
	show("pair", one)

	a, b := unique.Make("go"+fmt.Sprint(1)), unique.Make("go1")
	fmt.Println(a == b, a.Value(), a == unique.Make("go2"))
	p, q := unique.Make(point{1, 2, "p"}), unique.Make(point{1, 2, fmt.Sprint("p")})
	fmt.Println(p == q, p.Value(), p != unique.Make(point{2, 1, "p"}))
	var h unique.Handle[int] = unique.Make(7)
	seen := map[unique.Handle[int]]string{h: "seven"}
	fmt.Println(seen[unique.Make(3+4)], unique.Make[any](7) == unique.Make[any](int8(7)), unique.Make(7).Value())
	type own int
	fmt.Println(unique.Make(own(7)).Value(), unique.Make(struct{}{}) == unique.Make(struct{}{}))
}
