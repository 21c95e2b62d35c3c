// Values of every kind, alone, in structs and in arrays, go through every place that stores values: channels with
// and without buffer, select, maps as keys and elements, interfaces, pointers, slices, variadic and deferred
// arguments, captured variables, results, and come out as they went in.
package main

import (
	"fmt"
	"math"
	"reflect"
)

type pair[T any] struct {
	first  int8
	value  T
	second T
	last   bool
}

type wide[T any] struct {
	a, b, c, d, e, f, g, h T
	n                      int
}

var failures int

func same[T comparable](where string, got, want T) {
	// Floats that are not numbers are equal to nothing.
	if got != want && got == got || fmt.Sprint(got) != fmt.Sprint(want) {
		failures++
		fmt.Printf("%s: %T %v, not %v\n", where, got, got, want)
	}
}

//go:noinline
func results[T any](x T) (int16, T, T) { return -1, x, x }

func variadic[T any](xs ...T) T { return xs[len(xs)-1] }

func through[T comparable](v T) {
	c := make(chan T, 2)
	c <- v
	same("buffer", <-c, v)
	u := make(chan T)
	go func() { u <- v }()
	same("hand-off", <-u, v)
	r := make(chan T)
	go func() { r <- <-u }()
	u <- v
	x, ok := <-r
	same("direct", x, v)
	select {
	case c <- v:
	default:
	}
	select {
	case x, ok = <-c:
	}
	same("select", x, v)
	go func() {
		select {
		case u <- v:
		case <-r:
		}
	}()
	select {
	case x = <-u:
	case <-r:
	}
	same("select that waits", x, v)
	full := make(chan T, 1)
	full <- v
	go func() { full <- v }()
	<-full
	same("moved up", <-full, v)

	m := map[string]T{"a": v}
	same("element", m["a"], v)
	x, ok = m["a"]
	same("element, ok", x, v)
	for _, e := range m {
		same("range over a map", e, v)
	}
	k := map[T]int{v: 1}
	for e := range k {
		same("key", e, v)
	}
	if v == v && k[v] != 1 {
		same("lookup", k[v], 1)
	}
	var i any = v
	same("interface", i.(T), v)
	x, ok = i.(T)
	same("interface, ok", x, v)
	if v == v {
		same("equal in interfaces", i == any(v), ok)
	}
	p := new(T)
	*p = v
	same("pointer", *p, v)
	s := append([]T{x}, v, v)
	same("append", s[2], v)
	copy(s, s[1:])
	same("copy", s[0], v)
	for _, e := range s[1:] {
		same("range", e, v)
	}
	var a [3]T
	a[len(s)-1] = v
	b := a
	same("array", b[2], v)
	n, y, z := results(v)
	same("result", y, v)
	same("last result", z, v)
	same("first result", n, -1)
	same("variadic", variadic(*new(T), v), v)
	func() {
		defer func(n int8, x T, m int8) {
			same("deferred argument", x, v)
			same("deferred neighbours", n+m, -3)
		}(-1, v, -2)
	}()
	done := make(chan bool)
	go func(x T) {
		same("argument of go", x, v)
		done <- true
	}(v)
	<-done
	captured := *new(T)
	set := func(x T) func() T { captured = x; return func() T { return captured } }
	same("captured", set(v)(), v)
	same("captured by value", func() T { return v }(), v)
	same("reflection", reflect.ValueOf(v).Interface().(T), v)
	rv := reflect.ValueOf(&captured).Elem()
	rv.Set(reflect.ValueOf(v))
	same("set by reflection", captured, v)
	rc := reflect.ValueOf(c)
	rc.Send(reflect.ValueOf(v))
	got, _ := rc.Recv()
	same("sent by reflection", got.Interface().(T), v)
	same("mapped by reflection", reflect.ValueOf(m).MapIndex(reflect.ValueOf("a")).Interface().(T), v)
	same("called by reflection", reflect.ValueOf(results[T]).Call([]reflect.Value{reflect.ValueOf(v)})[1].Interface().(T), v)
}

func all[T comparable](vs ...T) {
	for _, v := range vs {
		through(v)
		through(pair[T]{-1, v, v, true})
		through([1]T{v})
		through([3]T{v, *new(T), v})
		through(wide[T]{v, v, v, v, v, v, v, v, -1})
		through([2]T{v, *new(T)})
	}
}

type small struct{ a, b int16 }

func main() {
	all(true)
	all[int8](-128, 127)
	all[int16](math.MinInt16, -2)
	all[int32](math.MinInt32, -3)
	all[int64](math.MinInt64, -4)
	all(math.MinInt, -5)
	all[uint8](255)
	all[uint16](65535)
	all[uint32](math.MaxUint32)
	all[uint64](math.MaxUint64)
	all[uintptr](1 << 63)
	all[float32](-0.1, math.MaxFloat32)
	all(-0.1, math.Inf(-1), math.Copysign(0, -1), math.NaN())
	all[complex64](complex(-1.5, 2.5))
	all(complex(1e300, -1e-300))
	all("", "text")
	all[any](int16(-7), "x", small{-1, -2}, [2]int32{-1, -2})
	all[error](fmt.Errorf("an error"))
	all(&failures)
	all(small{-1, 32767})
	all(struct{}{})
	fmt.Println(failures, "failures")
}
