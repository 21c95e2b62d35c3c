// Package unique makes equal values identical, so that they are compared by one word.
//
// Values are kept for as long as the program runs.
package unique

import "sync"

// Handle stands for a value: handles are equal when the values are.
type Handle[T comparable] struct {
	value *T
}

// Value is a copy of the value.
func (h Handle[T]) Value() T { return *h.value }

// key keeps apart equal values of different T, such as an int and an any that holds it.
type key[T comparable] struct{ value T }

// known has a pointer to the one copy of each value.
var known struct {
	sync.Mutex
	values map[any]any
}

// Make is the handle of a value.
func Make[T comparable](value T) Handle[T] {
	known.Lock()
	defer known.Unlock()
	if p, ok := known.values[key[T]{value}]; ok {
		return Handle[T]{p.(*T)}
	}
	if known.values == nil {
		known.values = map[any]any{}
	}
	p := new(T)
	*p = value
	known.values[key[T]{value}] = p
	return Handle[T]{p}
}
