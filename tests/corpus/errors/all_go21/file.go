//go:build go1.24

package main

type B[T any] = []T

func g() {
	for range 3 {
	}
	_ = new(1)
	_ = Out{a: 1}
}
