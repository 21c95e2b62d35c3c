// Aliases in messages, and in what is inferred.
package main

type alias = []string
type B = byte
type A = any
type pal = struct{ a int }
type integer interface{ ~int | ~int64 }
type sh interface{ m() }

func f[T integer](...T) {}
func g[T sh](...T)      {}

func main() {
	f[alias]()
	f[B]()
	f[A]()
	f[pal]()
	f[any]()
	f[interface{}]()
	var a alias
	var b B
	var c A
	var d pal
	var e byte
	f(a)
	f(b)
	f(c)
	f(d)
	f(e)
	g(a)
	g(b)
	g(c)
	g(e)
	g[alias]()
	g[A]()
	g[any]()
	var _ sh = a
	var _ sh = b
	var _ sh = c
	var _ sh = d
	var _ sh = []B{}
	var _ sh = []any{}
	f[[]any]()
	_ = b + 300
	_ = d + nil
	_ = c < 3
	_ = a == 'a'
	_ = c.(B).x
}
