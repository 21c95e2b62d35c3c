// Names that are almost those of fields and methods, of the program's own types and of other packages', direct and
// through embedded values and pointers.
package main

import (
	"encoding/csv"
	"sync"
)

type own struct {
	Shown  int
	hidden int
}

func (own) Method()  {}
func (*own) method() {}

type (
	value    struct{ own }
	pointer  struct{ *own }
	twice    struct{ *pointer }
	far      struct{ csv.Reader }
	farther  struct{ *csv.Reader }
	farthest struct{ *farther }
	iface    struct{ sync.Locker }
	ifaces   struct{ *iface }
)

func main() {
	var o own
	_, _, _, _ = o.shown, o.SHOWN, o.Hidden, o.hIDDEN
	_, _, _ = o.method2, o.METHOD, o.mETHOD
	var v value
	_, _, _, _, _ = v.shown, v.sHOWN, v.Hidden, v.HIDDEN, v.mEthod
	var p pointer
	_, _, _, _, _ = p.shown, p.sHOWN, p.Hidden, p.HIDDEN, p.mEthod
	var t twice
	_, _, _, _, _ = t.shown, t.sHOWN, t.Hidden, t.HIDDEN, t.mEthod
	var r csv.Reader
	_, _, _, _ = r.comma, r.coMMA, r.COMMA, r.rEAD
	var f far
	_, _, _, _ = f.comma, f.coMMA, f.COMMA, f.rEAD
	var g farther
	_, _, _, _ = g.comma, g.coMMA, g.COMMA, g.rEAD
	var h farthest
	_, _, _, _ = h.comma, h.coMMA, h.COMMA, h.rEAD
	var i iface
	_, _, _ = i.lock, i.lOCK, i.LOCK
	var j ifaces
	_, _, _ = j.lock, j.lOCK, j.LOCK
	_ = own{shown: 1, Hidden: 2}
	_ = csv.Reader{comma: ',', coMMA: ','}
	_ = farther{comma: 1}
	_ = value{Shown: 1}
}
