package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface {
	Shape
	fmt.Stringer
}
type Rect struct{ w, h float64 }
type Circle struct{ r float64 }

func (r Rect) Area() float64       { return r.w * r.h }
func (r Rect) Perimeter() float64  { return 2 * (r.w + r.h) }
func (r Rect) String() string      { return fmt.Sprintf("Rect(%gx%g)", r.w, r.h) }
func (c *Circle) Area() float64    { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }

type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprint("code ", e.code) }

func fail(n int) error {
	switch n {
	case 0:
		return nil
	case 1:
		return &MyErr{1}
	case 2:
		return fmt.Errorf("ctx: %w", &MyErr{2})
	case 3:
		return errors.Join(io.EOF, &MyErr{3})
	}
	var e *MyErr
	return e
}

func describe(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("ints ", len(v))
	case error:
		return "error " + v.Error()
	case Shape:
		return fmt.Sprintf("shape %.1f", v.Area())
	case func() int:
		return fmt.Sprint("func ", v())
	case *int:
		return fmt.Sprint("ptr ", *v)
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	case bool:
		if v {
			return "yes"
		}
	default:
		return fmt.Sprintf("? %T", v)
	}
	return "no"
}

type Visitor interface{ Visit(int) Visitor }
type vf func(int) Visitor

func (f vf) Visit(n int) Visitor { return f(n) }

type empty struct{}
type W struct{ io.Writer }

func main() {
	shapes := []Shape{Rect{2, 3}, &Circle{1}, &Rect{1, 1}}
	for _, s := range shapes {
		fmt.Printf("%T %.1f %.1f", s, s.Area(), s.Perimeter())
		if n, ok := s.(Named); ok {
			fmt.Print(" ", n.String())
		}
		fmt.Println()
	}
	n := 3
	for _, x := range []any{nil, 1, int64(2), int8(3), "s", []int{1}, errors.New("e"), Rect{1, 2}, func() int { return 7 }, &n, map[string]int{}, struct{ X int }{4}, true, false, 2.5, make(chan int)} {
		fmt.Println(describe(x))
	}
	for i := range 5 {
		err := fail(i)
		var me *MyErr
		fmt.Println(err == nil, errors.As(err, &me), me != nil && me.code == i, errors.Is(err, io.EOF))
		if err != nil && i < 4 {
			fmt.Printf("%v|%q\n", err, err.Error())
		}
	}
	var s Shape
	fmt.Println(s == nil, s != Shape(Rect{}), shapes[0] == Shape(Rect{2, 3}), shapes[1] == shapes[1])
	var a, b any = 1, 1.0
	fmt.Println(a == b, a == any(1), b == 1.0, a == 1)
	var e any = empty{}
	fmt.Println(e == any(empty{}))
	calls := 0
	var v Visitor
	v = vf(func(n int) Visitor { calls += n; return nil })
	fmt.Println(v.Visit(5) == nil, calls)
	w := W{os.Stdout}
	fmt.Fprintf(w, "through %s\n", "embedding")
	m := Shape.Area
	fmt.Println(m(Rect{3, 3}))
	if _, ok := any(w).(io.Reader); !ok {
		fmt.Println("no reader")
	}
	var st fmt.Stringer = Rect{1, 2}
	switch x := st.(type) {
	case Rect:
		x.w = 50
		fmt.Println(x, st)
	}
}
