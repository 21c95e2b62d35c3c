package main

import "os"

// Labels are looked at while a function is parsed, when it has no syntax error itself.

func right() {
L:
	if x {
		goto M
	}
	for {
		break N
	}
	func() {
	inner:
	}()
}

var literal = func() {
K:
K:
	continue
}

func broken() {
	goto nowhere
	var x = )
	func() {
		goto there
	}()
}

func after() {
O:
	switch {
	default:
		fallthrough
	}
	goto P
	y := 1
P:
}
}

func last() {
Q:
}
