// Selectors: fields and methods by depth, name, pointer and package.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

type a struct{ x, y int }
type b struct{ x, z int }
type c struct {
	a
	b
}
type d struct {
	c
	x string
}
type e struct{ *c }
type p struct{ inner }
type inner struct{ leaf }
type leaf struct{ deep int }

func (leaf) val()  {}
func (*leaf) ptr() {}
func (a) both()    {}
func (b) both()    {}
func (a) x1()      {}

type i interface{ val() }
type j interface {
	i
	ptr()
}
type k struct{ i }
type l struct {
	i
	j
}
type g[T any] struct{ v T }

func (g[T]) get() T   { var t T; return t }
func (*g[T]) set(T)   {}
func (r g[T]) Upper() {}

type h struct{ *g[int] }
type pi *i
type pp **leaf
type named *leaf
type Exported struct{ Field, other int }

func get() leaf { return leaf{} }

func main() {
	var vc c
	var vd d
	var ve e
	_, _, _, _, _ = vc.x, vc.y, vc.z, vc.a.x, vc.both
	_, _, _, _, _ = vd.x, vd.y, vd.both, vd.c.x, vd.w
	_, _, _ = ve.x, ve.y, ve.c.a.both
	vc.both()
	vd.x()
	vd.x = 1
	var vp p
	vp.deep, vp.leaf.deep, vp.inner.deep = 1, "a", 2
	vp.val()
	vp.ptr()
	p{}.val()
	p{}.ptr()
	(&p{}).ptr()
	get().val()
	get().ptr()
	(&vp).deep = 1
	ppp := &vp
	(&ppp).deep = 1
	(&ppp).val()
	(**(&ppp)).ptr()
	map[string]leaf{}["a"].val()
	map[string]leaf{}["a"].ptr()
	map[string]leaf{}["a"].deep = 1
	[]leaf{}[0].ptr()
	[1]leaf{}[0].ptr()
	var vi i = vp
	var vj j = vp
	vj = &vp
	vi = vj
	vj = vi
	vi.ptr()
	vi.deep()
	(&vi).val()
	(*&vi).val()
	vk, vl := k{}, l{}
	vk.val()
	vk.ptr()
	vl.val()
	vl.ptr()
	var _ i = vk
	var _ i = vl
	var _ j = vl
	var vpi pi
	vpi.val()
	(*vpi).val()
	var vpp pp
	vpp.deep = 1
	(*vpp).deep = 1
	var vn named
	vn.deep = 1
	vn.val()
	vn.ptr()
	(*vn).ptr()
	_ = leaf.val
	_ = leaf.ptr
	_ = (*leaf).val
	_ = (*leaf).ptr
	_ = (**leaf).val
	_ = leaf.deep
	_ = (*leaf).deep
	_ = i.val
	_ = (*i).val
	_ = p.val
	_ = p.ptr
	_ = (*p).ptr
	_ = k.val
	_ = named.val
	_ = pi.val
	leaf.val()
	leaf.val(1)
	leaf.val(leaf{}, 1)
	(*leaf).ptr(leaf{})
	(*leaf).ptr(&leaf{})
	i.val(leaf{})
	i.val(&vp)
	i.val(1)
	vg := g[int]{}
	vg.set("a")
	g[int]{}.set(1)
	_ = vg.get() + "a"
	_ = g.get
	_ = g[int].get
	_ = g[int].set
	_ = (*g[int]).set
	_ = g[int].upper
	_ = vg.V
	_ = vg.upper
	_ = vg.gET
	vh := h{}
	vh.set(1)
	vh.v = "a"
	_ = h.set
	_ = h.get
	var ex Exported
	_, _, _, _ = ex.field, ex.Other, ex.FIELD, ex.fields
	var bb bytes.Buffer
	_, _, _, _ = bb.buf, bb.Buf, bb.len, bb.write
	bb.Writes()
	bytes.Buffer{}.Len()
	var sb strings.Builder
	sb.addr = nil
	sb.writeString("a")
	_ = strings.builder{}
	_ = strings.Builder{addr: nil}
	_ = strings.Bilder{}
	_ = strings.split
	_ = fmt.newPrinter
	_ = fmt.Stringer.string
	_ = fmt.Stringer.String
	_ = time.Duration.hours
	_ = time.Duration.Hours
	_ = time.second
	_ = time.Time{}.wall
	_ = time.Time{}.ext
	_ = time.Time{}.Wall
	_ = error.error
	_ = error.Error
	var err error
	_ = err.error
	_ = err.Err
	_ = err.Error
	_ = "a".len
	_ = (1).x
	_ = nil.x
	_ = main.x
	_ = main().x
	_ = len.x
	_ = int.x
	_ = fmt.x.y
	_ = undefined.x
	_ = vc._
	vc._ = 1
	_ = func() {}.x
	_ = []int{}.len
	_ = map[string]int{}.a
	_ = struct{ a int }{}.A
	_ = struct{ A int }{}.a
	_ = interface{ m() }(nil).M
	_ = interface{ M() }(nil).m
	_ = make(chan int).x
}
