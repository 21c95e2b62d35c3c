package p

var x int

func F() { y() }
