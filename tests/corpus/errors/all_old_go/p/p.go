//go:build go1.21

package p

func F[T any](x T) {}

func F2[T, U any](x T) {}

type G[T any] struct{}
