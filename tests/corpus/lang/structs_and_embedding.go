package main

import (
	"fmt"
	"unsafe"
)

type Animal interface {
	Name() string
	Sound() string
}
type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(n string) { b.name = n }

type Dog struct {
	Base
	age int
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	*Dog
	toys []string
}

func (p Puppy) Sound() string { return "yip, not " + p.Dog.Sound() }

type Logger interface{ Log(string) }
type Service struct {
	Logger
	hits int
}
type prefix string

func (p prefix) Log(s string) { fmt.Println(string(p) + s) }

type Point struct{ X, Y int }

func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }
func (p *Point) Scale(k int)      { p.X *= k; p.Y *= k }
func (p Point) String() string    { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }

type Line struct{ A, B Point }
type Matrix [2][2]float64
type Big struct {
	A, B, C, D, E, F, G, H, I, J int
	S                            string
	P                            *Big
}

func change(b Big) Big { b.A = 100; b.S += "!"; return b }

type Celsius float64
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)
const (
	KB = 1 << (10 * (iota + 1))
	MB
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d] }

func main() {
	d := Dog{Base{"Rex"}, 3}
	d.Rename("Max")
	var a Animal = d
	fmt.Println(a.Name(), a.Sound())
	p := Puppy{&d, []string{"ball"}}
	p.Rename("Tiny")
	a = p
	fmt.Println(a.Name(), a.Sound(), d.Name(), p.age)
	a = &p
	fmt.Println(a.Name())
	s := &Service{Logger: prefix("> ")}
	s.Log("hello")
	pt := Point{1, 2}
	pt.Scale(3)
	q := &pt
	fmt.Println(pt.Add(Point{1, 1}), q.Add(*q), *q, q)
	f := pt.Add
	pt.X = 1000
	fmt.Println(f(Point{}), Point.Add(pt, Point{1, 1}))
	g := (*Point).Scale
	g(&pt, 2)
	fmt.Println(pt)
	l := Line{A: Point{1, 2}}
	l2 := l
	l2.B.X = 9
	fmt.Println(l, l2, l == l2, l.A == l2.A)
	m := Matrix{{1, 2}, {3, 4}}
	n := m
	n[1][0] = 30
	fmt.Println(m, n, m == n)
	b := Big{A: 1, S: "big"}
	c := change(b)
	fmt.Println(b.A, b.S, c.A, c.S, c.P == nil, b == c)
	arr := []Big{b, c}
	arr[0].P = &arr[1]
	arr[0].P.B = 77
	fmt.Println(arr[1].B, arr[0].P.A)
	mp := map[string]Point{"a": {1, 2}}
	mp["b"] = mp["a"].Add(Point{10, 10})
	fmt.Println(mp, len(mp))
	mpp := map[Point]string{{1, 2}: "x"}
	fmt.Println(mpp[Point{1, 2}], mpp[Point{2, 1}] == "")
	fmt.Println(Monday, Thursday, Weekday(2), KB, MB, Celsius(36.6))
	fmt.Printf("%v %d %s %+v %#v\n", Tuesday, Tuesday, Tuesday, l, pt)
	anon := struct {
		Point
		Tag string `json:"tag"`
	}{Point{5, 6}, "t"}
	fmt.Println(anon.X, anon.String(), anon.Tag)
	fmt.Println(unsafe.Sizeof(b), unsafe.Sizeof(pt), unsafe.Offsetof(b.S), unsafe.Alignof(b.A), unsafe.Sizeof(struct {
		a bool
		b int64
		c bool
	}{}))
	pp := &struct{ next *Point }{&pt}
	pp.next.X++
	(*pp).next.Y--
	fmt.Println(*pp.next)
	var ip *int
	x := 5
	ip = &x
	*ip += 2
	y := &ip
	**y *= 3
	fmt.Println(x, *ip == x)
	sl := []Point{{1, 2}, {3, 4}}
	for i := range sl {
		sl[i].Scale(2)
	}
	for _, v := range sl {
		v.Scale(100)
	}
	fmt.Println(sl)
	pm := []*Point{{1, 1}, {2, 2}}
	fmt.Println(*pm[1], len(pm))
	var e1, e2 any = pt, pt
	fmt.Println(e1 == e2, e1 != nil, e1.(fmt.Stringer).String())
	if st, ok := e1.(interface{ Scale(int) }); !ok {
		fmt.Println("value has no Scale", st == nil)
	}
}
