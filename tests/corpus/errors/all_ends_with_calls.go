// Functions that end with a call: only one of panic ends a function, whatever it is called.
package main

import (
	"log"
	"os"
	"runtime"
	"unsafe"
)

var (
	s []int
	m map[int]int
	c chan int
)

func f1() int { println() }
func f2() int { print(1) }
func f3() int { copy(s, s) }
func f4() int { delete(m, 1) }
func f5() int { clear(m) }
func f6() int { close(c) }
func f7() int { recover() }
func f8() int { os.Exit(1) }
func f9() int { runtime.Goexit() }
func f10() int { log.Fatal() }
func f11() int { log.Panic() }
func f12() int { f1() }
func f13() int { func() { panic(1) }() }
func f14() int { panic(1) }
func f15() int { (panic)(1) }
func f16() int { (panic(1)) }
func f17() int { panic := func(int) {}; panic(1) }
func f18() int { { panic(1) } }
func f19() int { if len(s) > 0 { panic(1) } else { println() } }
func f20() int { if len(s) > 0 { panic(1) } else { panic(2) } }
func f21() int { switch { case len(s) > 0: panic(1); default: println() } }
func f22() int { switch { case len(s) > 0: panic(1); default: panic(2) } }
func f23() int { select { case <-c: panic(1); default: close(c) } }
func f24() int { select { case <-c: panic(1); default: panic(2) } }
func f25() int { for { println() } }
func f26() int { L: for { break L } }
func f27() int { defer panic(1) }
func f28() int { go println() }
func f29() int { <-c }
func f30() int { c <- 1 }
func f31() int { L: panic(1); goto L }
func f32() int { L: println(); goto L }
func f33() int { panic(1); ; }
func f34() int { panic(1); println() }
func f35() int { unsafe.Slice(&s[0], 1) }
func f36() int { append(s, 1) }
func f37() int { len(s) }
func f38() int { switch x := any(s).(type) { case int: panic(x); default: println() } }
func f39() int { switch x := any(s).(type) { case int: panic(x); default: panic(x) } }

var f40 = func() int { println() }
var f41 = func() int { panic(1) }

func main() {}
