// Types, fields, values and what they refuse.
package main

import (
	"fmt"
	"reflect"
)

type Inner struct {
	A int `json:"a,omitempty" x:"y"`
	b string
}
type T struct {
	Inner
	N  int8
	S  []string
	M  map[string]int
	F  func(int) string
	P  *Inner
	I  any
	E  error
	c  chan int
}

func (t T) Hello(s string) string  { return "hello " + s + t.b }
func (t *T) Set(n int8)            { t.N = n }
func (t T) unexported()            {}
func (i Inner) Get() int           { return i.A }

func main() {
	t := reflect.TypeOf(T{})
	fmt.Println(t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.NumField(), t.NumMethod(), reflect.TypeOf(&T{}).NumMethod())
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Printf("%+v %v %v\n", f.Name, f.Type, f)
	}
	for i := range reflect.TypeOf(&T{}).NumMethod() {
		m := reflect.TypeOf(&T{}).Method(i)
		fmt.Println(m.Name, m.Type, m.Index, m.PkgPath)
	}
	v := reflect.ValueOf(&T{Inner: Inner{1, "x"}, N: 3}).Elem()
	v.Field(1).SetInt(42)
	v.FieldByName("S").Set(reflect.ValueOf([]string{"p", "q"}))
	v.FieldByName("A").SetInt(7)
	v.FieldByName("I").Set(reflect.ValueOf(3.5))
	m := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(9))
	v.FieldByName("M").Set(m)
	fmt.Printf("%+v\n", v.Interface())
	fmt.Println(v.FieldByName("M").MapIndex(reflect.ValueOf("k")), v.FieldByName("M").MapKeys()[0])
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(1, int8(1)))
	fmt.Println(reflect.SliceOf(t), reflect.MapOf(reflect.TypeOf(""), t), reflect.PointerTo(reflect.PointerTo(t)), reflect.ArrayOf(3, t).Size(), reflect.FuncOf([]reflect.Type{t}, []reflect.Type{t}, false), reflect.ChanOf(reflect.RecvDir, t))
	fmt.Println(reflect.TypeOf([]int{}) == reflect.SliceOf(reflect.TypeOf(0)), reflect.TypeFor[error](), reflect.TypeFor[error]().Kind())
	s := reflect.Append(reflect.ValueOf([]int{1}), reflect.ValueOf(2), reflect.ValueOf(3))
	fmt.Println(s, s.Len(), s.Index(1), s.Slice(1, 2))
	fmt.Println(reflect.ValueOf(3).Convert(reflect.TypeOf(2.5)), reflect.ValueOf("é").Convert(reflect.TypeOf([]byte{})))
	func() { defer func() { fmt.Println(recover()) }(); reflect.ValueOf("x").Int() }()
	func() { defer func() { fmt.Println(recover()) }(); reflect.ValueOf(3).SetInt(4) }()
	func() { defer func() { fmt.Println(recover()) }(); v.FieldByName("b").SetString("") }()
	func() { defer func() { fmt.Println(recover()) }(); v.FieldByName("S").Set(reflect.ValueOf(1)) }()
	func() { defer func() { fmt.Println(recover()) }(); reflect.Value{}.Type() }()
	for k, x := range reflect.ValueOf([]string{"i", "j"}).Seq2() {
		fmt.Println(k, x)
	}
}
