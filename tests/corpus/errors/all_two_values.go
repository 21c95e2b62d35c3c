// Where an expression with an optional second value gives two, and where not; the number of arguments with `...`.
package main

var m map[string]int
var x any
var c chan int

func two() (int, bool) { return 0, true }

func r1() (int, bool)      { return m["a"] }
func r2() (int, bool)      { return x.(int) }
func r3() (int, bool)      { return <-c }
func r4() (int, bool)      { return two() }
func r5() (v int, ok bool) { v, ok = m["a"]; return }
func r6() (int, error)     { return m["a"] }
func r7() int              { return two() }
func r8() (int, bool, int) { return two() }

var g1, g2 = m["a"]
var g3, g4 = x.(int)
var g5, g6 = <-c
var g7, g8 int = m["a"]
var g9, g10, g11 = m["a"]

func take(int, bool)     {}
func any2(...any)        {}
func gen[T any](T, bool) {}

func uses(xs []int, s string, b []byte) {
	take(m["a"])
	take(x.(int))
	take(<-c)
	take(two())
	any2(m["a"])
	any2(two())
	gen(m["a"])
	gen(two())
	v, ok := m["a"]
	v, ok = (m["a"])
	v, ok = (<-c)
	v, ok = -m["a"]
	v, ok = m["a"], true
	v, ok, _ = m["a"]
	v, ok = x.(int), x.(bool)
	v, ok := two()
	if v, ok := m["a"]; ok && v > 1 {
	}
	switch v, ok := x.(int); {
	case ok:
		_ = v
	}
	for v, ok = range m {
	}
	select {
	case v, ok = <-c:
	case v, ok, _ = <-c:
	case v, ok = m["a"]:
	}
	_ = []int{two()}
	_ = [2]any{m["a"]}
	_ = two() + 1
	_ = append(xs...)
	_ = append(xs, 1, xs...)
	_ = append(xs, xs...)
	_ = append(xs, s...)
	_ = append(b, s...)
	_ = append(b, s)
	_ = append(two())
	_ = append()
	_ = append(xs)
	_ = copy(xs)
	_ = copy(b, s)
	_ = copy(s, b)
	_ = copy(b, s...)
	any2(xs...)
	any2(1, []any{}...)
	any2([]any{}...)
	take(xs...)
	delete(m)
	delete(m, 1)
	delete(m, "a", "b")
	len(xs)
	_ = len(xs, xs)
	_ = cap(m)
	_ = make()
	_ = make([]int)
	_ = make([]int, 1, 2, 3)
	_ = make([]int, 2, 1)
	_ = new()
	_ = new(int, int)
	_ = complex(1)
	_ = real(1, 2)
	_ = min()
	clear(xs, xs)
	close()
	print(two())
	recover(1)
}

func main() {}
