// go and defer of built-in functions: arguments are evaluated now and have the types they would have.
package main

import (
	"fmt"
	"os"
)

func show(name string, f func()) {
	defer func() {
		r := recover()
		fmt.Printf("%s %T %v\n", name, r, r)
	}()
	f()
}

func main() {
	os.Stderr.Sync()
	m := map[any]int{1: 1, 2.5: 2, "a": 3, 'b': 4, int8(1): 5}
	big := map[uint8]string{200: "x"}
	s, t := []int{1, 2, 3}, []byte("....")
	c := make(chan int, 1)
	func() {
		defer delete(m, 1)
		defer delete(m, 2.5)
		defer delete(m, 'b')
		defer delete(big, 200)
		defer copy(t, "abc")
		defer copy(s, s[1:])
		defer clear(s[2:])
		defer close(c)
		defer print("later ", 1, " ", 2.5, " ", 'c', " ", true, " ", 1<<40, " ", -1, " ", 3+2i, "\n")
		defer println("sooner", 1, 2.5, 'c', uint8(7), nil == nil2)
		s = []int{7, 7, 7}
	}()
	_, open := <-c
	fmt.Println(len(m), m[int8(1)], m["a"], len(big), s, string(t), open)
	show("int", func() { defer panic(1) })
	show("float", func() { defer panic(1.5) })
	show("rune", func() { defer panic('r') })
	show("string", func() { defer panic("s") })
	show("bool", func() { defer panic(1 < 2) })
	show("shift", func() { n := 3; defer panic(1 << n) })
	show("nil", func() { defer panic(nil) })
	show("complex", func() { defer panic(2i) })
	show("two", func() { defer panic(1); defer panic("first") })
	show("recover", func() { defer recover(); panic("kept") })
	show("close nil", func() { defer close(chan int(nil)) })
	show("close twice", func() { defer close(c) })
	show("delete", func() { defer delete(m, any([]int{})) })
	show("nil map", func() { var m map[string]int; defer delete(m, "a"); defer clear(m) })
	done := make(chan bool)
	go close(done)
	<-done
	fmt.Println("end")
}

var nil2 any
