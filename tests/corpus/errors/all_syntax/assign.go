package main

var as1 := 1

const as2 := 2

const as3 int := 3

var as4 int := 4

var 1 = 2

const "a" = 2

type 3 int

var as5, 4 int

func as6() {
	var x := 1
	const y := 2
	var 5 int
	goto 1
}

func 5() {}

func (a T) 7() {}

func (a T) () {}

func [T any]() {}

func as7()
{
	x
}
