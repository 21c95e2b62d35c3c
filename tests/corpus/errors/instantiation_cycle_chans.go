// Type arguments that grow without end, by chans.
package main

type S[T any] struct{ a *S[chan T] }

func f[T any](x T) {
	var y chan T
	f(y)
}

func main() {
	f(1)
}
