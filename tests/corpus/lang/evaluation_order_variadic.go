// When variadic arguments are read that calls after them change: by the type they are passed as, which is not that
// of the first parameter.
package main

import "fmt"

type st struct{ a, b int }

var (
	t  st
	pt = &t
	x  uint8
	ar [3]uint8
	mp = map[int]st{}
)

//go:noinline
func set(i int) int {
	t, x, ar[1] = st{i, i}, uint8(i), uint8(i)
	mp[0] = st{i, i}
	return i
}

func ints(n int, l ...any)          { fmt.Println(n, l) }
func strs(s string, n int, l ...any) { fmt.Println(s, n, l) }
func structs(e any, l ...st)        { fmt.Println(e, l) }
func arrays(e, f any, l ...[3]uint8) { fmt.Println(e, f, l) }
func octets(e fmt.Stringer, l ...uint8) { fmt.Println(e, l) }

type many struct{ n int }

func (m many) all(n int, l ...any) int { fmt.Println(m, n, l); return n }

type caller interface{ all(int, ...any) int }

func main() {
	ints(0, t, mp[0], [1]st{t}, st{t.a, 5}, set(1))
	ints(int(x), t, mp[0], [1]st{t}, st{t.a, 5}, set(2), t, mp[0], set(3))
	strs("s", t.a, t, x, ar, mp[0], [3]uint8{x, x}, float32(x), *pt, set(4))
	structs(t, t, st{int(x), 1}, *pt, st{0, set(5)})
	structs(mp[0], t, st{int(x), 1}, *pt, st{0, set(6)}, t)
	arrays(t, mp[0], ar, [3]uint8{x}, [3]uint8{0, uint8(set(7))}, ar)
	octets(nil, x, ar[1], x+1, uint8(set(8)), x)
	m := many{1}
	var c caller = m
	fmt.Println(m.all(1, t, mp[0], st{t.a, 5}, set(9)), c.all(2, t, mp[0], st{t.a, 5}, set(10)))
	f, g := m.all, many.all
	fmt.Println(f(3, t, mp[0], st{t.a, 5}, set(11)), g(m, 4, t, mp[0], st{t.a, 5}, set(12)))
	defer ints(9, t, mp[0], st{t.a, 5}, set(13))
	func(n int, l ...any) { ints(n, l...) }(0, t, mp[0], st{t.a, 5}, set(14))
	fmt.Printf("%v %v %v %v\n", t, mp[0], st{t.a, 5}, set(15))
	fmt.Println(append([]any{0}, t, mp[0], set(17)))
}
