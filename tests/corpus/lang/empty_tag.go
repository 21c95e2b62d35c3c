package main

import (
	"fmt"
	"reflect"
)

// An empty tag is none: the types are identical.

type T struct {
	F int ``
	G string `k:"v"`
}

func main() {
	a := &struct{ x int }{1}
	b := &struct {
		x int ""
	}{2}
	a = b
	var i any = struct {
		X int ""
	}{3}
	_, same := i.(struct{ X int })
	fmt.Println(a.x, same, reflect.TypeOf(a) == reflect.TypeOf(b))
	t := reflect.TypeOf(T{})
	fmt.Printf("%q %q %v\n", t.Field(0).Tag, t.Field(1).Tag, t.Field(0).Type)
	fmt.Printf("%T\n", i)
}
