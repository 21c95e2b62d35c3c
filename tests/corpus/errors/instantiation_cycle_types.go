package main

type A[T any] interface{ m() A[*T] }

type B[T any] struct{ *B[[2]T] }

type C[T any] func(C[C[T]])

func main() {}
