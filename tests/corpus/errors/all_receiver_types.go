// Which types can have methods.
package main

import "strings"

type A = strings.Builder
type B = *strings.Builder
type C = int
type D = *int
type E = []int
type F = *[]int
type G = error
type H = func()

func (A) m1()  {}
func (*A) m2() {}
func (B) m3()  {}
func (C) m4()  {}
func (*C) m5() {}
func (D) m6()  {}
func (E) m7()  {}
func (*E) m8() {}
func (F) m9()  {}
func (G) n1()  {}
func (*G) n2() {}
func (H) n3()  {}
func (*H) n4() {}
func ([]int) n5() {}
func (*[]int) n6() {}
func (error) n7() {}
func (any) n8() {}
func (byte) n9() {}
func (*rune) o1() {}
func (*D) o2() {}
func (*B) o3() {}
func (struct{}) o4() {}
func main() {}
