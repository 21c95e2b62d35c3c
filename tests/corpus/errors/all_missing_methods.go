// Why a type lacks a method: each reason, in assignments, assertions, instantiations and conversions.
package main

type I interface{ Foo(int) string }
type J interface {
	I
	bar()
}
type None struct{}
type Lower struct{}
type Upper struct{}
type Other struct{}
type Ptr struct{}
type Field struct{ Foo int }
type LowerField struct{ foo int }
type Emb struct{ *Ptr }
type EmbVal struct{ Ptr }
type Func func(int) string
type Alike interface{ foo(int) string }
type Small interface{ FOO() }
type BAR struct{}
type PtrLower struct{}
type Two struct {
	Ptr
	Emb
}

func (Lower) foo(int) string      { return "" }
func (Upper) FOO(int) string      { return "" }
func (Other) Foo(string) int      { return 0 }
func (*Ptr) Foo(int) string       { return "" }
func (*PtrLower) foo(int) string  { return "" }
func (BAR) Foo(int) string        { return "" }
func (BAR) Bar()                  {}

func need[T I](T)     {}
func needJ[T J]()     {}
func all(x any, i I, a Alike, s Small, e error) {
	i = None{}
	i = Lower{}
	i = Upper{}
	i = Other{}
	i = Ptr{}
	i = &Ptr{}
	i = Field{}
	i = LowerField{}
	i = Emb{}
	i = EmbVal{}
	i = &EmbVal{}
	i = Func(nil)
	i = a
	i = s
	i = e
	i = PtrLower{}
	i = &PtrLower{}
	i = Two{}
	i = &i
	i = 1
	i = nil
	i = func(int) string { return "" }
	var j J = BAR{}
	j = &BAR{}
	j = i
	_ = i.(None)
	_ = i.(Lower)
	_ = i.(Upper)
	_ = i.(Other)
	_ = i.(Ptr)
	_ = i.(*Ptr)
	_ = i.(J)
	_ = j.(BAR)
	_ = i.(Alike)
	_ = x.(I)
	_ = I(Lower{})
	_ = I(Upper{})
	_ = J(i)
	need(None{})
	need(Lower{})
	need(Upper{})
	need(Other{})
	need(Ptr{})
	need(&Ptr{})
	need(Field{})
	need(Emb{})
	need(a)
	need(1)
	needJ[BAR]()
	needJ[J]()
	needJ[I]()
	switch i.(type) {
	case None:
	case Lower, Other:
	case Upper:
	case Ptr:
	case *Ptr, Emb:
	case interface{ Foo(int) }:
	case Alike:
	}
	_ = i == None{}
	_ = Lower{} == i
	_ = map[I]int{Upper{}: 1}
	_ = []I{Other{}, &Ptr{}, Ptr{}}
	var c chan I
	c <- LowerField{}
	func() (I, error) { return Lower{}, None{} }()
	_ = append([]I{}, Upper{})
	i, e = Field{}, Two{}
}

func main() {}
