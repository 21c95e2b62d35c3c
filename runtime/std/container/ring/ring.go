// Package ring has circular lists, of which any element stands for the whole.
package ring

// Ring is an element of a circular list; the zero value is a ring of one.
type Ring struct {
	next, prev *Ring
	Value      any // for the client; the library leaves it alone
}

// New is a ring of n elements; nil for n <= 0.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	r := new(Ring)
	last := r
	for ; n > 1; n-- {
		e := &Ring{prev: last}
		last.next = e
		last = e
	}
	last.next, r.prev = r, last
	return r
}

// closed makes a zero Ring a ring of one.
func (r *Ring) closed() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// Next is the element after r.
func (r *Ring) Next() *Ring { return r.closed().next }

// Prev is the element before r.
func (r *Ring) Prev() *Ring { return r.closed().prev }

// Move is the element n places after r, or -n before it.
func (r *Ring) Move(n int) *Ring {
	r.closed()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link makes s follow r and gives what followed r. In one ring that takes out the elements between
// them; of two rings it makes one, s's elements behind r.
func (r *Ring) Link(s *Ring) *Ring {
	after := r.Next()
	if s != nil {
		last := s.Prev()
		r.next, s.prev = s, r
		last.next, after.prev = after, last
	}
	return after
}

// Unlink takes out n elements after r and gives them, as a ring.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len is the number of elements.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for e := r.Next(); e != r; e = e.next {
		n++
	}
	return n
}

// Do calls f with the value of each element, from r on.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for e := r.Next(); e != r; e = e.next {
		f(e.Value)
	}
}
