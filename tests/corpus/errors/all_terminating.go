// Which functions end in a terminating statement.
package main

func a1() int { for { } }
func a2() int { for { break } }
func a3() int { for true { } }
func a4() int { for { for { break } } }
func a5() int { L: for { for { break L } } }
func a6() int { L: for { for { continue L } } }
func a7() int { for { switch { case true: break } } }
func a8() int { for { select { default: break } } }
func a9() int { for { if true { break } } }
func b1(x int) int { switch x { case 1: return 1 } }
func b2(x int) int { switch x { case 1: return 1; default: return 2 } }
func b3(x int) int { switch x { case 1: return 1; default: } }
func b4(x int) int { switch x { default: return 1; case 2: break; } }
func b5(x int) int { switch x { case 1: fallthrough; case 2: return 1; default: return 2 } }
func b6(x int) int { L: switch x { case 1: for { break L }; default: return 2 } }
func b7(x int) int { switch x { case 1: for { break }; return 1; default: return 2 } }
func b8(x int) int { switch { default: panic(1) } }
func b9(x int) int { switch x { } }
func c1(x any) int { switch x.(type) { case int: return 1 } }
func c2(x any) int { switch x.(type) { case int: return 1; default: return 2 } }
func c3(x any) int { switch x.(type) { case int: break; default: return 2 } }
func c4(x any) int { switch y := x.(type) { case int: return y; case string: { return 1 }; default: panic(y) } }
func d1() int { select {} }
func d2(c chan int) int { select { case <-c: return 1 } }
func d3(c chan int) int { select { case <-c: return 1; default: } }
func d4(c chan int) int { select { case <-c: break } }
func d5(c chan int) int { select { case <-c: for { break }; return 1; case c <- 1: panic(1) } }
func d6(c chan int) int { L: select { case <-c: for { break L } } }
func e1(x int) int { if x > 0 { return 1 } }
func e2(x int) int { if x > 0 { return 1 } else { return 2 } }
func e3(x int) int { if x > 0 { return 1 } else if x < 0 { return 2 } }
func e4(x int) int { if x > 0 { return 1 } else if x < 0 { return 2 } else { panic(3) } }
func e5(x int) int { if x > 0 { } else { return 2 } }
func f1() int { { return 1 } }
func f2() int { { } }
func f3() int { L: return 1; goto L }
func f4() int { goto L; L: return 1 }
func f5() int { L: { return 1 }; goto L }
func f6() int { L: for { goto L } }
func f7() int { L: goto L }
func f8() int { return 1; }
func f9() int { ; }
func g1() int { panic(1) }
func g2() int { (panic)(1) }
func g3() int { panic := func(int) {}; panic(1) }
func g4() int { defer panic(1) }
func g5() int { go panic(1) }
func g6() int { func() int { return 1 }() }
func g7() int { for range 3 { return 1 } }
func g8() int { for i := 0; ; i++ { } }
func g9() int { for i := 0; i < 1; { return i } }
func h1() (x int) { x = 1 }
func h2() (x int) { return }
func h3() { }
func h4() int { _ = func() int { }; return 1 }
func h5() int { var f = func() (int, string) { for { } }; _ = f; for ; ; { } }
func h6() int { return 1; _ = 2 }
func h7() int { L: for { switch { case true: break L } } }
func h8() int { L: for { select { default: break L } } }
func h9() int { for { func() { for { break } }() } }
func i1() int { M: for { L: for { break L } ; continue M } }
func i2() int { L: { break L } }
func i3() int { L: { for { } ; break L } }
func i4() int { if true { for { } } else { select { } } }
func i5(x int) int { switch x { case 1: goto L; default: panic(1) }; L: }

func main() {}
