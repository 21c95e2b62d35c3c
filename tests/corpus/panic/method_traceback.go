package main

type T struct{ n int }

func (t T) Val()  { panic("val") }
func (t *T) Ptr() { t.Val() }

type I interface{ Ptr() }

func main() {
	var i I = &T{1}
	func() {
		f := i.Ptr
		f()
	}()
}
