// A call of panic ends a function only with one argument that is right.
package main

func a() int { panic(undef) }
func b() int { panic() }
func c() int { panic(1, 2) }
func d() int { panic(nil) }
func e() int { (panic)(1) }
func f() int { panic([]int{}...) }
func g() int { panic(two()) }
func h() int { panic(int) }
func i() int { panic(1 + "a") }
func j() int { panic(none()) }
func none()    {}

func two() (int, int) { return 1, 2 }

func main() {}
