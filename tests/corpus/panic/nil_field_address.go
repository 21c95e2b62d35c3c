// The report names the address that was touched: the field's offset.
package main

type list struct {
	head, tail *list
	n          int32
	m          int32
}

func (l *list) touch() { l.tail.m = 3 }

func main() {
	defer func() {
		recover()
		l := &list{}
		l.touch()
	}()
	var l *list
	l.n++
}
