package helpers

import (
	"fmt"
	"math"
	"reflect"
)

type T struct{ a, b, c int }

func Run() {
	type L struct{ a, b, c int }
	x := reflect.TypeOf(struct{ a, b, c int }{})
	for _, t := range []reflect.Type{x, reflect.TypeOf(T{}), reflect.TypeOf(L{})} {
		fmt.Println(t, t.PkgPath(), t.Field(0).PkgPath, x.AssignableTo(t))
	}
	var i func() L
	i = reflect.MakeFunc(reflect.TypeOf(i), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(struct{ a, b, c int }{a: 1, b: 2, c: 3})}
	}).Interface().(func() L)
	fmt.Println(i())

	z := math.Copysign(0, -1)
	for _, v := range []any{z, float32(z), complex(z, 0), complex(0, z), [2]float64{0, z}, inner{f: z}, []float64{}, struct{ x, y float64 }{z, 1}, [1]any{}, struct{ s string }{}, struct{ x complex128 }{complex(z, z)}, [2]inner{{z, 0}, {}}} {
		fmt.Println(reflect.TypeOf(v), reflect.ValueOf(v).IsZero())
	}
	y := reflect.StructOf([]reflect.StructField{{Name: "a", Type: reflect.TypeFor[int](), PkgPath: "example.com/fields/helpers"}})
	other := reflect.StructOf([]reflect.StructField{{Name: "a", Type: reflect.TypeFor[int](), PkgPath: "other"}})
	literal := reflect.TypeOf(struct{ a int }{})
	fmt.Println(y == literal, y.AssignableTo(literal), other == literal, other.Field(0).PkgPath, y.Field(0).PkgPath)
}

type inner struct {
	f float64
	_ int
}
