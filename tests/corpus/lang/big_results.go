// Fields, elements and methods of big values that are nobody's variable: results of calls, of
// conversions, assertions, receives and literals.
package main

import "fmt"

type inner struct {
	a, b int
	s    string
	list [4]int
}

type outer struct {
	head  int
	in    inner
	other inner
	p     *inner
	tail  string
}

type alias outer

type wrapped struct {
	n int
	o outer
	m int
}

func wrap(n int) wrapped { return wrapped{n, make1(n), -n} }

func make1(n int) outer {
	in := inner{n, n + 1, fmt.Sprint(n), [4]int{n, n * 2, n * 3, n * 4}}
	return outer{n, in, inner{a: -n, b: -1, s: "other", list: [4]int{9, 8, 7, 6}}, &in, "tail"}
}

func make2(n int) (outer, error) { return make1(n), nil }

func array(n int) [3]outer { return [3]outer{make1(n), make1(n + 1), make1(n + 2)} }

func (o outer) sum() int   { return o.head + o.in.b + o.other.list[3] }
func (i inner) last() int  { return i.list[3] }
func (i inner) self() inner { return i }
func (a alias) end() string { return a.tail }

func main() {
	one := 1
	fmt.Println(make1(1).head, make1(2).in.b, make1(3).other.s, make1(4).tail, make1(5).p.b)
	fmt.Println(make1(6).in.list[one], make1(7).other.list[3], make1(8).in.list, len(make1(9).in.list))
	fmt.Println(array(1)[2].head, array(2)[one].other.b, array(3)[1].in.list[2], array(4)[one].tail)
	fmt.Println(make1(1).sum(), make1(2).in.last(), make1(3).other.last(), make1(4).p.last(), make1(5).in.self().list)
	fmt.Println(alias(make1(1)).end(), alias(make1(2)).other.a, outer(alias(make1(3))).other.list[one])

	ch := make(chan outer, 2)
	ch <- make1(10)
	ch <- make1(11)
	fmt.Println((<-ch).other.list[2], (<-ch).in.s)
	var x any = make1(12)
	fmt.Println(x.(outer).tail, x.(outer).other.b, x.(outer).in.list[one])
	m := map[string]outer{"a": make1(13)}
	fmt.Println(m["a"].other.s, m["b"].other.s == "", m["a"].in.list[one+1], m["none"].in.list[one])
	fmt.Println(outer{tail: "t", other: inner{b: 4}}.other.b, [2]outer{1: make1(14)}[one].other.list[1])
	f := make1(15).other.last
	g := make1(16).sum
	fmt.Println(f(), g(), func() outer { return make1(17) }().other.a)
	fmt.Println((*make1(18).p).list[one], *&make1(19).p.s)
	p := &[]outer{make1(20)}[0]
	fmt.Println(p.other.b, (*p).tail, (*p).in.list[one:])
	for _, v := range make1(21).other.list {
		fmt.Print(v, " ")
	}
	for i, v := range array(22) {
		fmt.Print(i, v.head, v.other.b, v.tail, " ")
	}
	fmt.Println()
	switch make1(23).other {
	case make1(23).other:
		fmt.Println("equal", make1(24).in == make1(24).in, make1(25).in != make1(25).other)
	}
	defer fmt.Println(make1(26).other.b, make1(26).tail)
	func(o outer, s ...inner) { fmt.Println(o.other.b, s[1].list[2]) }(make1(27), make1(28).in, make1(29).other)
	w := wrap(31)
	fmt.Println(wrap(32).o.other.b, wrap(33).o.tail, wrap(34).o.in.list[one], wrap(35).o.in.s, wrap(36).m)
	fmt.Println(w.o.other.b, w.o.tail, w.o.in.list[one], any(w).(wrapped).o.in.b, w.o.sum(), wrap(37).o.p.s)
	w.o.other.b, w.o.in.list[one], w.o.tail = 5, 6, "seven"
	q := w
	w.o.other.b++
	fmt.Println(q.o.other.b, w.o.other.b, q.o.in.list, q.o.tail, q.n, q.m)
	v, _ := make2(30)
	fmt.Println(v.other.list, v.tail)
}
