// What is not a type where one is wanted.
package main

func f() {}
func fi() int { return 1 }
func g[T any]() {}

type G[T any] struct{}

type T int

var v int

func (T) m() {}

var a = any(1).(f)
var b = any(1).(v)
var c [len("ab")]int
var d G[f]
var e G[v]
var j map[T[int]]v
var k = []int{}[f]

func main() {
	var x any
	switch x.(type) {
	case f():
	case 1:
	case f:
	case nil, nil:
	case x:
	case 1 + 2:
	case -v:
	case "s":
	case []int{}:
	case func() {}:
	case &v:
	case v.x:
	case f(1):
	case print("a"):
	case int(1):
	case <-x:
	case x[1]:
	case x[1:]:
	case x.(int):
	case *v:
	case (f()):
	case **f:
	case T(1):
	case len("a"):
	case fi():
	case x.m:
	case T.m:
	case nosuch():
	}
	g[f()]()
	g[1]()
	g[f]()
	g[v]()
	g[-v]()
	g[[]int{}]()
	g[print("a")]()
	g[fi()]()
	_ = make(f(), 1)
	_ = new(1)
	_ = make(1 + 2)
	_ = new(f)
	_ = new(f())
	_ = make([]f)
	_ = new(fi())
	_ = (f())(1)
	_ = (*f())(nil)
	_ = (*fi)(nil)
	_ = [](f){}
	_ = map[v]f{}
	_ = struct{ a f }{}
	_ = func(a f) v { return 1 }
	_ = (chan f)(nil)
	_ = (func(v))(nil)
	_ = (*v)(nil)
	_ = interface{ f }(nil)
	_ = T[int](1)
	_ = G(1)
	_ = v[int]
	_ = f[int]
	_ = len[int]
	_ = fi()[int]
}

type N1 f
type N2 = v
type N3 [v]int
type N4 struct{ v }
type N5 struct{ *f }
type N6 interface{ v }
type N7 interface{ ~f }
type N8 interface{ int | v }
type N9 T[int]
type N10 v[int]
type N11 f.x
type N12 main.x
type N13 nosuch.x
type N14 G

func (x v) m1()        {}
func (x f) m2()        {}
func (x T[A]) m3()     {}
func (x v[A]) m4()     {}
func (x int) m5()      {}
func (x *int) m6()     {}
func (x nosuch[A]) m7() {}
func (x G[A, B]) m8()  {}
func (x G) m9()        {}

func h1[P v]()        {}
func h2[P f | int]()  {}
func h3[P T[int]]()   {}
func h4[P G]()        {}
