package main

type G1[T any] struct{ T[int }

type G2[T any,, U any] struct{}

type G3[T] struct{}

type G4[*T] int

type G5[P *Q,] int

type G6 interface{ int | }

type G7 interface{ ~int | ~ }

type G8 struct{ a, }

type G9 struct{ a int "t" "u" }

var v1 G1[]

var v2 = G1[int,,]

var v3 func(a, b int, c)

var v4 func(a int, )

var v5 [...]int

var v6 []int{1}

var v7 = [...]{1}

var v8 = map[int]{}

var v9 = struct{ x int }{x 1}

var w1 = func(

var w2 = interface{ m() int; }

var w3 = a.(

var w4 = -

var w5 = (1, 2)

var w6 = 1 +* 2
