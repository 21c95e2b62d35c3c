// Expressions: operators, conversions, selectors, indices, literals.
package main

import (
	"fmt"
	"strings"
)

type S struct {
	f  int
	FF int
	g  []int
}
type W struct{ *S }
type Emb struct {
	A
	B
}
type A struct{ x int }
type B struct{ x int }

func (s *S) ptr() {}
func (s S) val()  {}

type I interface{ M() }
type J interface{ M(int) }

func two() (int, string) { return 1, "" }
func none()              {}

func operators(i int, s string, b bool, f float64, p *int, x any, sl []int, fn func(), m map[string]int, ch chan int, c complex128) {
	_ = i + s
	_ = i + 1.5
	_ = s - s
	_ = b + b
	_ = i && b
	_ = !i
	_ = -s
	_ = ^f
	_ = +b
	_ = <-i
	_ = &1
	_ = &two
	_ = *i
	_ = *nil
	_ = i << f
	_ = f << 1
	_ = 1 << -1
	_ = 1 << 1.5
	_ = 1.5 << 1
	_ = 1 << 5000
	_ = i << "a"
	_ = i / 0
	_ = 1 / 0
	_ = f / 0
	_ = i % 0
	_ = f % f
	_ = sl == sl
	_ = fn == fn
	_ = m == m
	_ = x < x
	_ = b < b
	_ = nil == nil
	_ = i == nil
	_ = sl == 1
	_ = c < c
	_ = S{} == S{}
	_ = [1]func(){} == [1]func(){}
	_ = i == s
	_ = ~i
	_ = ~s
	_ = none() + 1
	_ = two() + 1
	_ = len + 1
	_ = int + 1
	_ = fmt.Println + 1
	_ = undefinedName
	_ = x + 1
	_ = p + 1
	_ = "a" + 1
	_ = 'a' + "b"
	_ = ch + ch
	_ = x.(fmt.Stringer) + 1
	const big = 1 << 600
	_ = 1 << 100
	var i8 int8 = 1 << 10
	_ = int8(200)
	_ = uint(-1)
	_ = i8 + 200
	_ = -int8(-128)
	_ = uint8(1) - 2
}

func conversions(i int, s string, f float64, p *int, x any, sl []int) {
	_ = int(s)
	_ = string(f)
	_ = []int(s)
	_ = S(i)
	_ = (*string)(p)
	_ = int("a")
	_ = int(1.5)
	_ = [4]string(sl)
	_ = (*[4]string)(sl)
	_ = I(S{})
	_ = J(x)
	_ = int()
	_ = int(1, 2)
	_ = int(sl...)
	_ = bool(1)
	_ = string(1.5)
	_ = chan int(nil)
	_ = func()(i)
}

func selectors(s S, p **S, x I, pi *I, e Emb, w W) {
	_ = s.nope
	_ = s.F
	_ = s.ff
	_ = s._
	_ = p.f
	_ = pi.M
	_ = e.x
	_ = S.f
	_ = S.ptr
	_ = S.nope
	_ = (*S).nope
	_ = x.nope
	_ = s.f.g
	_ = strings.Builder.buf
	_ = strings.Builder{}.buf
	_ = strings.reader
	_ = strings.builder{}
	_ = strings.nope
	_ = len.x
	_ = fmt.Println.x
	S{}.ptr()
	_ = two().x
	_ = none().x
	_ = nil.x
}

func indices(a [3]int, sl []int, s string, m map[string]int, p *[3]int, i int, f float64, st S) {
	_ = a[3]
	_ = a[-1]
	_ = a["x"]
	_ = a[1.5]
	_ = sl[f]
	_ = s[10:5]
	_ = "abc"[5]
	_ = m[1]
	_ = p[5]
	_ = i[0]
	_ = st[0]
	_ = s[1:2:3]
	_ = sl[2:1]
	_ = a[1:5]
	_ = i[1:2]
	_ = [3]int{}[:]
	_ = sl[nil]
	_ = sl[1<<70]
	s[0] = 'x'
	_ = two[0]
	_ = len[0]
	_ = two()[0]
	m["a"].x = 1
}

func literals() {
	_ = S{1}
	_ = S{1, 2, nil, 4}
	_ = S{f: 1, f: 2}
	_ = S{f: 1, 2}
	_ = S{1, f: 2}
	_ = S{nope: 1}
	_ = S{1: 2}
	_ = S{F: 1}
	_ = W{f: 1}
	_ = [2]int{1, 2, 3}
	_ = [2]int{5: 1}
	_ = [...]int{1: 1, 1: 2}
	_ = []int{"x"}
	_ = []int{-1: 1}
	_ = []int{two: 1}
	_ = map[string]int{1: 1}
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[string]int{"a"}
	_ = map[any]int{1: 1, 1: 2, "a": 1}
	_ = int{}
	_ = I{}
	_ = []S{{1, 2, 3}}
	_ = []*S{{f: "x"}}
	_ = struct{ s S }{{}}
	_ = nope{}
	_ = []nope{}
	_ = strings.Builder{1}
	_ = strings.Builder{buf: nil}
	_ = func() int { return "x" }
	_ = [2]int{} + 1
}

func assertions(x any, i I, n int) {
	_ = n.(int)
	_ = i.(S)
	_ = i.(J)
	_ = x.(nope)
	_ = x.(type)
	_ = x.(n)
}

func main() {}
