package main

import (
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type In struct{ a int }

func (In) V()  {}
func (*In) P() {}

type Out struct{ In }
type I interface{ V() }
type OutP struct{ *In }
type OutI struct{ I }
type G[T any] struct{ x T }

func (G[T]) V()  {}
func (*G[T]) P() {}

type F func()

func (F) V() {}

type OutG struct{ G[int] }

// The names of method values and expressions: of the method, or of what calls it for the type.
func name(f any) {
	fmt.Println(runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name())
}

func main() {
	var in In
	var out Out
	outp := OutP{&in}
	var i I = in
	outi := OutI{in}
	var g G[int]
	var og OutG
	pin := &in
	pout := &out
	name(in.V)
	name(in.P)
	name(pin.V)
	name(pin.P)
	name(out.V)
	name(out.P)
	name(pout.V)
	name(pout.P)
	name(outp.V)
	name(outp.P)
	name(i.V)
	name(outi.V)
	name(g.V)
	name(g.P)
	name((&g).V)
	name(og.V)
	name(og.P)
	name(F(nil).V)
	fmt.Println("expressions")
	name(In.V)
	name((*In).V)
	name((*In).P)
	name(Out.V)
	name((*Out).V)
	name((*Out).P)
	name(OutP.V)
	name(OutP.P)
	name(I.V)
	name(OutI.V)
	name((*OutI).V)
	name(G[int].V)
	name((*G[int]).P)
	name((*G[int]).V)
	name(OutG.V)
	name((*OutG).P)
	var b strings.Builder
	name(b.WriteString)
	name((*bytes.Buffer).Write)
	func() { name(in.V) }()
	var an struct{ In }
	name(an.V)
	var err error = fmt.Errorf("x")
	name(err.Error)
	name(error.Error)
}
