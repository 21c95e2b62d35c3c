package reflect

import "unsafe"

// MakeMap is a new map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize is a new map with room for n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return Value{typ.common(), cell(mapMake(typ.common(), n)), 0}
}

// copied is the value at p, in memory of its own.
func copied(typ, p unsafe.Pointer, f flag) Value {
	to := newObject(typ)
	copyValue(typ, to, p)
	return Value{typ, to, f & readOnly}
}

// MapIndex is the element of a key; the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	k := key.assignTo("reflect.Value.MapIndex", keyOf(v.typ))
	e := mapGet(v.typ, v.word(), k.ptr)
	if e == nil {
		return Value{}
	}
	return copied(elemOf(v.typ), e, v.flag|key.flag)
}

// MapKeys is all keys, in any order.
func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	keys := make([]Value, 0, mapLen(v.word()))
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

// SetMapIndex sets the element of a key; the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	k := key.assignTo("reflect.Value.SetMapIndex", keyOf(v.typ))
	if elem.typ == nil {
		mapDelete(v.typ, v.word(), k.ptr)
		return
	}
	elem.mustBeExported("SetMapIndex")
	e := elem.assignTo("reflect.Value.SetMapIndex", elemOf(v.typ))
	mapSet(v.typ, v.word(), k.ptr, e.ptr)
}

// MapIter goes through a map.
type MapIter struct {
	m         Value
	it        unsafe.Pointer
	key, elem unsafe.Pointer // nil: at no entry
	done      bool
}

// MapRange is an iterator before the first entry.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		panic(v.bad("MapRange"))
	}
	return &MapIter{m: v}
}

// Next goes to the next entry, and reports whether there is one.
func (i *MapIter) Next() bool {
	if !i.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if i.done {
		panic("MapIter.Next called on exhausted iterator")
	}
	if i.it == nil {
		i.it = mapIterate(i.m.typ, i.m.word())
	}
	var ok bool
	ok, i.key, i.elem = mapNext(i.m.typ, i.it)
	i.done = !ok
	return ok
}

func (i *MapIter) check(what string) {
	if i.it == nil {
		panic("MapIter." + what + " called before Next")
	}
	if i.done {
		panic("MapIter." + what + " called on exhausted iterator")
	}
}

// Key is the key of the entry.
func (i *MapIter) Key() Value {
	i.check("Key")
	return copied(keyOf(i.m.typ), i.key, i.m.flag)
}

// Value is the element of the entry.
func (i *MapIter) Value() Value {
	i.check("Value")
	return copied(elemOf(i.m.typ), i.elem, i.m.flag)
}

// Reset makes the iterator go through another map.
func (i *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.must(Map, "MapRange")
	}
	*i = MapIter{m: v}
}

// SetIterKey is v.Set(iter.Key()).
func (v Value) SetIterKey(iter *MapIter) { v.Set(iter.Key()) }

// SetIterValue is v.Set(iter.Value()).
func (v Value) SetIterValue(iter *MapIter) { v.Set(iter.Value()) }
