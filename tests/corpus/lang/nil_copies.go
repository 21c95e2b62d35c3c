// Values too big for registers are copied from memory to memory: from and to nil pointers that panics,
// after the operands are evaluated and before anything is written.
package main

import "fmt"

type big struct {
	head string
	body [20]int
	tail *int
}

type outer struct {
	pad   [3]int64
	inner big
	list  [2]big
}

func check(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name+":", r)
			if _, ok := r.(interface{ RuntimeError() }); !ok {
				fmt.Println("not a runtime error")
			}
		} else {
			fmt.Println(name + ": no panic")
		}
	}()
	f()
}

func take(b big) int         { return len(b.head) }
func give(p *big) big        { return *p }
func two(p *big) (big, int)  { return *p, 1 }
func (b big) method() string { return b.head }

func main() {
	var none *big
	var no *outer
	some := &big{head: "some"}
	an := &outer{}
	index := 1
	var sink big
	var array *[20]int
	var any0 any
	check("to from", func() { *some = *none })
	check("from to", func() { *none = *some })
	check("both", func() { *none = *none })
	check("local", func() { sink = *none })
	check("declared", func() { x := *none; x.head = "x"; fmt.Println(x.head) })
	check("field", func() { an.inner = no.inner })
	check("to field", func() { no.inner = an.inner })
	check("field from pointer", func() { an.inner = *none })
	check("element", func() { an.list[index] = no.list[index] })
	check("to element", func() { no.list[index] = an.list[0] })
	check("argument", func() { take(*none) })
	check("result", func() { sink = give(none) })
	check("results", func() { sink, index = two(none) })
	check("method", func() { fmt.Println(none.method()) })
	check("method value", func() { f := none.method; fmt.Println(f()) })
	check("interface", func() { any0 = *none })
	check("array", func() { a := *array; fmt.Println(len(a)) })
	check("array to", func() { *array = an.inner.body })
	check("range", func() {
		for i, v := range *array {
			fmt.Println(i, v)
		}
	})
	check("length", func() { fmt.Println(len(array), len(*array)) })
	check("range over indices", func() {
		n := 0
		for i := range array {
			n += i
		}
		fmt.Println(n)
	})
	check("slice of array", func() { fmt.Println(array[:]) })
	check("comparison", func() { fmt.Println(*array == an.inner.body) })
	check("send", func() { make(chan big, 1) <- *none })
	check("map", func() { map[int]big{}[1] = *none })
	check("append", func() { fmt.Println(len(append([]big{}, *none))) })
	check("literal", func() { fmt.Println(len(outer{inner: *none}.inner.head)) })
	check("closure", func() {
		b := *some
		f := func() { b = *none }
		f()
		fmt.Println(b.head)
	})
	check("zero", func() { *none = big{} })
	check("zero field", func() { no.inner = big{} })
	check("swap", func() { *some, *none = *none, *some })
	check("fine", func() { an.inner = *some; sink = an.inner; an.list[index] = sink })
	fmt.Println(some.head, sink.head, an.inner.head, an.list[1].head, any0, index)
}
