// Receivers that are none.
package main

type T int

type G[P any] struct{}

type A = G[int]

type B[P any] = G[P]

func (x int[P]) m1()        {}
func (x *string[P]) m2()    {}
func (x any[P]) m3()        {}
func (x error[P, Q]) m4()   {}
func (x T[P]) m5()          {}
func (x A[P]) m6()          {}
func (x B[P]) m7()          {}
func (x B) m8()             {}
func (x main[P]) m9()       {}
func (x nosuch[P]) n1()     {}
func (x A) n2()             {}
func (x []int) n3()         {}
func (x **T) n4()           {}
func (x struct{ a T }) n5() {}
func (x func()) n6()        {}
func (x true[P]) n7()       {}
func (x len) n8()           {}

func main() {}
