// Type arguments that grow without end, by funcs.
package main

type S[T any] struct{ a *S[func(T) int] }

func f[T any](x T) {
	var y func(T) int
	f(y)
}

func main() {
	f(1)
}
