package shapes

import "example.org/corner/hidden"

type Thing struct {
	hidden.Thing
	*hidden.Base
}

func (Thing) mark() string { return "shapes" }

func Own(m interface{ mark() string }) string { return m.mark() }

func Both(m interface {
	mark() string
	hidden.Marker
}) string {
	return m.mark() + " " + hidden.Mark(m)
}

var order []string

var (
	A = add("A", B)
	B = add("B", C)
	C = add("C", 0)
)

func init() { order = append(order, "init 1") }
func init() { order = append(order, "init 2") }

func add(name string, n int) int {
	order = append(order, name)
	return n + 1
}

func Order() []string { return order }
