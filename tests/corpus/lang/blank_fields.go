package main

import (
	"fmt"
	"reflect"
)

// A value for a blank field is made, but the field stays zero, wherever the literal stands.

type S struct{ a, _, c int }

type B struct {
	a    [3]int
	_    [2]int
	_, z string
}

var anonymous = struct{ a, _, c int }{1, 2, 3}
var big = B{[3]int{1, 2, 3}, [2]int{4, 5}, "p", "q"}
var list = []S{{1, 2, 3}, {4, 5, 6}}
var table = map[S]S{{7, 8, 9}: {10, 11, 12}}

func tell(s string) int {
	fmt.Println("made", s)
	return 5
}

func show(v any) { fmt.Printf("%+v\n", v) }

func main() {
	show(anonymous)
	show(big)
	show(list)
	show(table)
	show(S{1, tell("an int"), 3})
	show(&B{[3]int{1, 2, 3}, [2]int{tell("an array"), 5}, "p", "q"})
	show([]B{{[3]int{1, 2, 3}, [2]int{4, 5}, "p", "q"}})
	v := S{1, 2, 3}
	show(v)
	p := &S{1, 2, 3}
	show(*p)
	*p = S{4, 5, 6}
	show(*p)
	show(table[S{7, 100, 9}])
	show(reflect.ValueOf(v).Field(1).Int())
	show(reflect.ValueOf(anonymous).Field(1).Int())
	var arr [2]S
	arr[1] = S{1, 2, 3}
	show(arr)
	show([...]S{1: {4, 5, 6}})
}
