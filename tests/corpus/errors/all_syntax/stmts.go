package main

func s1() {
	if {
	}
	if x := 1; {
	}
	if x := 1 {
	}
	if true {
	} else return
	for i := 0; i < 10 {
	}
	for i := 0; i < 10; j := 1 {
	}
	for var i = 0; i < 10; i++ {
	}
	for x = range y {
	}
	switch x
	{
	}
	select x {
	}
}

func s2() {
	switch {
	x := 1
	case 1:
	}
	select {
	y := 1
	}
L:
}

func s3() {
	defer (f())
	go (f())
	defer f
	x.(type)
	a, b += 1, 2
	a.1
	_ = a[:]
	_ = a[::]
	_ = a[1::2]
	_ = a[1:2:]
	_ = a[]
	_ = (T){1}
	_ = &(T){1}
	if x == T{1} {
	}
}

func s4() {
	var x []
	var y map[int]
	var z map[
	x = <-chan
}

func s5() {
	f(1 2)
	f(1,
		2
	)
	_ = []int{1, 2
	}
	x = 1 y = 2
	if x = 1; y = 2 {
	}
	for x = 1; y = 2; {
	}
	if x = 1 {
	}
	if (x == 1 {
	}
}

func s6() {
	break 1
	goto
	continue a b
	fallthrough 1
	return 1,
	case 1:
	else {
	}
	func f() {}
	import "fmt"
	package p
}
