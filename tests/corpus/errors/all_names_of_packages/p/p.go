package p

func f() int { return v }

func g() { println(w.x); g(); g(); f() }

var v = 1

const c = 2

type t int

type s struct{ x t }

var w s

var big = func() int { return 1 }

func F() int { return f() + usedByF() + sinit }

func usedByF() int { return 5 }

var sinit = 4

type y struct{ f int }

func (y) m() {}

var X y

func f1() s { return s{} }

func Two[T, U any](x T) {}
