// Package p has interfaces whose methods only it can have.
package p

type I[T any] interface{ get() T }

type E interface{ get() int }

type Impl struct{}

func (Impl) get() int { return 1 }

type Ptr struct{}

func (*Ptr) get() string { return "" }

func F[T any](x I[T]) {}

func G[P interface{ get() T }, T any](x P) {}

func H[P I[T], T any](x ...P) (t T) { return t }

func Both[T any](x, y I[T]) {}
