// Pointer types that only reflection makes have their methods.
package main

import (
	"fmt"
	"reflect"
)

type value int

func (v value) String() string { return fmt.Sprintf("value %d", int(v)) }

type pointer struct{ n int }

func (p *pointer) String() string { return fmt.Sprintf("pointer %d", p.n) }

type embedding struct{ pointer }

type namer interface{ Name() string }

type named string

func (n *named) Name() string { return "named " + string(*n) }

func show(x any) {
	v := reflect.New(reflect.TypeOf(x)).Elem()
	v.Set(reflect.ValueOf(x))
	at := v.Addr().Interface()
	s, ok := at.(fmt.Stringer)
	fmt.Printf("%T %v", at, ok)
	if ok {
		fmt.Printf(" %v", s.String())
	}
	n, ok := at.(namer)
	fmt.Print(" ", ok)
	if ok {
		fmt.Print(" ", n.Name())
	}
	fmt.Println(" ", reflect.PointerTo(v.Type()).Implements(reflect.TypeOf((*fmt.Stringer)(nil)).Elem()))
}

func main() {
	show(value(3))
	show(pointer{4})
	show(embedding{pointer{5}})
	show(named("x"))
	show(6)
	type key struct{ A, B value }
	m := reflect.ValueOf(map[value]key{1: {2, 3}})
	for it := m.MapRange(); it.Next(); {
		k := reflect.New(it.Key().Type())
		k.Elem().Set(it.Key())
		fmt.Println(k.Interface().(fmt.Stringer), it.Value().Field(0).Interface())
	}
}
