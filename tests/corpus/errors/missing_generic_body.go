package main

func f()

type T struct{}

func gen[T any](x T)

func (T) method[P any](x P)

func main() {}
