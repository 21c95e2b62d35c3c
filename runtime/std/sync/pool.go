package sync

// Pool keeps values that nobody uses at the moment, to be used again. A value in it may vanish at
// any time.
type Pool struct {
	noCopy noCopy

	m    Mutex
	kept []any // last in, first out: the warmest first

	// New makes a value when there is none; it may be nil.
	New func() any
}

// mostKept bounds what a pool holds on to: the collector does not empty pools.
const mostKept = 256

// Put gives a value to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	if len(p.kept) < mostKept {
		p.kept = append(p.kept, x)
	}
	p.m.Unlock()
}

// Get takes a value from the pool, or a new one.
func (p *Pool) Get() any {
	p.m.Lock()
	last := len(p.kept) - 1
	if last < 0 {
		p.m.Unlock()
		if p.New == nil {
			return nil
		}
		return p.New()
	}
	x := p.kept[last]
	p.kept[last] = nil
	p.kept = p.kept[:last]
	p.m.Unlock()
	return x
}
