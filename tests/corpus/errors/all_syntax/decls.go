package main

x := 1

func (a T, b T) m1() {}

func () m2() {}

func noName[]() {}

type Empty[] struct{}

type Lit[T any, ] struct{}

func f(a int, string b) {}

func g(...) {}

func h() (

func i()
{
}

type J interface {
	m[T any]()
	~
}

type K struct {
	(int)
	*(int)
	a b c
}

type L [1,2]int

type M chan

type N <-int

type O = func[T any]()

var p

const q int

var r = func[T any]() {}

import "fmt"

type (
	A1 int
	A2

func t() {}
