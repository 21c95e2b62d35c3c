// Type arguments that grow without end, by structs.
package main

type S[T any] struct{ a *S[struct{ x T }] }

func f[T any](x T) {
	var y struct{ x T }
	f(y)
}

func main() {
	f(1)
}
