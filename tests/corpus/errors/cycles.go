package main

type T struct{ t T }
type A struct{ b B }
type B struct{ a A }
type I interface{ I }

var x = y
var y = z()

func z() int { return x }

const c = d
const d = c

func main() {}
