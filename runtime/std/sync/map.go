package sync

import "sync/atomic"

// Map is a map that goroutines may use at the same time. The empty Map is ready for use.
//
// Each key has an entry whose value is changed in place, so that only a key's first and last
// moments need the map's lock for writing.
type Map struct {
	_ noCopy

	m       RWMutex
	entries map[any]*mapEntry
}

// mapEntry holds the value of a key, or nil when the key has been taken out: such an entry never
// gets a value again.
type mapEntry struct {
	value atomic.Pointer[any]
}

// find gives the entry of a key, or nil.
func (m *Map) find(key any) *mapEntry {
	m.m.RLock()
	defer m.m.RUnlock()
	if len(m.entries) == 0 {
		// The key is hashed all the same.
		return noEntries[key]
	}
	return m.entries[key]
}

type noKey struct{}

var noEntries = map[any]*mapEntry{noKey{}: nil}

// insert makes an entry for a key that has none with a value, or gives the one that it has.
func (m *Map) insert(key any, value *any) (e *mapEntry, fresh bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if e = m.entries[key]; e != nil && e.value.Load() != nil {
		return e, false
	}
	if m.entries == nil {
		m.entries = make(map[any]*mapEntry)
	}
	e = new(mapEntry)
	e.value.Store(value)
	m.entries[key] = e
	return e, true
}

// remove takes an entry without value out of the map, unless another has come in its place.
func (m *Map) remove(key any, e *mapEntry) {
	m.m.Lock()
	if m.entries[key] == e {
		delete(m.entries, key)
	}
	m.m.Unlock()
}

// Load gives the value of a key.
func (m *Map) Load(key any) (value any, ok bool) {
	if e := m.find(key); e != nil {
		if p := e.value.Load(); p != nil {
			return *p, true
		}
	}
	return nil, false
}

// Store sets the value of a key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value of a key and gives the value it had.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	e := m.find(key)
	for {
		if e != nil {
			for old := e.value.Load(); old != nil; old = e.value.Load() {
				if e.value.CompareAndSwap(old, &value) {
					return *old, true
				}
			}
		}
		var fresh bool
		if e, fresh = m.insert(key, &value); fresh {
			return nil, false
		}
	}
}

// LoadOrStore gives the value of a key, which is set to value if it has none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	e := m.find(key)
	for {
		if e != nil {
			if p := e.value.Load(); p != nil {
				return *p, true
			}
		}
		var fresh bool
		if e, fresh = m.insert(key, &value); fresh {
			return value, false
		}
	}
}

// LoadAndDelete takes a key out and gives the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	if e := m.find(key); e != nil {
		if p := e.value.Swap(nil); p != nil {
			m.remove(key, e)
			return *p, true
		}
	}
	return nil, false
}

// Delete takes a key out.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of a key to new if it is old. It panics if old cannot be compared.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	_, swapped = m.replace(key, old, &new)
	return swapped
}

// CompareAndDelete takes a key out if its value is old. It panics if old cannot be compared.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	e, deleted := m.replace(key, old, nil)
	if deleted {
		m.remove(key, e)
	}
	return deleted
}

// replace puts another value in the place of old.
func (m *Map) replace(key, old any, value *any) (e *mapEntry, done bool) {
	if e = m.find(key); e == nil {
		return nil, false
	}
	for {
		p := e.value.Load()
		if p == nil || *p != old {
			return e, false
		}
		if e.value.CompareAndSwap(p, value) {
			return e, true
		}
	}
}

// Range calls f for each key and value until it returns false. What others do meanwhile may or
// may not be seen; no key is seen twice.
func (m *Map) Range(f func(key, value any) bool) {
	type pair struct {
		key   any
		entry *mapEntry
	}
	m.m.RLock()
	pairs := make([]pair, 0, len(m.entries))
	for key, e := range m.entries {
		pairs = append(pairs, pair{key, e})
	}
	m.m.RUnlock()
	for _, p := range pairs {
		if value := p.entry.value.Load(); value != nil && !f(p.key, *value) {
			return
		}
	}
}

// Clear takes all keys out.
func (m *Map) Clear() {
	m.m.Lock()
	for _, e := range m.entries {
		e.value.Store(nil)
	}
	m.entries = nil
	m.m.Unlock()
}
