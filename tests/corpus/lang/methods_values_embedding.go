// Method values and expressions of all receivers, promoted methods through several levels, shadowing,
// interfaces embedded in structs, method sets at run time, calls through nil embedded pointers.
package main

import "fmt"

type A struct{ n int }

func (a A) Val() string      { return fmt.Sprint("A.Val ", a.n) }
func (a *A) Ptr() string     { a.n++; return fmt.Sprint("A.Ptr ", a.n) }
func (a A) Shadowed() string { return "A.Shadowed" }

type B struct {
	A
	name string
}

func (b B) Shadowed() string { return "B over " + b.A.Shadowed() }

type C struct {
	*B
	D
}

type D struct{ n string }

func (d D) Val2() string { return "D.Val2 " + d.n }
func (d *D) Set(s string) *D {
	d.n = s
	return d
}

type Valuer interface{ Val() string }
type Full interface {
	Valuer
	Ptr() string
}

type Wrap struct {
	Valuer
	extra int
}

type Over struct{ Full }

func (o Over) Val() string { return "Over(" + o.Full.Val() + ")" }

type Fn func(int) int

func (f Fn) Twice(x int) int { return f(f(x)) }

type Sl []int

func (s Sl) Sum() (t int) {
	for _, x := range s {
		t += x
	}
	return
}
func (s *Sl) Push(x int) { *s = append(*s, x) }

type Ptrs map[string]*A

func (p Ptrs) Get(k string) *A { return p[k] }

type Rec struct {
	*Rec
	v int
}

func (r *Rec) Depth() int {
	if r == nil {
		return 0
	}
	return 1 + r.Rec.Depth()
}

type I1 interface{ M() string }
type I2 interface{ M() string }
type Both struct {
	I1
	I2
	depth
}
type depth struct{}

func (depth) N() string { return "N at depth one" }

type Outer struct{ Both }

func caught(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, "->", e)
		}
	}()
	f()
}

func main() {
	b := B{A{1}, "b"}
	c := C{&b, D{"d"}}
	fmt.Println(b.Val(), b.Ptr(), b.Val(), b.Shadowed(), c.Val(), c.Ptr(), c.Shadowed(), c.Val2(), c.Set("x").n, c.D.n, c.B.A.n, c.A.n)

	v := b.Val
	p := b.Ptr
	b.n = 100
	fmt.Println(v(), p(), b.n)
	cv, cp := c.Val, c.Ptr
	c.B = &B{A{7}, "other"}
	fmt.Println(cv(), cp(), c.Val(), b.n)

	e1, e2, e3, e4 := A.Val, (*A).Val, (*A).Ptr, B.Shadowed
	fmt.Println(e1(A{3}), e2(&A{4}), e3(&A{5}), e4(b))
	f1, f2, f3 := C.Val, (*C).Set, B.Val
	fmt.Println(f1(c), f2(&c, "set").n, f3(b))
	g1, g2 := Valuer.Val, Full.Ptr
	fmt.Println(g1(b), g2(&b), interface{ Val() string }.Val(c))
	fmt.Printf("%T %T %T %T %T\n", v, e3, f1, g1, f2)

	w := Wrap{b, 1}
	var val Valuer = w
	fmt.Println(w.Val(), val.Val(), Over{&b}.Val(), Over{&b}.Ptr(), Valuer(Over{&b}).Val())
	_, isFull := val.(Full)
	_, isFull2 := any(b).(Full)
	_, isFull3 := any(&b).(Full)
	_, isFull4 := any(c).(Full)
	_, isSet := any(c).(interface{ Set(string) *D })
	_, isSet2 := any(&c).(interface{ Set(string) *D })
	fmt.Println(isFull, isFull2, isFull3, isFull4, isSet, isSet2)

	fmt.Println(Fn(func(x int) int { return x * 3 }).Twice(2), Fn.Twice(func(x int) int { return x + 1 }, 5))
	s := Sl{1, 2}
	s.Push(3)
	push := s.Push
	push(4)
	(*Sl).Push(&s, 5)
	fmt.Println(s, s.Sum(), Sl.Sum([]int{9}), (*Sl).Sum(&s))
	m := Ptrs{"a": {1}}
	fmt.Println(m.Get("a").Ptr(), m["a"].Ptr(), m.Get("a").Val())
	caught("nil from a map", func() { fmt.Println(m.Get("none").Val()) })
	r := &Rec{&Rec{nil, 2}, 1}
	fmt.Println(r.Depth(), r.v, r.Rec.v, (*Rec)(nil).Depth())

	var nilC C
	caught("promoted through nil", func() { nilC.Val() })
	caught("pointer method through nil", func() { nilC.Ptr() })
	caught("method value of nil", func() { f := nilC.Val; f() })
	caught("nil interface in a struct", func() { Wrap{}.Val() })
	caught("method value of nil interface", func() { var x Valuer; f := x.Val; f() })
	caught("expression with nil", func() { Valuer.Val(nil) })
	caught("nil pointer in interface", func() { var x Valuer = (*B)(nil); x.Val() })
	var np *A
	caught("method value by nil pointer", func() { f := np.Val; f() })
	h := np.Ptr
	caught("bound nil pointer", func() { h() })
	o := Outer{Both{depth: depth{}}}
	fmt.Println(o.N(), o.Both.N(), any(o).(interface{ N() string }).N())
	_, ambiguous := any(o).(I1)
	fmt.Println(ambiguous)

	fs := map[string]func(A) string{"val": A.Val, "shadowed": A.Shadowed}
	fmt.Println(fs["val"](A{8}), fs["shadowed"](A{}))
	for _, f := range []func() string{b.Val, (&b).Ptr, c.Val2, A{9}.Val, func() string { return "lit" }} {
		fmt.Print(f(), "; ")
	}
	fmt.Println()
	defer fmt.Println("deferred", b.Val())
	defer func(f func() string) { fmt.Println("later", f()) }(b.Val)
	b.n = -1
	type local struct{ B }
	l := local{b}
	l.A.n = 55
	fmt.Println(l.Val(), l.Shadowed(), local.Val(l), (*local).Ptr(&l), b.Val())
	anon := struct {
		A
		*D
	}{A{1}, &D{"anon"}}
	fmt.Println(anon.Val(), anon.Val2(), anon.Set("changed").n, anon.D.n)
	var av Valuer = anon
	fmt.Println(av.Val())
	fmt.Printf("%T\n", av)
}
