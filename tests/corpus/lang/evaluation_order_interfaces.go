package main

import "fmt"

// What is converted to an interface is read after the calls of the statement, as all else.

type st struct{ a, b int }

var (
	t  st
	pt = &t
	ts = []st{{}}
	x  uint8
	w  struct{ in st }
	ar [3]uint8
	mp = map[int]st{}
	s  = []uint8{0}
)

//go:noinline
func set(i int) int {
	t, x, ts[0], w.in, ar[1], s[0] = st{i, i}, uint8(i), st{i, i}, st{i, i}, uint8(i), uint8(i)
	mp[0] = st{i, i}
	return i
}

func local() {
	l := st{}
	f := func(i int) int { l = st{i, i}; return i }
	fmt.Println(l, f(1))
	fmt.Println(l, &l, f(2), l)
	q := &l
	fmt.Println(*q, q.a, f(3))
	var e any = l
	fmt.Println(e, f(4))
}

type own struct{ v st; n int }

func (o own) get() int { return o.n }

func main() {
	fmt.Println(*pt, ts[0], x, w.in, ar[1], s[0], mp[0], set(1))
	fmt.Println(t.a, pt.b, ts[0].a, w.in.b, ar, set(2))
	fmt.Println(st{t.a, set(3)}, x+1, -x, x == 3, set(4), !(x == 3))
	fmt.Println([1]st{t}, [2]uint8{x, x}, []uint8{x}, set(5))
	fmt.Println(complex(float64(x), 1), float32(x), int16(x), uint16(x), set(6))
	fmt.Println(t, set(7), t, set(8), t)
	local()
	fmt.Printf("%v %v %v\n", own{t, int(x)}, own{t, set(9)}.get(), t)
	a, b, c := any(t), any(x), set(10)
	fmt.Println(a, b, c)
	var i1, i2, i3 any = t, x, set(11)
	fmt.Println(i1, i2, i3)
	a, b, i1 = t, x, set(12)
	fmt.Println(a, b, i1)
	ch := make(chan any, 1)
	ch <- t
	fmt.Println(t, <-ch, x, set(13))
	func(l ...any) { fmt.Println(l...) }(t, x, set(14))
	fmt.Println(func() (any, int) { return t, set(15) }())
	fmt.Println(func() (any, any, any) { return t, x, set(16) }())
	mx := map[any]int{t: set(17), x: set(18)}
	fmt.Println(len(mx), mx[t], mx[x])
}
