// Types that reflection makes: their texts, their layouts, that they are one with the written ones, and that a
// collection finds what is in their values.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"unsafe"
)

type named []int
type Key struct {
	A string
	P *int
}
type fn func(int, ...string) (bool, error)

func layout(t reflect.Type) {
	fmt.Print(t, " ", t.Kind(), " ", t.Size(), " ", t.Align(), " ", t.Comparable(), " name ", t.Name() != "")
	if t.Kind() == reflect.Struct {
		for i := range t.NumField() {
			f := t.Field(i)
			fmt.Print("; ", f.Name, " ", f.Offset, " ", f.Index, " ", f.Anonymous, " ", f.PkgPath, " ", f.Tag)
		}
	}
	fmt.Println()
}

func same(name string, t, u reflect.Type) { fmt.Println(name, t == u, t) }

func main() {
	integer, text, pointer := reflect.TypeFor[int](), reflect.TypeFor[string](), reflect.TypeFor[*int]()
	// One with the written ones, never with a named one of the same shape.
	same("slice", reflect.SliceOf(integer), reflect.TypeFor[[]int]())
	fmt.Println(reflect.SliceOf(integer) == reflect.TypeFor[named]())
	same("array", reflect.ArrayOf(3, text), reflect.TypeFor[[3]string]())
	same("map", reflect.MapOf(text, integer), reflect.TypeFor[map[string]int]())
	same("pointer", reflect.PointerTo(pointer), reflect.TypeFor[**int]())
	same("func", reflect.FuncOf([]reflect.Type{integer, reflect.TypeFor[[]string]()}, []reflect.Type{reflect.TypeFor[bool](), reflect.TypeFor[error]()}, true), reflect.TypeFor[func(int, ...string) (bool, error)]())
	fmt.Println(reflect.FuncOf(nil, nil, false) == reflect.TypeFor[fn](), reflect.TypeFor[fn]().ConvertibleTo(reflect.TypeFor[func(int, ...string) (bool, error)]()))
	same("made twice", reflect.ArrayOf(77, pointer), reflect.ArrayOf(77, pointer))
	fmt.Println(reflect.ArrayOf(77, pointer) == reflect.ArrayOf(78, pointer), reflect.ArrayOf(77, pointer) == reflect.ArrayOf(77, integer))
	for _, dir := range []reflect.ChanDir{reflect.RecvDir, reflect.SendDir, reflect.BothDir} {
		for _, of := range []reflect.Type{integer, reflect.TypeFor[<-chan int](), reflect.TypeFor[chan<- int](), reflect.TypeFor[chan bool](), reflect.TypeFor[func()]()} {
			c := reflect.ChanOf(dir, of)
			fmt.Println(c, c.ChanDir(), c.Elem(), c == reflect.ChanOf(dir, of))
		}
	}
	for _, n := range []int{0, 1, 2, 5, 100} {
		for _, of := range []reflect.Type{integer, reflect.TypeFor[bool](), text, reflect.TypeFor[Key](), reflect.TypeFor[struct{}](), reflect.TypeFor[[0]func()](), reflect.TypeFor[any]()} {
			layout(reflect.ArrayOf(n, of))
		}
	}
	field := func(name string, t reflect.Type, tag string) reflect.StructField {
		return reflect.StructField{Name: name, Type: t, Tag: reflect.StructTag(tag)}
	}
	layout(reflect.StructOf(nil))
	layout(reflect.StructOf([]reflect.StructField{field("A", reflect.TypeFor[bool](), "")}))
	layout(reflect.StructOf([]reflect.StructField{field("A", reflect.TypeFor[bool](), `json:"a"`), field("B", integer, ""), field("C", reflect.TypeFor[uint16](), `x:"1" y:"2"`)}))
	layout(reflect.StructOf([]reflect.StructField{field("A", integer, ""), field("Z", reflect.TypeFor[struct{}](), "")}))
	layout(reflect.StructOf([]reflect.StructField{{Name: "Key", Type: reflect.TypeFor[Key](), Anonymous: true}, field("F", reflect.TypeFor[[3]*int](), "")}))
	layout(reflect.StructOf([]reflect.StructField{{Name: "low", PkgPath: "main", Type: integer}, field("E", reflect.TypeFor[[0]int](), "")}))
	same("struct", reflect.StructOf([]reflect.StructField{field("X", integer, ""), field("Y", text, `t:"u"`)}), reflect.TypeOf(struct {
		X int
		Y string `t:"u"`
	}{}))

	// Values of them through collections.
	pair := reflect.StructOf([]reflect.StructField{field("N", integer, ""), field("P", reflect.TypeFor[[2]Key](), ""), field("B", reflect.TypeFor[byte](), "")})
	array := reflect.ArrayOf(5, pair)
	v := reflect.New(array).Elem()
	kept := reflect.MakeMap(reflect.MapOf(reflect.ArrayOf(2, reflect.TypeFor[Key]()), array))
	for i := range 5 {
		for j := range 2 {
			p := new(int)
			*p = 10*i + j
			v.Index(i).Field(1).Index(j).Set(reflect.ValueOf(Key{fmt.Sprint("key ", i, j), p}))
		}
		v.Index(i).Field(0).SetInt(int64(i))
		v.Index(i).Field(2).SetUint(uint64(200 + i))
		key := reflect.New(reflect.ArrayOf(2, reflect.TypeFor[Key]())).Elem()
		key.Index(0).Field(0).SetString(fmt.Sprint("k", i))
		kept.SetMapIndex(key, v)
	}
	var junk [][]byte
	for round := range 4 {
		runtime.GC()
		for range 200 {
			junk = append(junk, make([]byte, 64))
		}
		junk = junk[:0]
		sum := 0
		for i := range 5 {
			for j := range 2 {
				k := v.Index(i).Field(1).Index(j).Interface().(Key)
				sum += *k.P + len(k.A)
			}
		}
		for _, k := range kept.MapKeys() {
			e := kept.MapIndex(k)
			for i := range 5 {
				for j := range 2 {
					if key := e.Index(i).Field(1).Index(j).Interface().(Key); key.P != nil {
						sum += *key.P
					}
				}
			}
		}
		fmt.Println(round, sum, kept.Len())
	}
	fmt.Println(v.Interface() == v.Interface(), unsafe.Sizeof(Key{}))
	func() {
		defer func() { fmt.Println(recover()) }()
		a := reflect.New(reflect.ArrayOf(2, reflect.TypeFor[any]())).Elem()
		a.Index(0).Set(reflect.ValueOf([]int{1}))
		fmt.Println(a.Interface() == a.Interface())
	}()
	for _, f := range []func(){
		func() { reflect.ArrayOf(-1, integer) },
		func() { reflect.MapOf(reflect.TypeFor[[]int](), integer) },
		func() { reflect.FuncOf([]reflect.Type{integer}, nil, true) },
		func() { reflect.StructOf([]reflect.StructField{field("A", integer, ""), field("A", integer, "")}) },
		func() { reflect.StructOf([]reflect.StructField{{Name: "", Type: integer}}) },
		func() { reflect.StructOf([]reflect.StructField{{Name: "low", Type: integer}}) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
