// Every kind of value, conversions, what each method refuses, iterators, deep equality.
package main

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"unsafe"
)

type celsius float64
type words []string
type pair struct{ A, B int }
type pair2 struct {
	A int `t:"1"`
	B int
}
type stringer struct{ s string }

func (s stringer) String() string { return "<" + s.s + ">" }

type loop struct {
	Next *loop
	V    int
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			_, isValueError := r.(*reflect.ValueError)
			fmt.Println(name, "panics:", r, isValueError)
		}
	}()
	f()
}

func main() {
	ints := []any{true, 1, int8(-2), int16(3), int32(4), int64(5), uint(6), uint8(7), uint16(8), uint32(9), uint64(10), uintptr(11), float32(1.5), 2.5, complex64(1i), 2i, "str", []byte("b"), []rune("r"), [2]int{1, 2}, map[string]int{"a": 1}, pair{1, 2}, &pair{3, 4}, celsius(3), words{"w"}, stringer{"x"}, error(nil), any(nil), func() {}, make(chan int), struct{}{}, unsafe.Pointer(nil)}
	types := []reflect.Type{}
	for _, x := range ints {
		v := reflect.ValueOf(x)
		if !v.IsValid() {
			fmt.Println("invalid", v.Kind(), v)
			continue
		}
		t := v.Type()
		types = append(types, t)
		fmt.Print(t, " ", t.Kind(), " ", t.Name(), " ", t.PkgPath(), " ", t.Size(), " ", t.Align(), " ", t.Comparable(), " ", v.CanInt(), v.CanUint(), v.CanFloat(), v.CanComplex(), " ", v.IsZero(), " ", t.CanSeq(), t.CanSeq2(), " ", v.String())
		if k := t.Kind(); k >= reflect.Int && k <= reflect.Complex128 {
			fmt.Print(" ", t.Bits())
		}
		if t.Kind() != reflect.Func && t.Kind() != reflect.Chan {
			fmt.Print(" ", v)
			fmt.Printf(" %v %d %s %q", v, v, v, v)
		}
		fmt.Println()
	}
	for _, t := range types {
		for _, u := range types {
			fmt.Print(b(t.AssignableTo(u)), b(t.ConvertibleTo(u)))
		}
		fmt.Println()
	}
	for _, x := range []any{int64(300), int64(-1), uint64(1 << 63), 3.99, -2.5, math.Inf(1), "héllo", []byte("bytes"), []rune{0x4e16, -1}, 0x10ffff, uint(0x110000), celsius(36.6), words{"a", "b"}, pair{1, 2}} {
		v := reflect.ValueOf(x)
		for _, t := range []reflect.Type{reflect.TypeFor[int8](), reflect.TypeFor[uint16](), reflect.TypeFor[float32](), reflect.TypeFor[string](), reflect.TypeFor[[]byte](), reflect.TypeFor[[]rune](), reflect.TypeFor[celsius](), reflect.TypeFor[[]string](), reflect.TypeFor[pair2](), reflect.TypeFor[any](), reflect.TypeFor[fmt.Stringer]()} {
			if v.CanConvert(t) && x != math.Inf(1) {
				fmt.Print(t, ":", v.Convert(t), " ")
			}
		}
		fmt.Println()
	}
	s := reflect.ValueOf([]int{1, 2, 3})
	fmt.Println(s.Convert(reflect.TypeFor[[2]int]()), s.Convert(reflect.TypeFor[*[3]int]()).Elem(), s.CanConvert(reflect.TypeFor[[4]int]()))
	try("short", func() { s.Convert(reflect.TypeFor[[4]int]()) })
	try("convert", func() { s.Convert(reflect.TypeFor[string]()) })
	for k := reflect.Invalid; k <= reflect.UnsafePointer+1; k++ {
		fmt.Print(k, " ")
	}
	fmt.Println(reflect.RecvDir, reflect.SendDir, reflect.BothDir, reflect.ChanDir(0), reflect.Ptr)

	zero := reflect.Value{}
	str, num := reflect.ValueOf("s"), reflect.ValueOf(1)
	p := &struct {
		Exported, hidden int
		pair
		A []int
		M map[string]int
		S string
		P *int
		I any
		F float32
		C complex64
		B bool
		U uint8
		By []byte
		UP unsafe.Pointer
	}{}
	e := reflect.ValueOf(p).Elem()
	for name, f := range map[string]func(){"Bool": func() { str.Bool() }} {
		try(name, f)
	}
	try("Uint", func() { str.Uint() })
	try("Float", func() { str.Float() })
	try("Complex", func() { str.Complex() })
	try("Len", func() { num.Len() })
	try("Cap", func() { str.Cap() })
	try("Elem", func() { num.Elem() })
	try("Field", func() { num.Field(0) })
	try("NumField", func() { num.NumField() })
	try("Index", func() { num.Index(0) })
	try("Index range", func() { s.Index(3) })
	try("string index", func() { str.Index(1) })
	try("array index", func() { reflect.ValueOf([1]int{}).Index(-1) })
	try("field range", func() { e.Field(99) })
	try("IsNil", func() { num.IsNil() })
	try("MapKeys", func() { num.MapKeys() })
	try("MapIndex", func() { num.MapIndex(num) })
	try("MapRange", func() { num.MapRange() })
	try("Pointer", func() { num.Pointer() })
	try("Bytes", func() { num.Bytes() })
	try("Bytes of ints", func() { s.Bytes() })
	try("Slice", func() { num.Slice(0, 1) })
	try("Slice range", func() { s.Slice(2, 9) })
	try("Slice of array", func() { reflect.ValueOf([1]int{}).Slice(0, 1) })
	try("Slice3", func() { str.Slice3(0, 1, 1) })
	try("SetLen", func() { s.SetLen(1) })
	try("Set hidden", func() { e.Field(1).SetInt(1) })
	try("Interface hidden", func() { e.Field(1).Interface() })
	try("Set from hidden", func() { e.Field(0).Set(e.Field(1)) })
	try("Set zero Value", func() { e.Field(0).Set(zero) })
	try("SetString", func() { e.Field(0).SetString("x") })
	try("Method", func() { num.Method(0) })
	try("zero Interface", func() { zero.Interface() })
	try("zero Kind", func() { fmt.Println(zero.Kind(), zero.String(), zero.IsValid()) })
	try("zero Set", func() { zero.Set(num) })
	try("zero NumMethod", func() { zero.NumMethod() })
	try("zero IsZero", func() { zero.IsZero() })
	try("zero IsNil", func() { zero.IsNil() })
	try("Addr", func() { num.Addr() })
	try("Zero(nil)", func() { reflect.Zero(nil) })
	try("New(nil)", func() { reflect.New(nil) })
	try("MakeSlice", func() { reflect.MakeSlice(reflect.TypeOf(1), 0, 0) })
	try("MakeSlice len", func() { reflect.MakeSlice(s.Type(), 2, 1) })
	try("MakeMap", func() { reflect.MakeMap(s.Type()) })
	try("MapOf", func() { reflect.MapOf(s.Type(), s.Type()) })
	try("ArrayOf", func() { reflect.ArrayOf(-1, s.Type()) })
	try("type Elem", func() { num.Type().Elem() })
	try("type Field", func() { num.Type().Field(0) })
	try("type NumField", func() { num.Type().NumField() })
	try("type field range", func() { e.Type().Field(99) })
	try("type Key", func() { num.Type().Key() })
	try("type Len", func() { num.Type().Len() })
	try("type In", func() { num.Type().In(0) })
	try("type Bits", func() { str.Type().Bits() })
	try("type ChanDir", func() { num.Type().ChanDir() })
	try("Append", func() { reflect.Append(s, str) })
	try("AppendSlice", func() { reflect.AppendSlice(s, reflect.ValueOf([]string{})) })
	try("Copy", func() { reflect.Copy(s, str) })
	try("SetMapIndex nil map", func() { e.FieldByName("M").SetMapIndex(str, num) })
	try("unhashable", func() {
		m := map[any]int{}
		reflect.ValueOf(m).SetMapIndex(s, num)
	})
	try("Comparable", func() { fmt.Println(s.Comparable(), num.Comparable(), s.Equal(s)) })
	try("Seq", func() { reflect.ValueOf(struct{}{}).Seq() })

	e.FieldByName("A").Set(reflect.ValueOf([]int{1, 2}))
	e.FieldByName("A").Index(0).SetInt(9)
	e.FieldByName("A").Grow(10)
	e.FieldByName("A").SetLen(3)
	e.FieldByName("F").SetFloat(2.5)
	e.FieldByName("C").SetComplex(1 + 2i)
	e.FieldByName("B").SetBool(true)
	e.FieldByName("U").SetUint(200)
	e.FieldByName("By").SetBytes([]byte("hi"))
	e.FieldByName("S").SetString("set")
	e.FieldByName("I").Set(reflect.ValueOf(p.A))
	e.FieldByName("P").Set(reflect.New(reflect.TypeOf(0)))
	e.FieldByName("P").Elem().SetInt(77)
	e.FieldByName("UP").SetPointer(nil)
	fmt.Println(p.A, cap(p.A) >= 12, p.F, p.C, p.B, p.U, string(p.By), p.S, p.I, *p.P)
	fmt.Println(e.FieldByName("U").OverflowUint(256), e.FieldByName("F").OverflowFloat(1e300), e.FieldByName("Exported").OverflowInt(1<<62), e.FieldByName("C").OverflowComplex(1e300))
	e.FieldByName("S").SetZero()
	e.FieldByName("A").Clear()
	e.FieldByName("A").SetCap(5)
	fmt.Println(p.S == "", p.A, cap(p.A), e.FieldByIndex([]int{2, 1}), e.FieldByName("nope").IsValid(), e.FieldByNameFunc(func(s string) bool { return s == "U" }))
	a := [4]int{1, 2, 3, 4}
	av := reflect.ValueOf(&a).Elem()
	part := av.Slice3(1, 2, 3)
	fmt.Println(part, part.Cap(), reflect.Append(part, reflect.ValueOf(50)))
	fmt.Println(a)
	fmt.Println(reflect.Copy(av, reflect.ValueOf([]int{8, 8})), reflect.AppendSlice(part, part))
	fmt.Println(a)
	swap := reflect.Swapper(a[:])
	swap(0, 3)
	fmt.Println(a, str.Slice(0, 1), reflect.Indirect(reflect.ValueOf(&a)).Len(), reflect.ValueOf(&a).Len())
	it := reflect.ValueOf(map[int]string{1: "one"}).MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	try("exhausted", func() { it.Key() })
	it.Reset(reflect.ValueOf(map[int]string{2: "two"}))
	try("before", func() { it.Value() })
	it.Next()
	k := reflect.New(reflect.TypeOf(0)).Elem()
	k.SetIterKey(it)
	w := reflect.New(reflect.TypeOf("")).Elem()
	w.SetIterValue(it)
	fmt.Println(k, w)
	for i := range reflect.ValueOf(int8(3)).Seq() {
		fmt.Print(i, i.Type(), " ")
	}
	for i, c := range reflect.ValueOf("né").Seq2() {
		fmt.Print(i, c, " ")
	}
	for x := range reflect.ValueOf(func(yield func(string) bool) { _ = yield("y1") && yield("y2") }).Seq() {
		fmt.Print(x, " ")
	}
	for x, y := range reflect.ValueOf(func(yield func(string, int) bool) { _ = yield("z", 1) && yield("z", 2) }).Seq2() {
		fmt.Print(x, y, " ")
	}
	fmt.Println()
	for f, v := range e.Fields() {
		if f.Type.Kind() == reflect.Int {
			fmt.Print(f.Name, v, " ")
		}
	}
	for f := range e.Type().Fields() {
		fmt.Print(f.Name, " ")
	}
	for t := range reflect.TypeOf(strconv.FormatInt).Ins() {
		fmt.Print(t, " ")
	}
	for t := range reflect.TypeOf(strconv.Atoi).Outs() {
		fmt.Print(t, " ")
	}
	for m, v := range reflect.ValueOf(stringer{"m"}).Methods() {
		fmt.Print(m.Name, v.Call(nil)[0], " ")
	}
	for m := range reflect.TypeFor[error]().Methods() {
		fmt.Print(m.Name, m.Type)
	}
	fmt.Println()
	l1, l2 := &loop{V: 1}, &loop{V: 1}
	l1.Next, l2.Next = l1, l2
	nan := math.NaN()
	f := func() {}
	for _, c := range [][2]any{{l1, l2}, {nan, nan}, {[]int(nil), []int{}}, {map[string]any{"a": []any{1, "x"}}, map[string]any{"a": []any{1, "x"}}}, {f, f}, {&nan, &nan}, {[]float64{nan}, []float64{nan}}, {nil, nil}, {nil, 1}, {pair{1, 2}, pair2{1, 2}}, {[]any{nil}, []any{nil}}, {map[int]int{1: 1}, map[int]int{1: 2}}, {error(nil), nil}} {
		fmt.Print(reflect.DeepEqual(c[0], c[1]), " ")
	}
	x, ok := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(stringer{"t"}))
	_, bad := reflect.TypeAssert[error](reflect.ValueOf(stringer{"t"}))
	fmt.Println(x, ok, bad)
	var tag reflect.StructTag = `a:"1" bc:"x\"y" empty:"" broken`
	fmt.Println(tag.Get("a"), tag.Get("bc"), tag.Get("nope"))
	fmt.Println(tag.Lookup("empty"))
	fmt.Println(tag.Lookup("broken"))
	fmt.Printf("%v %d %T %v %+v\n", []reflect.Value{num}, num, num, struct{ V reflect.Value }{str}, reflect.ValueOf(pair{1, 2}))
}

func b(x bool) string {
	if x {
		return "1"
	}
	return "0"
}
