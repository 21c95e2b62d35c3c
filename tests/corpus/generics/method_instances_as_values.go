// Instances of generic methods as method values and method expressions: with value and pointer receivers,
// promoted, through pointers, with results and parameters of several words.
package main

import "fmt"

type Logger struct{ n int }

func (l *Logger) Log[T any](x T) T              { l.n++; return x }
func (l Logger) Val[T any](x T) (int, T)        { return l.n, x }
func (l Logger) Many[A, B any](a A, b ...B) int { return l.n + len(b) }

type Service struct {
	*Logger
	name string
}

type Deep struct{ Service }

type Box[T any] struct{ x T }

func (b Box[T]) With[U any](u U) (T, U) { return b.x, u }
func (b *Box[T]) Set[U any](t T, u U) U { b.x = t; return u }

type Outer[T any] struct {
	Box[T]
	more string
}

func call[T, R any](f func(T) R, x T) R { return f(x) }

func main() {
	l := &Logger{}
	sv := Service{l, "svc"}
	d := Deep{sv}
	a := l.Log[string]
	b := sv.Log[rune]
	c := d.Log[[]int]
	fmt.Println(a("text"), b('q'), c([]int{1, 2, 3}), l.n)
	v, w, x := l.Val[string], sv.Val[any], d.Val[[2]string]
	l.n = 50
	fmt.Println(v("bound before"))
	fmt.Println(w(nil))
	fmt.Println(x([2]string{"a", "b"}))
	m := d.Many[int, string]
	fmt.Println(m(1), m(1, "a", "b"))

	e1, e2, e3 := (*Logger).Log[float64], Service.Log[string], (*Deep).Log[any]
	fmt.Println(e1(l, 1.5), e2(sv, "s"), e3(&d, [1]int{7}), l.n)
	f1, f2, f3 := Logger.Val[bool], (*Logger).Val[string], Deep.Val[[]byte]
	fmt.Println(f1(Logger{3}, true))
	fmt.Println(f2(l, "through a pointer"))
	fmt.Println(f3(d, []byte("xyz")))
	fmt.Printf("%T %T %T %T\n", a, e1, e2, f3)

	bx := Box[string]{"in the box"}
	o := Outer[string]{bx, ""}
	g, h := bx.With[int], o.With[[]string]
	fmt.Println(g(5))
	fmt.Println(h([]string{"p", "q"}))
	s, t := o.Set[any], (&bx).Set[error]
	fmt.Println(s("new", 2.5), t("other", nil), o.x, bx.x)
	k1, k2, k3 := Box[int].With[string], (*Outer[int]).With[bool], Outer[int].With[int8]
	fmt.Println(k1(Box[int]{4}, "k"))
	fmt.Println(k2(&Outer[int]{Box[int]{5}, ""}, true))
	fmt.Println(k3(Outer[int]{Box[int]{6}, ""}, -1))
	k4 := (*Outer[string]).Set[string]
	fmt.Println(k4(&o, "set", "u"), o.x)

	fmt.Println(call(l.Log[int], 3), call(sv.Log, "inferred"), call(bx.Set2, 1))
	var fn func(string) string = l.Log
	fmt.Println(fn("from the target"), l.n)
	defer sv.Log("deferred")
	fs := []func(int) int{l.Log[int], d.Log[int], sv.Log[int]}
	for i, f := range fs {
		fmt.Print(f(i), " ")
	}
	fmt.Println(l.n)
}

func (b Box[T]) Set2[U any](u U) string { return fmt.Sprint(b.x, u) }
