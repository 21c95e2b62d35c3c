// Receivers written in every way, and methods reached by every path.
package main

import "fmt"

type T struct{ n int }
type Alias = T
type Pointer = *T
type Chain = Pointer
type Paren = (*(T))

func (t T) Value() int         { return t.n }
func (t *T) Inc()              { t.n++ }
func (a Alias) ByAlias() int   { return a.n * 10 }
func (a *Alias) IncAlias()     { a.n += 10 }
func (p Pointer) ByPointer()   { p.n += 100 }
func (p Chain) ByChain()       { p.n += 1000 }
func (p Paren) ByParen()       { p.n += 10000 }
func (p (*T)) InParen()        { p.n += 100000 }
func (p (T)) ValueParen() int  { return p.n % 10 }

type mid struct {
	*T
	name string
}
type val struct{ T }
type deep struct{ *mid }
type flat struct{ val }
type mixed struct{ deep }

type incs interface {
	Inc()
	Value() int
}
type all interface {
	incs
	ByPointer()
	ByChain()
	ByParen()
	InParen()
	IncAlias()
	ByAlias() int
}

func main() {
	t := T{}
	t.Inc()
	t.IncAlias()
	t.ByPointer()
	t.ByChain()
	t.ByParen()
	t.InParen()
	fmt.Println(t.Value(), t.ByAlias(), t.ValueParen())
	var a all = &t
	a.ByPointer()
	a.ByChain()
	a.ByParen()
	a.InParen()
	fmt.Println(a.Value())
	_, isAll := any(t).(all)
	_, isIncs := any(t).(incs)
	fmt.Println(isAll, isIncs)

	m := mid{&T{1}, "m"}
	m.Inc()
	pm := &m
	pm.Inc()
	d := deep{pm}
	d.Inc()
	x := mixed{d}
	x.Inc()
	px := &x
	px.IncAlias()
	v := val{T{5}}
	v.Inc()
	f := flat{v}
	f.Inc()
	pf := &f
	pf.Inc()
	fmt.Println(m.Value(), d.Value(), x.Value(), px.Value(), v.Value(), f.Value(), pf.Value())

	// Method values take their receiver when they are made.
	inc, value := x.Inc, x.Value
	inc()
	was := value()
	m.T = &T{50}
	inc()
	fmt.Println(was, value(), x.Value(), d.T.n)
	vi, vv := f.Inc, f.Value
	vi()
	fmt.Println(f.Value(), vv())
	fmt.Println(mixed.Value(x), (*mixed).Value(px), deep.ByAlias(d), (*flat).Value(pf), flat.Value(f))
	mixed.Inc(x)
	(*flat).Inc(pf)
	(*mixed).ByPointer(px)
	fmt.Println(x.n, f.n)
	for _, i := range []incs{&t, m, pm, d, &d, x, px, &v, &f} {
		i.Inc()
		fmt.Print(i.Value(), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(x.Value(), recover()) }()
	defer x.Inc()
	defer m.Inc()
	defer pf.Inc()
	go d.Value()
	fs := map[string]func(){"x": x.Inc, "d": d.Inc, "f": f.Inc}
	fs["x"]()
	fs["d"]()
	fs["f"]()
	fmt.Println(x.n, f.n)
	var none mixed
	none.Inc()
}
