// Type arguments that grow without end, by arrays.
package main

type S[T any] struct{ a *S[[2]T] }

func f[T any](x T) {
	var y [2]T
	f(y)
}

func main() {
	f(1)
}
