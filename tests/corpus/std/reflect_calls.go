// Calls, methods and functions made by reflection; types made while the program runs.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Name() string
}
type Rect struct{ W, H float64 }

func (r Rect) Area() float64            { return r.W * r.H }
func (r Rect) Name() string             { return "rect" }
func (r *Rect) Scale(k float64, n ...int) int { r.W *= k; r.H *= k; return len(n) }

type Big struct{ a, b, c, d, e, f, g, h, i, j int }

func (b Big) Sum(s string, more Big) (int, Big, error) {
	return b.a + b.j + more.c, Big{a: b.b, j: 99}, errors.New(s)
}

type small int8

func (s small) Neg() small { return -s }

type Outer struct {
	*Rect
	Big
	Shape Shape
}

func add(a, b int) int                        { return a + b }
func join(sep string, parts ...string) string { return strings.Join(parts, sep) }
func many(a int8, b float32, c complex128, d []int, e map[string]int, f [3]int16, g struct{ x, y string }, h any, i error, j chan int) (int8, float32, complex128, []int, map[string]int, [3]int16, struct{ x, y string }, any, error, chan int) {
	return a, b, c, d, e, f, g, h, i, j
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	v := reflect.ValueOf(add)
	fmt.Println(v.Call([]reflect.Value{reflect.ValueOf(2), reflect.ValueOf(3)})[0].Int())
	j := reflect.ValueOf(join)
	fmt.Println(j.Call([]reflect.Value{reflect.ValueOf("-"), reflect.ValueOf("a"), reflect.ValueOf("b")})[0], j.Call([]reflect.Value{reflect.ValueOf("-")})[0].Len())
	fmt.Println(j.CallSlice([]reflect.Value{reflect.ValueOf("+"), reflect.ValueOf([]string{"x", "y"})})[0])
	out := reflect.ValueOf(many).Call([]reflect.Value{reflect.ValueOf(int8(-5)), reflect.ValueOf(float32(1.5)), reflect.ValueOf(2i), reflect.ValueOf([]int{1}), reflect.ValueOf(map[string]int{"k": 1}), reflect.ValueOf([3]int16{1, -2, 3}), reflect.ValueOf(struct{ x, y string }{"p", "q"}), reflect.Zero(reflect.TypeFor[any]()), reflect.ValueOf(errors.New("e")), reflect.ValueOf((chan int)(nil))})
	for _, o := range out {
		fmt.Println(o.Type(), o)
	}
	r := &Rect{2, 3}
	rv := reflect.ValueOf(r)
	for i := range rv.NumMethod() {
		fmt.Println(rv.Type().Method(i).Name, rv.Type().Method(i).Type, rv.Method(i).Type())
	}
	fmt.Println(rv.MethodByName("Area").Call(nil)[0], rv.Elem().MethodByName("Name").Call(nil)[0], rv.MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(2.0), reflect.ValueOf(1), reflect.ValueOf(2)})[0], *r)
	area := rv.MethodByName("Area").Interface().(func() float64)
	scale := rv.MethodByName("Scale").Interface().(func(float64, ...int) int)
	fmt.Println(area(), scale(0.5), area(), *r)
	fmt.Println(rv.Type().Method(0).Func.Call([]reflect.Value{rv})[0])
	f := rv.Type().Method(0).Func.Interface().(func(*Rect) float64)
	fmt.Println(f(&Rect{5, 6}))
	b := reflect.ValueOf(Big{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
	for _, o := range b.MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf("err"), b}) {
		fmt.Println(o)
	}
	fmt.Println(reflect.ValueOf(small(5)).Method(0).Call(nil)[0].Int())
	o := reflect.ValueOf(Outer{Rect: r, Shape: Rect{7, 8}})
	fmt.Println(o.NumMethod(), o.MethodByName("Area").Call(nil)[0], o.FieldByName("Shape").MethodByName("Area").Call(nil)[0], o.FieldByName("W"), o.FieldByName("Shape").NumMethod())
	fmt.Println(o.MethodByName("Nope").IsValid(), reflect.TypeOf(r).Implements(reflect.TypeFor[Shape]()), reflect.TypeOf(3).Implements(reflect.TypeFor[Shape]()))

	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	reflect.ValueOf(&intSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(intSwap), swap))
	fmt.Println(intSwap(1, 2))
	var strSwap func(string, Big) (Big, string)
	reflect.ValueOf(&strSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(strSwap), swap))
	fmt.Println(strSwap("s", Big{c: 3}))
	less := reflect.MakeFunc(reflect.TypeFor[func(i, j int) bool](), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(in[0].Int() > in[1].Int())}
	}).Interface().(func(i, j int) bool)
	x := []int{0, 1, 2, 3}
	sort.Slice(x, func(i, j int) bool { return less(x[i], x[j]) })
	fmt.Println(x)

	try("few", func() { v.Call(nil) })
	try("many", func() { v.Call(make([]reflect.Value, 3)) })
	try("type", func() { v.Call([]reflect.Value{reflect.ValueOf("x"), reflect.ValueOf(1)}) })
	try("zero", func() { v.Call(make([]reflect.Value, 2)) })
	try("variadic", func() { j.Call([]reflect.Value{reflect.ValueOf("x"), reflect.ValueOf(1)}) })
	try("nil", func() { reflect.ValueOf((func())(nil)).Call(nil) })
	try("kind", func() { reflect.ValueOf(1).Call(nil) })
	try("callee", func() { reflect.ValueOf(func() { panic("inside") }).Call(nil) })
	try("CallSlice", func() { v.CallSlice(nil) })
	try("return count", func() {
		reflect.MakeFunc(reflect.TypeOf(add), func([]reflect.Value) []reflect.Value { return nil }).Interface().(func(int, int) int)(1, 2)
	})
	defer reflect.ValueOf(fmt.Println).Call([]reflect.Value{reflect.ValueOf("deferred")})
	done := make(chan int)
	go reflect.ValueOf(func(c chan int) { c <- 7 }).Call([]reflect.Value{reflect.ValueOf(done)})
	fmt.Println(<-done)

	// generic walk
	var walk func(reflect.Value, int)
	walk = func(v reflect.Value, d int) {
		pad := strings.Repeat(" ", d)
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				fmt.Println(pad+f.Name, f.Type, f.Tag.Get("json"), f.Anonymous, f.IsExported(), f.Index, f.Offset)
				walk(v.Field(i), d+1)
			}
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem(), d+1)
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i), d+1)
			}
		case reflect.Map:
			keys := v.MapKeys()
			sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
			for _, k := range keys {
				fmt.Println(pad, k)
				walk(v.MapIndex(k), d+1)
			}
		default:
			fmt.Println(pad, v, v.CanInterface(), v.CanSet(), v.CanAddr())
		}
	}
	type node struct {
		Name string `json:"name,omitempty"`
		kids []*node
		M    map[string]any
		A    [2]uint8
	}
	walk(reflect.ValueOf(&node{Name: "r", kids: []*node{{Name: "k"}}, M: map[string]any{"z": 1, "a": []string{"q"}}}), 0)
	for _, f := range reflect.VisibleFields(reflect.TypeOf(Outer{})) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	st := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(0), Tag: `x:"1"`}, {Name: "B", Type: reflect.TypeOf("")}, {Name: "C", Type: reflect.TypeOf([]byte{})}, {Name: "D", Type: reflect.TypeOf(map[string]float64{})}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(5)
	sv.Field(1).SetString("s")
	sv.Field(3).Set(reflect.MakeMap(sv.Field(3).Type()))
	sv.Field(3).SetMapIndex(reflect.ValueOf("pi"), reflect.ValueOf(3.14))
	fmt.Printf("%v %+v %v\n", st, sv, sv.Interface())
	mt := reflect.MapOf(reflect.TypeOf(small(0)), st)
	mv := reflect.MakeMap(mt)
	for i := range 20 {
		mv.SetMapIndex(reflect.ValueOf(small(i)), sv)
	}
	mv.SetMapIndex(reflect.ValueOf(small(3)), reflect.Value{})
	fmt.Println(mt, mv.Len(), mv.MapIndex(reflect.ValueOf(small(3))).IsValid(), mv.MapIndex(reflect.ValueOf(small(4))))
	at := reflect.ArrayOf(5, st)
	av := reflect.New(at).Elem()
	av.Index(2).Set(sv)
	fmt.Println(at, av.Len(), av.Index(2), av.Slice(1, 3).Len(), reflect.DeepEqual(av.Interface(), av.Interface()))
}
