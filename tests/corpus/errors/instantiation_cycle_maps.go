// Type arguments that grow without end, by maps.
package main

type S[T any] struct{ a *S[map[string]T] }

func f[T any](x T) {
	var y map[string]T
	f(y)
}

func main() {
	f(1)
}
