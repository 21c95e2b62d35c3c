// Type arguments that grow without end, by slices.
package main

type S[T any] struct{ a *S[[]T] }

func f[T any](x T) {
	var y []T
	f(y)
}

func main() {
	f(1)
}
