// Channel types in messages, channels of channels among them.
package main

type pipes[T any] struct{ in chan (<-chan T) }

func main() {
	var a chan (<-chan int)
	var b chan<- (chan int)
	var c <-chan (chan int)
	var d chan<- (<-chan string)
	var e <-chan (<-chan string)
	var f chan (chan<- int)
	var g []chan (<-chan map[string]int)
	var _ int = a
	var _ int = b
	var _ int = c
	var _ int = d
	var _ int = e
	var _ int = f
	var _ string = g
	var _ chan (<-chan int) = b
	var _ string = pipes[byte]{}.in
}
