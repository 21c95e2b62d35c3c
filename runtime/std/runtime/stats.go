package runtime

// MemStats is what ReadMemStats tells about memory. Bytes are counted by the span, not by the
// object; HeapObjects is what the last collection found. What the collector does not count (single
// allocations, idle and released spans, stacks, size classes) stays zero.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees uint64

	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64

	StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys uint64
	BuckHashSys, GCSys, OtherSys                                       uint64

	NextGC, LastGC, PauseTotalNs uint64
	PauseNs                      [256]uint64
	PauseEnd                     [256]uint64
	NumGC, NumForcedGC           uint32
	GCCPUFraction                float64
	EnableGC, DebugGC            bool

	BySize [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

// readMemStats gives, without allocating: bytes that no collection found dead, bytes ever given out, objects ever allocated, those of
// them that collections found dead, the others, collections, nanoseconds of pauses, bytes of spans in use.
func readMemStats() (inUse, total, mallocs, frees, live, collections, pauses, sys uint64)

// ReadMemStats fills in the statistics of the moment.
func ReadMemStats(m *MemStats) {
	inUse, total, mallocs, frees, live, collections, pauses, sys := readMemStats()
	m.Alloc, m.HeapAlloc, m.TotalAlloc = inUse, inUse, total
	m.Mallocs, m.Frees, m.HeapObjects = mallocs, frees, live
	m.NumGC, m.PauseTotalNs = uint32(collections), pauses
	m.Sys, m.HeapSys, m.HeapInuse = sys, sys, sys
	m.EnableGC = true
}
