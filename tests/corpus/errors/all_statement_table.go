// Statements, selectors and literals with operands of every kind.
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
	for range b {
	}
	for a := range b {
		_ = a
	}
	for a, b := range b {
		_, _ = a, b
	}
	b()
	_ = b(1)
	_ = b.(int)
	_ = b.(shape)
	_ = b.a
	_ = b.area()
	_ = b.v
	if b {
	}
	for b {
	}
	switch b {
	case nil:
	case 1:
	}
	switch i {
	case b:
	}
	switch an {
	case b:
	}
	switch b.(type) {
	case int, shape:
	}
	go b
	defer b(1)
	b = b
	b += 1
	_ = func() int { return b }
	_ = pair{b, 1}
	_ = []int{b: 1}
	_ = map[any]int{b: 1}
	_ = map[string]int{"a": b}
	_ = [...]float64{b}
	for range mb {
	}
	for a := range mb {
		_ = a
	}
	for a, b := range mb {
		_, _ = a, b
	}
	mb()
	_ = mb(1)
	_ = mb.(int)
	_ = mb.(shape)
	_ = mb.a
	_ = mb.area()
	_ = mb.v
	if mb {
	}
	for mb {
	}
	switch mb {
	case nil:
	case 1:
	}
	switch i {
	case mb:
	}
	switch an {
	case mb:
	}
	switch mb.(type) {
	case int, shape:
	}
	go mb
	defer mb(1)
	mb = mb
	mb += 1
	_ = func() int { return mb }
	_ = pair{mb, 1}
	_ = []int{mb: 1}
	_ = map[any]int{mb: 1}
	_ = map[string]int{"a": mb}
	_ = [...]float64{mb}
	for range i {
	}
	for a := range i {
		_ = a
	}
	for a, b := range i {
		_, _ = a, b
	}
	i()
	_ = i(1)
	_ = i.(int)
	_ = i.(shape)
	_ = i.a
	_ = i.area()
	_ = i.v
	if i {
	}
	for i {
	}
	switch i {
	case nil:
	case 1:
	}
	switch i {
	case i:
	}
	switch an {
	case i:
	}
	switch i.(type) {
	case int, shape:
	}
	go i
	defer i(1)
	i = i
	i += 1
	_ = func() int { return i }
	_ = pair{i, 1}
	_ = []int{i: 1}
	_ = map[any]int{i: 1}
	_ = map[string]int{"a": i}
	_ = [...]float64{i}
	for range i8 {
	}
	for a := range i8 {
		_ = a
	}
	for a, b := range i8 {
		_, _ = a, b
	}
	i8()
	_ = i8(1)
	_ = i8.(int)
	_ = i8.(shape)
	_ = i8.a
	_ = i8.area()
	_ = i8.v
	if i8 {
	}
	for i8 {
	}
	switch i8 {
	case nil:
	case 1:
	}
	switch i {
	case i8:
	}
	switch an {
	case i8:
	}
	switch i8.(type) {
	case int, shape:
	}
	go i8
	defer i8(1)
	i8 = i8
	i8 += 1
	_ = func() int { return i8 }
	_ = pair{i8, 1}
	_ = []int{i8: 1}
	_ = map[any]int{i8: 1}
	_ = map[string]int{"a": i8}
	_ = [...]float64{i8}
	for range mi {
	}
	for a := range mi {
		_ = a
	}
	for a, b := range mi {
		_, _ = a, b
	}
	mi()
	_ = mi(1)
	_ = mi.(int)
	_ = mi.(shape)
	_ = mi.a
	_ = mi.area()
	_ = mi.v
	if mi {
	}
	for mi {
	}
	switch mi {
	case nil:
	case 1:
	}
	switch i {
	case mi:
	}
	switch an {
	case mi:
	}
	switch mi.(type) {
	case int, shape:
	}
	go mi
	defer mi(1)
	mi = mi
	mi += 1
	_ = func() int { return mi }
	_ = pair{mi, 1}
	_ = []int{mi: 1}
	_ = map[any]int{mi: 1}
	_ = map[string]int{"a": mi}
	_ = [...]float64{mi}
	for range u {
	}
	for a := range u {
		_ = a
	}
	for a, b := range u {
		_, _ = a, b
	}
	u()
	_ = u(1)
	_ = u.(int)
	_ = u.(shape)
	_ = u.a
	_ = u.area()
	_ = u.v
	if u {
	}
	for u {
	}
	switch u {
	case nil:
	case 1:
	}
	switch i {
	case u:
	}
	switch an {
	case u:
	}
	switch u.(type) {
	case int, shape:
	}
	go u
	defer u(1)
	u = u
	u += 1
	_ = func() int { return u }
	_ = pair{u, 1}
	_ = []int{u: 1}
	_ = map[any]int{u: 1}
	_ = map[string]int{"a": u}
	_ = [...]float64{u}
}

func table1[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range u8 {
	}
	for a := range u8 {
		_ = a
	}
	for a, b := range u8 {
		_, _ = a, b
	}
	u8()
	_ = u8(1)
	_ = u8.(int)
	_ = u8.(shape)
	_ = u8.a
	_ = u8.area()
	_ = u8.v
	if u8 {
	}
	for u8 {
	}
	switch u8 {
	case nil:
	case 1:
	}
	switch i {
	case u8:
	}
	switch an {
	case u8:
	}
	switch u8.(type) {
	case int, shape:
	}
	go u8
	defer u8(1)
	u8 = u8
	u8 += 1
	_ = func() int { return u8 }
	_ = pair{u8, 1}
	_ = []int{u8: 1}
	_ = map[any]int{u8: 1}
	_ = map[string]int{"a": u8}
	_ = [...]float64{u8}
	for range r {
	}
	for a := range r {
		_ = a
	}
	for a, b := range r {
		_, _ = a, b
	}
	r()
	_ = r(1)
	_ = r.(int)
	_ = r.(shape)
	_ = r.a
	_ = r.area()
	_ = r.v
	if r {
	}
	for r {
	}
	switch r {
	case nil:
	case 1:
	}
	switch i {
	case r:
	}
	switch an {
	case r:
	}
	switch r.(type) {
	case int, shape:
	}
	go r
	defer r(1)
	r = r
	r += 1
	_ = func() int { return r }
	_ = pair{r, 1}
	_ = []int{r: 1}
	_ = map[any]int{r: 1}
	_ = map[string]int{"a": r}
	_ = [...]float64{r}
	for range up {
	}
	for a := range up {
		_ = a
	}
	for a, b := range up {
		_, _ = a, b
	}
	up()
	_ = up(1)
	_ = up.(int)
	_ = up.(shape)
	_ = up.a
	_ = up.area()
	_ = up.v
	if up {
	}
	for up {
	}
	switch up {
	case nil:
	case 1:
	}
	switch i {
	case up:
	}
	switch an {
	case up:
	}
	switch up.(type) {
	case int, shape:
	}
	go up
	defer up(1)
	up = up
	up += 1
	_ = func() int { return up }
	_ = pair{up, 1}
	_ = []int{up: 1}
	_ = map[any]int{up: 1}
	_ = map[string]int{"a": up}
	_ = [...]float64{up}
	for range f {
	}
	for a := range f {
		_ = a
	}
	for a, b := range f {
		_, _ = a, b
	}
	f()
	_ = f(1)
	_ = f.(int)
	_ = f.(shape)
	_ = f.a
	_ = f.area()
	_ = f.v
	if f {
	}
	for f {
	}
	switch f {
	case nil:
	case 1:
	}
	switch i {
	case f:
	}
	switch an {
	case f:
	}
	switch f.(type) {
	case int, shape:
	}
	go f
	defer f(1)
	f = f
	f += 1
	_ = func() int { return f }
	_ = pair{f, 1}
	_ = []int{f: 1}
	_ = map[any]int{f: 1}
	_ = map[string]int{"a": f}
	_ = [...]float64{f}
	for range mf {
	}
	for a := range mf {
		_ = a
	}
	for a, b := range mf {
		_, _ = a, b
	}
	mf()
	_ = mf(1)
	_ = mf.(int)
	_ = mf.(shape)
	_ = mf.a
	_ = mf.area()
	_ = mf.v
	if mf {
	}
	for mf {
	}
	switch mf {
	case nil:
	case 1:
	}
	switch i {
	case mf:
	}
	switch an {
	case mf:
	}
	switch mf.(type) {
	case int, shape:
	}
	go mf
	defer mf(1)
	mf = mf
	mf += 1
	_ = func() int { return mf }
	_ = pair{mf, 1}
	_ = []int{mf: 1}
	_ = map[any]int{mf: 1}
	_ = map[string]int{"a": mf}
	_ = [...]float64{mf}
	for range c {
	}
	for a := range c {
		_ = a
	}
	for a, b := range c {
		_, _ = a, b
	}
	c()
	_ = c(1)
	_ = c.(int)
	_ = c.(shape)
	_ = c.a
	_ = c.area()
	_ = c.v
	if c {
	}
	for c {
	}
	switch c {
	case nil:
	case 1:
	}
	switch i {
	case c:
	}
	switch an {
	case c:
	}
	switch c.(type) {
	case int, shape:
	}
	go c
	defer c(1)
	c = c
	c += 1
	_ = func() int { return c }
	_ = pair{c, 1}
	_ = []int{c: 1}
	_ = map[any]int{c: 1}
	_ = map[string]int{"a": c}
	_ = [...]float64{c}
}

func table2[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range s {
	}
	for a := range s {
		_ = a
	}
	for a, b := range s {
		_, _ = a, b
	}
	s()
	_ = s(1)
	_ = s.(int)
	_ = s.(shape)
	_ = s.a
	_ = s.area()
	_ = s.v
	if s {
	}
	for s {
	}
	switch s {
	case nil:
	case 1:
	}
	switch i {
	case s:
	}
	switch an {
	case s:
	}
	switch s.(type) {
	case int, shape:
	}
	go s
	defer s(1)
	s = s
	s += 1
	_ = func() int { return s }
	_ = pair{s, 1}
	_ = []int{s: 1}
	_ = map[any]int{s: 1}
	_ = map[string]int{"a": s}
	_ = [...]float64{s}
	for range ms {
	}
	for a := range ms {
		_ = a
	}
	for a, b := range ms {
		_, _ = a, b
	}
	ms()
	_ = ms(1)
	_ = ms.(int)
	_ = ms.(shape)
	_ = ms.a
	_ = ms.area()
	_ = ms.v
	if ms {
	}
	for ms {
	}
	switch ms {
	case nil:
	case 1:
	}
	switch i {
	case ms:
	}
	switch an {
	case ms:
	}
	switch ms.(type) {
	case int, shape:
	}
	go ms
	defer ms(1)
	ms = ms
	ms += 1
	_ = func() int { return ms }
	_ = pair{ms, 1}
	_ = []int{ms: 1}
	_ = map[any]int{ms: 1}
	_ = map[string]int{"a": ms}
	_ = [...]float64{ms}
	for range p {
	}
	for a := range p {
		_ = a
	}
	for a, b := range p {
		_, _ = a, b
	}
	p()
	_ = p(1)
	_ = p.(int)
	_ = p.(shape)
	_ = p.a
	_ = p.area()
	_ = p.v
	if p {
	}
	for p {
	}
	switch p {
	case nil:
	case 1:
	}
	switch i {
	case p:
	}
	switch an {
	case p:
	}
	switch p.(type) {
	case int, shape:
	}
	go p
	defer p(1)
	p = p
	p += 1
	_ = func() int { return p }
	_ = pair{p, 1}
	_ = []int{p: 1}
	_ = map[any]int{p: 1}
	_ = map[string]int{"a": p}
	_ = [...]float64{p}
	for range pp {
	}
	for a := range pp {
		_ = a
	}
	for a, b := range pp {
		_, _ = a, b
	}
	pp()
	_ = pp(1)
	_ = pp.(int)
	_ = pp.(shape)
	_ = pp.a
	_ = pp.area()
	_ = pp.v
	if pp {
	}
	for pp {
	}
	switch pp {
	case nil:
	case 1:
	}
	switch i {
	case pp:
	}
	switch an {
	case pp:
	}
	switch pp.(type) {
	case int, shape:
	}
	go pp
	defer pp(1)
	pp = pp
	pp += 1
	_ = func() int { return pp }
	_ = pair{pp, 1}
	_ = []int{pp: 1}
	_ = map[any]int{pp: 1}
	_ = map[string]int{"a": pp}
	_ = [...]float64{pp}
	for range us {
	}
	for a := range us {
		_ = a
	}
	for a, b := range us {
		_, _ = a, b
	}
	us()
	_ = us(1)
	_ = us.(int)
	_ = us.(shape)
	_ = us.a
	_ = us.area()
	_ = us.v
	if us {
	}
	for us {
	}
	switch us {
	case nil:
	case 1:
	}
	switch i {
	case us:
	}
	switch an {
	case us:
	}
	switch us.(type) {
	case int, shape:
	}
	go us
	defer us(1)
	us = us
	us += 1
	_ = func() int { return us }
	_ = pair{us, 1}
	_ = []int{us: 1}
	_ = map[any]int{us: 1}
	_ = map[string]int{"a": us}
	_ = [...]float64{us}
	for range sl {
	}
	for a := range sl {
		_ = a
	}
	for a, b := range sl {
		_, _ = a, b
	}
	sl()
	_ = sl(1)
	_ = sl.(int)
	_ = sl.(shape)
	_ = sl.a
	_ = sl.area()
	_ = sl.v
	if sl {
	}
	for sl {
	}
	switch sl {
	case nil:
	case 1:
	}
	switch i {
	case sl:
	}
	switch an {
	case sl:
	}
	switch sl.(type) {
	case int, shape:
	}
	go sl
	defer sl(1)
	sl = sl
	sl += 1
	_ = func() int { return sl }
	_ = pair{sl, 1}
	_ = []int{sl: 1}
	_ = map[any]int{sl: 1}
	_ = map[string]int{"a": sl}
	_ = [...]float64{sl}
}

func table3[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range na {
	}
	for a := range na {
		_ = a
	}
	for a, b := range na {
		_, _ = a, b
	}
	na()
	_ = na(1)
	_ = na.(int)
	_ = na.(shape)
	_ = na.a
	_ = na.area()
	_ = na.v
	if na {
	}
	for na {
	}
	switch na {
	case nil:
	case 1:
	}
	switch i {
	case na:
	}
	switch an {
	case na:
	}
	switch na.(type) {
	case int, shape:
	}
	go na
	defer na(1)
	na = na
	na += 1
	_ = func() int { return na }
	_ = pair{na, 1}
	_ = []int{na: 1}
	_ = map[any]int{na: 1}
	_ = map[string]int{"a": na}
	_ = [...]float64{na}
	for range by {
	}
	for a := range by {
		_ = a
	}
	for a, b := range by {
		_, _ = a, b
	}
	by()
	_ = by(1)
	_ = by.(int)
	_ = by.(shape)
	_ = by.a
	_ = by.area()
	_ = by.v
	if by {
	}
	for by {
	}
	switch by {
	case nil:
	case 1:
	}
	switch i {
	case by:
	}
	switch an {
	case by:
	}
	switch by.(type) {
	case int, shape:
	}
	go by
	defer by(1)
	by = by
	by += 1
	_ = func() int { return by }
	_ = pair{by, 1}
	_ = []int{by: 1}
	_ = map[any]int{by: 1}
	_ = map[string]int{"a": by}
	_ = [...]float64{by}
	for range ar {
	}
	for a := range ar {
		_ = a
	}
	for a, b := range ar {
		_, _ = a, b
	}
	ar()
	_ = ar(1)
	_ = ar.(int)
	_ = ar.(shape)
	_ = ar.a
	_ = ar.area()
	_ = ar.v
	if ar {
	}
	for ar {
	}
	switch ar {
	case nil:
	case 1:
	}
	switch i {
	case ar:
	}
	switch an {
	case ar:
	}
	switch ar.(type) {
	case int, shape:
	}
	go ar
	defer ar(1)
	ar = ar
	ar += 1
	_ = func() int { return ar }
	_ = pair{ar, 1}
	_ = []int{ar: 1}
	_ = map[any]int{ar: 1}
	_ = map[string]int{"a": ar}
	_ = [...]float64{ar}
	for range af {
	}
	for a := range af {
		_ = a
	}
	for a, b := range af {
		_, _ = a, b
	}
	af()
	_ = af(1)
	_ = af.(int)
	_ = af.(shape)
	_ = af.a
	_ = af.area()
	_ = af.v
	if af {
	}
	for af {
	}
	switch af {
	case nil:
	case 1:
	}
	switch i {
	case af:
	}
	switch an {
	case af:
	}
	switch af.(type) {
	case int, shape:
	}
	go af
	defer af(1)
	af = af
	af += 1
	_ = func() int { return af }
	_ = pair{af, 1}
	_ = []int{af: 1}
	_ = map[any]int{af: 1}
	_ = map[string]int{"a": af}
	_ = [...]float64{af}
	for range m {
	}
	for a := range m {
		_ = a
	}
	for a, b := range m {
		_, _ = a, b
	}
	m()
	_ = m(1)
	_ = m.(int)
	_ = m.(shape)
	_ = m.a
	_ = m.area()
	_ = m.v
	if m {
	}
	for m {
	}
	switch m {
	case nil:
	case 1:
	}
	switch i {
	case m:
	}
	switch an {
	case m:
	}
	switch m.(type) {
	case int, shape:
	}
	go m
	defer m(1)
	m = m
	m += 1
	_ = func() int { return m }
	_ = pair{m, 1}
	_ = []int{m: 1}
	_ = map[any]int{m: 1}
	_ = map[string]int{"a": m}
	_ = [...]float64{m}
	for range ch {
	}
	for a := range ch {
		_ = a
	}
	for a, b := range ch {
		_, _ = a, b
	}
	ch()
	_ = ch(1)
	_ = ch.(int)
	_ = ch.(shape)
	_ = ch.a
	_ = ch.area()
	_ = ch.v
	if ch {
	}
	for ch {
	}
	switch ch {
	case nil:
	case 1:
	}
	switch i {
	case ch:
	}
	switch an {
	case ch:
	}
	switch ch.(type) {
	case int, shape:
	}
	go ch
	defer ch(1)
	ch = ch
	ch += 1
	_ = func() int { return ch }
	_ = pair{ch, 1}
	_ = []int{ch: 1}
	_ = map[any]int{ch: 1}
	_ = map[string]int{"a": ch}
	_ = [...]float64{ch}
}

func table4[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range cr {
	}
	for a := range cr {
		_ = a
	}
	for a, b := range cr {
		_, _ = a, b
	}
	cr()
	_ = cr(1)
	_ = cr.(int)
	_ = cr.(shape)
	_ = cr.a
	_ = cr.area()
	_ = cr.v
	if cr {
	}
	for cr {
	}
	switch cr {
	case nil:
	case 1:
	}
	switch i {
	case cr:
	}
	switch an {
	case cr:
	}
	switch cr.(type) {
	case int, shape:
	}
	go cr
	defer cr(1)
	cr = cr
	cr += 1
	_ = func() int { return cr }
	_ = pair{cr, 1}
	_ = []int{cr: 1}
	_ = map[any]int{cr: 1}
	_ = map[string]int{"a": cr}
	_ = [...]float64{cr}
	for range cs {
	}
	for a := range cs {
		_ = a
	}
	for a, b := range cs {
		_, _ = a, b
	}
	cs()
	_ = cs(1)
	_ = cs.(int)
	_ = cs.(shape)
	_ = cs.a
	_ = cs.area()
	_ = cs.v
	if cs {
	}
	for cs {
	}
	switch cs {
	case nil:
	case 1:
	}
	switch i {
	case cs:
	}
	switch an {
	case cs:
	}
	switch cs.(type) {
	case int, shape:
	}
	go cs
	defer cs(1)
	cs = cs
	cs += 1
	_ = func() int { return cs }
	_ = pair{cs, 1}
	_ = []int{cs: 1}
	_ = map[any]int{cs: 1}
	_ = map[string]int{"a": cs}
	_ = [...]float64{cs}
	for range fn {
	}
	for a := range fn {
		_ = a
	}
	for a, b := range fn {
		_, _ = a, b
	}
	fn()
	_ = fn(1)
	_ = fn.(int)
	_ = fn.(shape)
	_ = fn.a
	_ = fn.area()
	_ = fn.v
	if fn {
	}
	for fn {
	}
	switch fn {
	case nil:
	case 1:
	}
	switch i {
	case fn:
	}
	switch an {
	case fn:
	}
	switch fn.(type) {
	case int, shape:
	}
	go fn
	defer fn(1)
	fn = fn
	fn += 1
	_ = func() int { return fn }
	_ = pair{fn, 1}
	_ = []int{fn: 1}
	_ = map[any]int{fn: 1}
	_ = map[string]int{"a": fn}
	_ = [...]float64{fn}
	for range st {
	}
	for a := range st {
		_ = a
	}
	for a, b := range st {
		_, _ = a, b
	}
	st()
	_ = st(1)
	_ = st.(int)
	_ = st.(shape)
	_ = st.a
	_ = st.area()
	_ = st.v
	if st {
	}
	for st {
	}
	switch st {
	case nil:
	case 1:
	}
	switch i {
	case st:
	}
	switch an {
	case st:
	}
	switch st.(type) {
	case int, shape:
	}
	go st
	defer st(1)
	st = st
	st += 1
	_ = func() int { return st }
	_ = pair{st, 1}
	_ = []int{st: 1}
	_ = map[any]int{st: 1}
	_ = map[string]int{"a": st}
	_ = [...]float64{st}
	for range ho {
	}
	for a := range ho {
		_ = a
	}
	for a, b := range ho {
		_, _ = a, b
	}
	ho()
	_ = ho(1)
	_ = ho.(int)
	_ = ho.(shape)
	_ = ho.a
	_ = ho.area()
	_ = ho.v
	if ho {
	}
	for ho {
	}
	switch ho {
	case nil:
	case 1:
	}
	switch i {
	case ho:
	}
	switch an {
	case ho:
	}
	switch ho.(type) {
	case int, shape:
	}
	go ho
	defer ho(1)
	ho = ho
	ho += 1
	_ = func() int { return ho }
	_ = pair{ho, 1}
	_ = []int{ho: 1}
	_ = map[any]int{ho: 1}
	_ = map[string]int{"a": ho}
	_ = [...]float64{ho}
	for range un {
	}
	for a := range un {
		_ = a
	}
	for a, b := range un {
		_, _ = a, b
	}
	un()
	_ = un(1)
	_ = un.(int)
	_ = un.(shape)
	_ = un.a
	_ = un.area()
	_ = un.v
	if un {
	}
	for un {
	}
	switch un {
	case nil:
	case 1:
	}
	switch i {
	case un:
	}
	switch an {
	case un:
	}
	switch un.(type) {
	case int, shape:
	}
	go un
	defer un(1)
	un = un
	un += 1
	_ = func() int { return un }
	_ = pair{un, 1}
	_ = []int{un: 1}
	_ = map[any]int{un: 1}
	_ = map[string]int{"a": un}
	_ = [...]float64{un}
}

func table5[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range an {
	}
	for a := range an {
		_ = a
	}
	for a, b := range an {
		_, _ = a, b
	}
	an()
	_ = an(1)
	_ = an.(int)
	_ = an.(shape)
	_ = an.a
	_ = an.area()
	_ = an.v
	if an {
	}
	for an {
	}
	switch an {
	case nil:
	case 1:
	}
	switch i {
	case an:
	}
	switch an {
	case an:
	}
	switch an.(type) {
	case int, shape:
	}
	go an
	defer an(1)
	an = an
	an += 1
	_ = func() int { return an }
	_ = pair{an, 1}
	_ = []int{an: 1}
	_ = map[any]int{an: 1}
	_ = map[string]int{"a": an}
	_ = [...]float64{an}
	for range er {
	}
	for a := range er {
		_ = a
	}
	for a, b := range er {
		_, _ = a, b
	}
	er()
	_ = er(1)
	_ = er.(int)
	_ = er.(shape)
	_ = er.a
	_ = er.area()
	_ = er.v
	if er {
	}
	for er {
	}
	switch er {
	case nil:
	case 1:
	}
	switch i {
	case er:
	}
	switch an {
	case er:
	}
	switch er.(type) {
	case int, shape:
	}
	go er
	defer er(1)
	er = er
	er += 1
	_ = func() int { return er }
	_ = pair{er, 1}
	_ = []int{er: 1}
	_ = map[any]int{er: 1}
	_ = map[string]int{"a": er}
	_ = [...]float64{er}
	for range sh {
	}
	for a := range sh {
		_ = a
	}
	for a, b := range sh {
		_, _ = a, b
	}
	sh()
	_ = sh(1)
	_ = sh.(int)
	_ = sh.(shape)
	_ = sh.a
	_ = sh.area()
	_ = sh.v
	if sh {
	}
	for sh {
	}
	switch sh {
	case nil:
	case 1:
	}
	switch i {
	case sh:
	}
	switch an {
	case sh:
	}
	switch sh.(type) {
	case int, shape:
	}
	go sh
	defer sh(1)
	sh = sh
	sh += 1
	_ = func() int { return sh }
	_ = pair{sh, 1}
	_ = []int{sh: 1}
	_ = map[any]int{sh: 1}
	_ = map[string]int{"a": sh}
	_ = [...]float64{sh}
	for range bx {
	}
	for a := range bx {
		_ = a
	}
	for a, b := range bx {
		_, _ = a, b
	}
	bx()
	_ = bx(1)
	_ = bx.(int)
	_ = bx.(shape)
	_ = bx.a
	_ = bx.area()
	_ = bx.v
	if bx {
	}
	for bx {
	}
	switch bx {
	case nil:
	case 1:
	}
	switch i {
	case bx:
	}
	switch an {
	case bx:
	}
	switch bx.(type) {
	case int, shape:
	}
	go bx
	defer bx(1)
	bx = bx
	bx += 1
	_ = func() int { return bx }
	_ = pair{bx, 1}
	_ = []int{bx: 1}
	_ = map[any]int{bx: 1}
	_ = map[string]int{"a": bx}
	_ = [...]float64{bx}
	for range t1 {
	}
	for a := range t1 {
		_ = a
	}
	for a, b := range t1 {
		_, _ = a, b
	}
	t1()
	_ = t1(1)
	_ = t1.(int)
	_ = t1.(shape)
	_ = t1.a
	_ = t1.area()
	_ = t1.v
	if t1 {
	}
	for t1 {
	}
	switch t1 {
	case nil:
	case 1:
	}
	switch i {
	case t1:
	}
	switch an {
	case t1:
	}
	switch t1.(type) {
	case int, shape:
	}
	go t1
	defer t1(1)
	t1 = t1
	t1 += 1
	_ = func() int { return t1 }
	_ = pair{t1, 1}
	_ = []int{t1: 1}
	_ = map[any]int{t1: 1}
	_ = map[string]int{"a": t1}
	_ = [...]float64{t1}
	for range t2 {
	}
	for a := range t2 {
		_ = a
	}
	for a, b := range t2 {
		_, _ = a, b
	}
	t2()
	_ = t2(1)
	_ = t2.(int)
	_ = t2.(shape)
	_ = t2.a
	_ = t2.area()
	_ = t2.v
	if t2 {
	}
	for t2 {
	}
	switch t2 {
	case nil:
	case 1:
	}
	switch i {
	case t2:
	}
	switch an {
	case t2:
	}
	switch t2.(type) {
	case int, shape:
	}
	go t2
	defer t2(1)
	t2 = t2
	t2 += 1
	_ = func() int { return t2 }
	_ = pair{t2, 1}
	_ = []int{t2: 1}
	_ = map[any]int{t2: 1}
	_ = map[string]int{"a": t2}
	_ = [...]float64{t2}
}

func table6[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range t3 {
	}
	for a := range t3 {
		_ = a
	}
	for a, b := range t3 {
		_, _ = a, b
	}
	t3()
	_ = t3(1)
	_ = t3.(int)
	_ = t3.(shape)
	_ = t3.a
	_ = t3.area()
	_ = t3.v
	if t3 {
	}
	for t3 {
	}
	switch t3 {
	case nil:
	case 1:
	}
	switch i {
	case t3:
	}
	switch an {
	case t3:
	}
	switch t3.(type) {
	case int, shape:
	}
	go t3
	defer t3(1)
	t3 = t3
	t3 += 1
	_ = func() int { return t3 }
	_ = pair{t3, 1}
	_ = []int{t3: 1}
	_ = map[any]int{t3: 1}
	_ = map[string]int{"a": t3}
	_ = [...]float64{t3}
	for range t4 {
	}
	for a := range t4 {
		_ = a
	}
	for a, b := range t4 {
		_, _ = a, b
	}
	t4()
	_ = t4(1)
	_ = t4.(int)
	_ = t4.(shape)
	_ = t4.a
	_ = t4.area()
	_ = t4.v
	if t4 {
	}
	for t4 {
	}
	switch t4 {
	case nil:
	case 1:
	}
	switch i {
	case t4:
	}
	switch an {
	case t4:
	}
	switch t4.(type) {
	case int, shape:
	}
	go t4
	defer t4(1)
	t4 = t4
	t4 += 1
	_ = func() int { return t4 }
	_ = pair{t4, 1}
	_ = []int{t4: 1}
	_ = map[any]int{t4: 1}
	_ = map[string]int{"a": t4}
	_ = [...]float64{t4}
	for range nil {
	}
	for a := range nil {
		_ = a
	}
	for a, b := range nil {
		_, _ = a, b
	}
	nil()
	_ = nil(1)
	_ = nil.(int)
	_ = nil.(shape)
	_ = nil.a
	_ = nil.area()
	_ = nil.v
	if nil {
	}
	for nil {
	}
	switch nil {
	case nil:
	case 1:
	}
	switch i {
	case nil:
	}
	switch an {
	case nil:
	}
	switch nil.(type) {
	case int, shape:
	}
	go nil
	defer nil(1)
	nil = nil
	nil += 1
	_ = func() int { return nil }
	_ = pair{nil, 1}
	_ = []int{nil: 1}
	_ = map[any]int{nil: 1}
	_ = map[string]int{"a": nil}
	_ = [...]float64{nil}
	for range true {
	}
	for a := range true {
		_ = a
	}
	for a, b := range true {
		_, _ = a, b
	}
	true()
	_ = true(1)
	_ = true.(int)
	_ = true.(shape)
	_ = true.a
	_ = true.area()
	_ = true.v
	if true {
	}
	for true {
	}
	switch true {
	case nil:
	case 1:
	}
	switch i {
	case true:
	}
	switch an {
	case true:
	}
	switch true.(type) {
	case int, shape:
	}
	go true
	defer true(1)
	true = true
	true += 1
	_ = func() int { return true }
	_ = pair{true, 1}
	_ = []int{true: 1}
	_ = map[any]int{true: 1}
	_ = map[string]int{"a": true}
	_ = [...]float64{true}
	for range "k" {
	}
	for a := range "k" {
		_ = a
	}
	for a, b := range "k" {
		_, _ = a, b
	}
	"k"()
	_ = "k"(1)
	_ = "k".(int)
	_ = "k".(shape)
	_ = "k".a
	_ = "k".area()
	_ = "k".v
	if "k" {
	}
	for "k" {
	}
	switch "k" {
	case nil:
	case 1:
	}
	switch i {
	case "k":
	}
	switch an {
	case "k":
	}
	switch "k".(type) {
	case int, shape:
	}
	go "k"
	defer "k"(1)
	"k" = "k"
	"k" += 1
	_ = func() int { return "k" }
	_ = pair{"k", 1}
	_ = []int{"k": 1}
	_ = map[any]int{"k": 1}
	_ = map[string]int{"a": "k"}
	_ = [...]float64{"k"}
	for range 'r' {
	}
	for a := range 'r' {
		_ = a
	}
	for a, b := range 'r' {
		_, _ = a, b
	}
	'r'()
	_ = 'r'(1)
	_ = 'r'.(int)
	_ = 'r'.(shape)
	_ = 'r'.a
	_ = 'r'.area()
	_ = 'r'.v
	if 'r' {
	}
	for 'r' {
	}
	switch 'r' {
	case nil:
	case 1:
	}
	switch i {
	case 'r':
	}
	switch an {
	case 'r':
	}
	switch 'r'.(type) {
	case int, shape:
	}
	go 'r'
	defer 'r'(1)
	'r' = 'r'
	'r' += 1
	_ = func() int { return 'r' }
	_ = pair{'r', 1}
	_ = []int{'r': 1}
	_ = map[any]int{'r': 1}
	_ = map[string]int{"a": 'r'}
	_ = [...]float64{'r'}
}

func table7[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range (1) {
	}
	for a := range (1) {
		_ = a
	}
	for a, b := range (1) {
		_, _ = a, b
	}
	(1)()
	_ = (1)(1)
	_ = (1).(int)
	_ = (1).(shape)
	_ = (1).a
	_ = (1).area()
	_ = (1).v
	if (1) {
	}
	for (1) {
	}
	switch (1) {
	case nil:
	case 1:
	}
	switch i {
	case (1):
	}
	switch an {
	case (1):
	}
	switch (1).(type) {
	case int, shape:
	}
	go (1)
	defer (1)(1)
	(1) = (1)
	(1) += 1
	_ = func() int { return (1) }
	_ = pair{(1), 1}
	_ = []int{(1): 1}
	_ = map[any]int{(1): 1}
	_ = map[string]int{"a": (1)}
	_ = [...]float64{(1)}
	for range (-1) {
	}
	for a := range (-1) {
		_ = a
	}
	for a, b := range (-1) {
		_, _ = a, b
	}
	(-1)()
	_ = (-1)(1)
	_ = (-1).(int)
	_ = (-1).(shape)
	_ = (-1).a
	_ = (-1).area()
	_ = (-1).v
	if (-1) {
	}
	for (-1) {
	}
	switch (-1) {
	case nil:
	case 1:
	}
	switch i {
	case (-1):
	}
	switch an {
	case (-1):
	}
	switch (-1).(type) {
	case int, shape:
	}
	go (-1)
	defer (-1)(1)
	(-1) = (-1)
	(-1) += 1
	_ = func() int { return (-1) }
	_ = pair{(-1), 1}
	_ = []int{(-1): 1}
	_ = map[any]int{(-1): 1}
	_ = map[string]int{"a": (-1)}
	_ = [...]float64{(-1)}
	for range (300) {
	}
	for a := range (300) {
		_ = a
	}
	for a, b := range (300) {
		_, _ = a, b
	}
	(300)()
	_ = (300)(1)
	_ = (300).(int)
	_ = (300).(shape)
	_ = (300).a
	_ = (300).area()
	_ = (300).v
	if (300) {
	}
	for (300) {
	}
	switch (300) {
	case nil:
	case 1:
	}
	switch i {
	case (300):
	}
	switch an {
	case (300):
	}
	switch (300).(type) {
	case int, shape:
	}
	go (300)
	defer (300)(1)
	(300) = (300)
	(300) += 1
	_ = func() int { return (300) }
	_ = pair{(300), 1}
	_ = []int{(300): 1}
	_ = map[any]int{(300): 1}
	_ = map[string]int{"a": (300)}
	_ = [...]float64{(300)}
	for range (1.5) {
	}
	for a := range (1.5) {
		_ = a
	}
	for a, b := range (1.5) {
		_, _ = a, b
	}
	(1.5)()
	_ = (1.5)(1)
	_ = (1.5).(int)
	_ = (1.5).(shape)
	_ = (1.5).a
	_ = (1.5).area()
	_ = (1.5).v
	if (1.5) {
	}
	for (1.5) {
	}
	switch (1.5) {
	case nil:
	case 1:
	}
	switch i {
	case (1.5):
	}
	switch an {
	case (1.5):
	}
	switch (1.5).(type) {
	case int, shape:
	}
	go (1.5)
	defer (1.5)(1)
	(1.5) = (1.5)
	(1.5) += 1
	_ = func() int { return (1.5) }
	_ = pair{(1.5), 1}
	_ = []int{(1.5): 1}
	_ = map[any]int{(1.5): 1}
	_ = map[string]int{"a": (1.5)}
	_ = [...]float64{(1.5)}
	for range (2.0) {
	}
	for a := range (2.0) {
		_ = a
	}
	for a, b := range (2.0) {
		_, _ = a, b
	}
	(2.0)()
	_ = (2.0)(1)
	_ = (2.0).(int)
	_ = (2.0).(shape)
	_ = (2.0).a
	_ = (2.0).area()
	_ = (2.0).v
	if (2.0) {
	}
	for (2.0) {
	}
	switch (2.0) {
	case nil:
	case 1:
	}
	switch i {
	case (2.0):
	}
	switch an {
	case (2.0):
	}
	switch (2.0).(type) {
	case int, shape:
	}
	go (2.0)
	defer (2.0)(1)
	(2.0) = (2.0)
	(2.0) += 1
	_ = func() int { return (2.0) }
	_ = pair{(2.0), 1}
	_ = []int{(2.0): 1}
	_ = map[any]int{(2.0): 1}
	_ = map[string]int{"a": (2.0)}
	_ = [...]float64{(2.0)}
	for range (1i) {
	}
	for a := range (1i) {
		_ = a
	}
	for a, b := range (1i) {
		_, _ = a, b
	}
	(1i)()
	_ = (1i)(1)
	_ = (1i).(int)
	_ = (1i).(shape)
	_ = (1i).a
	_ = (1i).area()
	_ = (1i).v
	if (1i) {
	}
	for (1i) {
	}
	switch (1i) {
	case nil:
	case 1:
	}
	switch i {
	case (1i):
	}
	switch an {
	case (1i):
	}
	switch (1i).(type) {
	case int, shape:
	}
	go (1i)
	defer (1i)(1)
	(1i) = (1i)
	(1i) += 1
	_ = func() int { return (1i) }
	_ = pair{(1i), 1}
	_ = []int{(1i): 1}
	_ = map[any]int{(1i): 1}
	_ = map[string]int{"a": (1i)}
	_ = [...]float64{(1i)}
}

func table8[T any, U integer, W texty, X number](b bool, mb myBool, i int, i8 int8, mi myInt, u uint, u8 byte, r rune, up uintptr, f float64, mf myFloat, c complex64, s string, ms myStr, p *int, pp *pair, us unsafe.Pointer, sl []int, na named, by []byte, ar [2]int, af [1]func(), m map[string]int, ch chan int, cr <-chan int, cs chan<- int, fn func(int) string, st pair, ho holds, un struct{ a, b int }, an any, er error, sh shape, bx box[int], t1 T, t2 U, t3 W, t4 X) {
	for range (1e40) {
	}
	for a := range (1e40) {
		_ = a
	}
	for a, b := range (1e40) {
		_, _ = a, b
	}
	(1e40)()
	_ = (1e40)(1)
	_ = (1e40).(int)
	_ = (1e40).(shape)
	_ = (1e40).a
	_ = (1e40).area()
	_ = (1e40).v
	if (1e40) {
	}
	for (1e40) {
	}
	switch (1e40) {
	case nil:
	case 1:
	}
	switch i {
	case (1e40):
	}
	switch an {
	case (1e40):
	}
	switch (1e40).(type) {
	case int, shape:
	}
	go (1e40)
	defer (1e40)(1)
	(1e40) = (1e40)
	(1e40) += 1
	_ = func() int { return (1e40) }
	_ = pair{(1e40), 1}
	_ = []int{(1e40): 1}
	_ = map[any]int{(1e40): 1}
	_ = map[string]int{"a": (1e40)}
	_ = [...]float64{(1e40)}
}

func main() {}
