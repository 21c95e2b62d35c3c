package main

type list struct {
	next *list
	xs   []int
}

func (l *list) last() *list {
	for l.next != nil {
		l = l.next
	}
	return l
}

func at(l *list, i int) int {
	defer func() {
		if e := recover(); e != nil {
			panic(e)
		}
	}()
	return l.last().xs[i]
}

func main() {
	l := &list{xs: []int{1}}
	println(at(l, 0))
	at(&list{next: l}, 5)
}
