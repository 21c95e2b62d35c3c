// Unary operators, ++ and sends with operands of every kind.
package main

import "unsafe"

type (
	myBool   bool
	myInt    int
	myStr    string
	myFloat  float32
	pair     struct{ a, b int }
	holds    struct{ f func() }
	shape    interface{ area() int }
	named    []int
	alias    = []string
	box[T any] struct{ v T }
	integer  interface{ ~int | ~int64 }
	texty    interface{ ~string | ~[]byte }
	number   interface{ ~int | ~float64 | ~complex128 }
)

func (p pair) area() int   { return p.a }
func (p *holds) area() int { return 0 }

func table0[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	_ = -b
	_ = +b
	_ = !b
	_ = ^b
	_ = &b
	_ = *b
	_ = <-b
	b++
	b <- 1
	_ = -mb
	_ = +mb
	_ = !mb
	_ = ^mb
	_ = &mb
	_ = *mb
	_ = <-mb
	mb++
	mb <- 1
	_ = -i
	_ = +i
	_ = !i
	_ = ^i
	_ = &i
	_ = *i
	_ = <-i
	i++
	i <- 1
	_ = -i8
	_ = +i8
	_ = !i8
	_ = ^i8
	_ = &i8
	_ = *i8
	_ = <-i8
	i8++
	i8 <- 1
	_ = -mi
	_ = +mi
	_ = !mi
	_ = ^mi
	_ = &mi
	_ = *mi
	_ = <-mi
	mi++
	mi <- 1
	_ = -u
	_ = +u
	_ = !u
	_ = ^u
	_ = &u
	_ = *u
	_ = <-u
	u++
	u <- 1
	_ = -u8
	_ = +u8
	_ = !u8
	_ = ^u8
	_ = &u8
	_ = *u8
	_ = <-u8
	u8++
	u8 <- 1
	_ = -r
	_ = +r
	_ = !r
	_ = ^r
	_ = &r
	_ = *r
	_ = <-r
	r++
	r <- 1
	_ = -up
	_ = +up
	_ = !up
	_ = ^up
	_ = &up
	_ = *up
	_ = <-up
	up++
	up <- 1
	_ = -f
	_ = +f
	_ = !f
	_ = ^f
	_ = &f
	_ = *f
	_ = <-f
	f++
	f <- 1
	_ = -mf
	_ = +mf
	_ = !mf
	_ = ^mf
	_ = &mf
	_ = *mf
	_ = <-mf
	mf++
	mf <- 1
	_ = -c
	_ = +c
	_ = !c
	_ = ^c
	_ = &c
	_ = *c
	_ = <-c
	c++
	c <- 1
	_ = -s
	_ = +s
	_ = !s
	_ = ^s
	_ = &s
	_ = *s
	_ = <-s
	s++
	s <- 1
	_ = -ms
	_ = +ms
	_ = !ms
	_ = ^ms
	_ = &ms
	_ = *ms
	_ = <-ms
	ms++
	ms <- 1
	_ = -p
	_ = +p
	_ = !p
	_ = ^p
	_ = &p
	_ = *p
	_ = <-p
	p++
	p <- 1
	_ = -pp
	_ = +pp
	_ = !pp
	_ = ^pp
	_ = &pp
	_ = *pp
	_ = <-pp
	pp++
	pp <- 1
	_ = -us
	_ = +us
	_ = !us
	_ = ^us
	_ = &us
	_ = *us
	_ = <-us
	us++
	us <- 1
	_ = -sl
	_ = +sl
	_ = !sl
	_ = ^sl
	_ = &sl
	_ = *sl
	_ = <-sl
	sl++
	sl <- 1
	_ = -na
	_ = +na
	_ = !na
	_ = ^na
	_ = &na
	_ = *na
	_ = <-na
	na++
	na <- 1
	_ = -by
	_ = +by
	_ = !by
	_ = ^by
	_ = &by
	_ = *by
	_ = <-by
	by++
	by <- 1
	_ = -ar
	_ = +ar
	_ = !ar
	_ = ^ar
	_ = &ar
	_ = *ar
	_ = <-ar
	ar++
	ar <- 1
	_ = -af
	_ = +af
	_ = !af
	_ = ^af
	_ = &af
	_ = *af
	_ = <-af
	af++
	af <- 1
	_ = -m
	_ = +m
}

func table1[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	_ = !m
	_ = ^m
	_ = &m
	_ = *m
	_ = <-m
	m++
	m <- 1
	_ = -ch
	_ = +ch
	_ = !ch
	_ = ^ch
	_ = &ch
	_ = *ch
	_ = <-ch
	ch++
	ch <- 1
	_ = -cr
	_ = +cr
	_ = !cr
	_ = ^cr
	_ = &cr
	_ = *cr
	_ = <-cr
	cr++
	cr <- 1
	_ = -cs
	_ = +cs
	_ = !cs
	_ = ^cs
	_ = &cs
	_ = *cs
	_ = <-cs
	cs++
	cs <- 1
	_ = -fn
	_ = +fn
	_ = !fn
	_ = ^fn
	_ = &fn
	_ = *fn
	_ = <-fn
	fn++
	fn <- 1
	_ = -st
	_ = +st
	_ = !st
	_ = ^st
	_ = &st
	_ = *st
	_ = <-st
	st++
	st <- 1
	_ = -ho
	_ = +ho
	_ = !ho
	_ = ^ho
	_ = &ho
	_ = *ho
	_ = <-ho
	ho++
	ho <- 1
	_ = -un
	_ = +un
	_ = !un
	_ = ^un
	_ = &un
	_ = *un
	_ = <-un
	un++
	un <- 1
	_ = -an
	_ = +an
	_ = !an
	_ = ^an
	_ = &an
	_ = *an
	_ = <-an
	an++
	an <- 1
	_ = -er
	_ = +er
	_ = !er
	_ = ^er
	_ = &er
	_ = *er
	_ = <-er
	er++
	er <- 1
	_ = -sh
	_ = +sh
	_ = !sh
	_ = ^sh
	_ = &sh
	_ = *sh
	_ = <-sh
	sh++
	sh <- 1
	_ = -bx
	_ = +bx
	_ = !bx
	_ = ^bx
	_ = &bx
	_ = *bx
	_ = <-bx
	bx++
	bx <- 1
	_ = -t1
	_ = +t1
	_ = !t1
	_ = ^t1
	_ = &t1
	_ = *t1
	_ = <-t1
	t1++
	t1 <- 1
	_ = -t2
	_ = +t2
	_ = !t2
	_ = ^t2
	_ = &t2
	_ = *t2
	_ = <-t2
	t2++
	t2 <- 1
	_ = -t3
	_ = +t3
	_ = !t3
	_ = ^t3
	_ = &t3
	_ = *t3
	_ = <-t3
	t3++
	t3 <- 1
	_ = -t4
	_ = +t4
	_ = !t4
	_ = ^t4
	_ = &t4
	_ = *t4
	_ = <-t4
	t4++
	t4 <- 1
	_ = -nil
	_ = +nil
	_ = !nil
	_ = ^nil
	_ = &nil
	_ = *nil
	_ = <-nil
	_ = nil[0]
	nil <- 1
	_ = -true
	_ = +true
	_ = !true
	_ = ^true
	_ = &true
	_ = *true
	_ = <-true
	_ = true[0]
	true <- 1
	_ = -"k"
	_ = +"k"
	_ = !"k"
	_ = ^"k"
	_ = &"k"
	_ = *"k"
	_ = <-"k"
	_ = "k"[0]
	"k" <- 1
	_ = -'r'
	_ = +'r'
	_ = !'r'
	_ = ^'r'
	_ = &'r'
	_ = *'r'
	_ = <-'r'
	_ = 'r'[0]
	'r' <- 1
	_ = -1
	_ = +1
	_ = !1
	_ = ^1
	_ = &1
	_ = *1
	_ = <-1
	_ = 1[0]
	1 <- 1
	_ = -(-1)
	_ = +(-1)
	_ = !(-1)
	_ = ^(-1)
	_ = &(-1)
	_ = *(-1)
	_ = <-(-1)
	_ = -1[0]
	-1 <- 1
	_ = -300
	_ = +300
	_ = !300
	_ = ^300
}

func table2[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	_ = &300
	_ = *300
	_ = <-300
	_ = 300[0]
	300 <- 1
	_ = -1.5
	_ = +1.5
	_ = !1.5
	_ = ^1.5
	_ = &1.5
	_ = *1.5
	_ = <-1.5
	_ = 1.5[0]
	1.5 <- 1
	_ = -2.0
	_ = +2.0
	_ = !2.0
	_ = ^2.0
	_ = &2.0
	_ = *2.0
	_ = <-2.0
	_ = 2.0[0]
	2.0 <- 1
	_ = -1i
	_ = +1i
	_ = !1i
	_ = ^1i
	_ = &1i
	_ = *1i
	_ = <-1i
	_ = 1i[0]
	1i <- 1
	_ = -1e40
	_ = +1e40
	_ = !1e40
	_ = ^1e40
	_ = &1e40
	_ = *1e40
	_ = <-1e40
	_ = 1e40[0]
	1e40 <- 1
}

func main() {}
