// What has an address, what can be assigned to, and what can neither: each form of expression.
package main

type T struct {
	a [3]int
	p *T
	m map[string]T
}

func (T) val()  {}
func (*T) ptr() {}

func get() T           { return T{} }
func pget() *T         { return nil }
func arr() [3]int      { return [3]int{} }
func two() (int, bool) { return 0, true }

const k = 1

type G[P any] struct{ f P }

func places(t T, s string, xs []int, x any, c chan T, b []byte, pa *[3]int, g G[[2]int]) {
	_ = &t.a[1:2]
	_ = &xs[1:2]
	_ = &s[1:2]
	_ = &s[1]
	_ = &xs[1]
	_ = &arr()[1]
	_ = arr()[1:]
	_ = get().a[1:]
	_ = pget().a[1:]
	_ = &get().a
	_ = &pget().a
	_ = &t.m["a"]
	_ = &t.m["a"].a
	_ = &x.(T)
	_ = &x.(*T).a
	_ = &(<-c)
	_ = &(<-c).a
	_ = &T{}.a
	_ = &[]int{1}[0]
	_ = &[1]int{1}[0]
	_ = [1]int{1}[:]
	_ = &k
	_ = &nil
	_ = &len
	_ = &T.val
	_ = &t.val
	_ = &(t)
	_ = &(*t.p)
	_ = &pa[1]
	_ = &pa
	_ = pa[:]
	_ = &g.f[0]
	_ = &[]byte(s)[0]
	_ = &string(b)
	_ = &-k
	_ = &(k + 1)
	_ = &two()
	_ = &func() {}
	_ = &"a"[0]
	t.a[1:2] = nil
	xs[1:2] = xs
	s[1] = 'a'
	s[1:2] = s
	arr()[1] = 2
	get().a = t.a
	get().p.a = t.a
	pget().a = t.a
	t.m["a"] = t
	t.m["a"].a = t.a
	t.m["a"].a[1] = 2
	t.m["a"].p.a[1]++
	x.(T) = t
	x.(*T).a[1] = 1
	(<-c).p = nil
	(<-c).p.p = nil
	T{}.p = nil
	[]int{1}[0] = 1
	[1]int{1}[0] = 1
	k = 2
	k++
	nil = nil
	len = nil
	t.val = nil
	places = nil
	main, t = nil, t
	(xs[0]) = 1
	*pa = t.a
	*&t.a = t.a
	-k = 1
	"a"[0] = 1
	b[0], s[0] = 1, 2
	for t.m["b"].a[0] = range xs {
	}
	for s[1] = range xs {
	}
	for get().a[0], k = range xs {
	}
	get().ptr()
	get().val()
	t.m["a"].ptr()
	t.m["a"].val()
	x.(T).ptr()
	T{}.ptr()
	(&T{}).ptr()
	_ = get().ptr
	_ = t.ptr
	_ = T.ptr
	_ = (*T).val
	(<-c).ptr()
	select {
	case s[0] = <-make(chan byte):
	case t.m["a"].p = <-make(chan *T):
	case k, _ = <-make(chan int):
	}
}

func main() {}
