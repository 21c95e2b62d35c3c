package main

import (
	"errors"
	"fmt"
)

func direct() (s string) {
	defer func() { s = fmt.Sprint("got ", recover()) }()
	panic("direct")
}

func helper() any { return recover() }

func nested() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer func() {
		func() { fmt.Println("too deep:", recover()) }()
	}()
	panic("nested")
}

func viaHelper() (s string) {
	defer func() { s = fmt.Sprint(s, " final ", recover()) }()
	defer func() { fmt.Println("helper:", helper()) }()
	panic("h")
}

func repanic() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	defer func() {
		r := recover()
		panic(fmt.Sprint("again after ", r))
	}()
	panic("first")
}

func order() {
	for i := range 3 {
		defer fmt.Println("defer", i)
	}
	defer func() {
		defer func() { fmt.Println("inner recover", recover()) }()
		panic("in defer")
	}()
}

type T struct{ n int }

func (t *T) done()   { fmt.Println("done", t.n, recover()) }
func (t T) val(x int) { fmt.Println("val", t.n, x) }

func methods() {
	t := &T{1}
	defer t.done()
	defer t.val(t.n)
	t.n = 2
	panic("m")
}

func namedResult() (x int, err error) {
	defer func() {
		if e := recover(); e != nil {
			x *= 2
			err = e.(error)
		}
	}()
	x = 21
	panic(errors.New("named"))
}

func modify() (x int) {
	defer func() { x++ }()
	return 41
}

func loop() (n int) {
	for i := 0; i < 5; i++ {
		func() {
			defer func() {
				if recover() != nil {
					n++
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
	return
}

func deferRecover() {
	defer recover()
	defer fmt.Println("x")
}

func main() {
	fmt.Println(direct())
	fmt.Println(nested())
	fmt.Println(viaHelper())
	fmt.Println(repanic())
	order()
	methods()
	fmt.Println(namedResult())
	fmt.Println(modify(), loop())
	deferRecover()
	fmt.Println(recover())
	var f func()
	defer func() { fmt.Println(recover()) }()
	defer f()
}
