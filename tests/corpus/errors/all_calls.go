// Calls of functions and built-ins.
package main

import (
	"fmt"
	"unsafe"
)

type T struct {
	a int
	*E
}
type E struct{ b int }

func (T) m() {}

func f(a int, b string)           {}
func v(a int, b ...string)        {}
func two() (int, string)          { return 1, "" }
func three() (int, string, int)   { return 1, "", 2 }
func none()                       {}

func calls(i int, s []string, fn func(int), x any) {
	f()
	f(1)
	f(1, "a", 2)
	f("a", 1)
	f(two())
	f(three())
	f(1, two())
	f(1, s...)
	v()
	v(1, s...)
	v(1, "a", s...)
	v(1, s)
	v(1, 2)
	v(two()...)
	i()
	x()
	"a"()
	T()
	T.m()
	fn("a")
	fn(nil)
	fmt.Println(none())
	fmt.Nope()
	undefinedFunc(undefinedArg)
	f(undefinedArg, "a")
	f(i, _)
	(func())(1)()
}

func builtins(i int, s []int, m map[string]int, c chan int, r <-chan int, snd chan<- int, x any, f float64, str string, arr [3]int, fn func()) {
	append()
	_ = append(i, 1)
	_ = append(nil, 1)
	_ = append(s, "a")
	_ = append(s, s)
	_ = append(s, s...)
	_ = append(s, 1, s...)
	_ = append(s, str...)
	_ = cap(m)
	_ = cap(str)
	_ = cap()
	_ = len(i)
	_ = len(s, s)
	_ = len(nil)
	_ = len
	clear(i)
	clear(arr)
	close(i)
	close(r)
	_ = complex(1, "a")
	_ = complex(f, i)
	_ = complex(i, i)
	_ = real(i)
	_ = imag("a")
	_ = real(1.5)
	copy(s, i)
	copy(i, s)
	copy(s, []string{})
	copy(str, "a")
	copy(s, nil)
	delete(i, 1)
	delete(m, 1)
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 2, 1)
	_ = make([]int, "a")
	_ = make([]int, 1, 2, 3)
	_ = make(map[string]int, 1, 2)
	_ = make(i)
	_ = make()
	_ = make(nope)
	_ = max()
	_ = max(1, "a")
	_ = max(x)
	_ = min(i, f)
	_ = min(s...)
	_ = new()
	_ = new(nope)
	_ = new(1, 2)
	_ = new(nil)
	panic()
	panic(1, 2)
	print(none())
	println(nil)
	println(int)
	_ = recover(1)
	recover() + 1
	_ = unsafe.Add(1, 2)
	_ = unsafe.Add(unsafe.Pointer(nil), "a")
	_ = unsafe.Alignof(nil)
	_ = unsafe.Offsetof(i)
	_ = unsafe.Offsetof(T{}.b)
	_ = unsafe.Offsetof(T{}.m)
	_ = unsafe.Offsetof(T{}.nope)
	_ = unsafe.Sizeof()
	_ = unsafe.Slice(i, 1)
	_ = unsafe.Slice(&i, "a")
	_ = unsafe.SliceData(i)
	_ = unsafe.String(i, 1)
	_ = unsafe.StringData(1)
	_ = unsafe.Nope
	_ = unsafe.Sizeof(s...)
	var big [1 << 40]int
	_ = unsafe.Sizeof(big)
}

func main() {}
