package main

var pa1 = func[
]() {
}

type pa2 func[
]()

type pa3 interface {
	m[]()
	E[]
	E[] | int
	m[T any]()
}

type pa4[T ...any] int

func pa5[T ...int, U any]() {}

type pa6[P, Q ...any] int

type pa7 struct {
	*5
	*[]int
	*func()
}

var pa8 = pa4[1+2]{}
