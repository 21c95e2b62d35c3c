// Struct, interface and channel types as messages write them.
package main

type box[T any] struct{ v T }

func f[T interface{ int }]() {}

func main() {
	_ = make(struct{ a, b int })
	_ = make(struct{ a int; b string })
	_ = make(struct{ a, b, c, d, e, f, g, h int; i, j, k string; l map[string]int })
	_ = make(struct{ box[int] })
	_ = make(struct{ *box[int]; x int `tag` })
	_ = make(interface{ f() })
	_ = make(interface{ f(); g(a, b int) (c int) })
	_ = make(interface{ int | ~string; error })
	_ = make(func(a, b int, c ...struct{ x int }) (d, e int))
	_ = make(struct{})
	_ = make(interface{})
	_ = make([3]struct{ a int })
	_ = make(*struct{ f interface{ m() } })
	_ = struct{ a, b int }{}.c
	_ = (struct{ a, b int }{1, 2}).c
	_ = []struct{ a int }{{1}}.c
	_ = func(a struct{ b int }) { return }.c
	_ = func() {}.c
	_ = (func() { x := 1; _ = x }).c
	_ = map[string]struct{ a int }{"a": {1}}.x
	_ = make(<-chan int).x
	f[<-chan int]()
	f[chan<- int]()
	f[(<-chan int)]()
	f[<-chan <-chan int]()
	f[[]<-chan int]()
	_ = box[<-chan int]{}.w
	_ = make(box[<-chan int])
	_ = <-chan int(nil)
	var _ map[[]int]int
	var _ int = (<-chan int)(nil)
	_ = map[[]int]int{}
	_ = new(<-chan undefined)
	_ = []<-chan undefined{}
	var _ <-chan undefined
	_ = <-chan int
	var x <-chan int = 1
}
