// Package list is a doubly linked list.
package list

// Element is one place of a list.
type Element struct {
	next, prev *Element
	owner      *List

	// Value is what the element holds.
	Value any
}

// List is a doubly linked list; its zero value is empty and ready to use.
// The elements form a ring through root, which holds no value.
type List struct {
	root Element
	size int
}

// New gives an empty list.
func New() *List { return new(List).Init() }

// Init empties l.
func (l *List) Init() *List {
	l.root.next = &l.root
	l.root.prev = &l.root
	l.size = 0
	return l
}

// Len is the number of elements.
func (l *List) Len() int { return l.size }

// Next is the element after e, or nil.
func (e *Element) Next() *Element {
	if e.owner == nil || e.next == &e.owner.root {
		return nil
	}
	return e.next
}

// Prev is the element before e, or nil.
func (e *Element) Prev() *Element {
	if e.owner == nil || e.prev == &e.owner.root {
		return nil
	}
	return e.prev
}

// Front is the first element, or nil.
func (l *List) Front() *Element {
	if l.size == 0 {
		return nil
	}
	return l.root.next
}

// Back is the last element, or nil.
func (l *List) Back() *Element {
	if l.size == 0 {
		return nil
	}
	return l.root.prev
}

func (l *List) ready() {
	if l.root.next == nil {
		l.Init()
	}
}

// link puts e behind at.
func (l *List) link(e, at *Element) *Element {
	after := at.next
	e.prev, e.next = at, after
	at.next, after.prev = e, e
	e.owner = l
	l.size++
	return e
}

// shift moves e behind at.
func (l *List) shift(e, at *Element) {
	if e == at || at.next == e {
		return
	}
	e.prev.next = e.next
	e.next.prev = e.prev
	after := at.next
	e.prev, e.next = at, after
	at.next, after.prev = e, e
}

// Remove takes e out of l, if it is in l, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.owner == l {
		e.prev.next = e.next
		e.next.prev = e.prev
		e.next, e.prev, e.owner = nil, nil, nil
		l.size--
	}
	return e.Value
}

// PushFront adds v at the front.
func (l *List) PushFront(v any) *Element {
	l.ready()
	return l.link(&Element{Value: v}, &l.root)
}

// PushBack adds v at the back.
func (l *List) PushBack(v any) *Element {
	l.ready()
	return l.link(&Element{Value: v}, l.root.prev)
}

// InsertBefore adds v before mark; nil if mark is not in l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.owner != l {
		return nil
	}
	return l.link(&Element{Value: v}, mark.prev)
}

// InsertAfter adds v after mark; nil if mark is not in l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.owner != l {
		return nil
	}
	return l.link(&Element{Value: v}, mark)
}

// MoveToFront moves e, if it is in l, to the front.
func (l *List) MoveToFront(e *Element) {
	if e.owner == l && l.root.next != e {
		l.shift(e, &l.root)
	}
}

// MoveToBack moves e, if it is in l, to the back.
func (l *List) MoveToBack(e *Element) {
	if e.owner == l && l.root.prev != e {
		l.shift(e, l.root.prev)
	}
}

// MoveBefore moves e before mark; both must be in l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.owner == l && e != mark && mark.owner == l {
		l.shift(e, mark.prev)
	}
}

// MoveAfter moves e behind mark; both must be in l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.owner == l && e != mark && mark.owner == l {
		l.shift(e, mark)
	}
}

// PushBackList adds copies of other's elements at the back.
func (l *List) PushBackList(other *List) {
	l.ready()
	e := other.Front()
	for n := other.Len(); n > 0; n-- {
		l.link(&Element{Value: e.Value}, l.root.prev)
		e = e.Next()
	}
}

// PushFrontList adds copies of other's elements at the front.
func (l *List) PushFrontList(other *List) {
	l.ready()
	e := other.Back()
	for n := other.Len(); n > 0; n-- {
		l.link(&Element{Value: e.Value}, &l.root)
		e = e.Prev()
	}
}
