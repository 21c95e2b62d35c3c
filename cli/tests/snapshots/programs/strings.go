package main

//go:noinline
func join(a, b string) (string, bool) { return a + "-" + b, a == b }

func main() { println(join("x", "y")) }
