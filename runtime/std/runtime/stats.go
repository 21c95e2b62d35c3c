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

// readMemStats fills in: bytes that no collection found dead, bytes ever given out, objects ever allocated, those of
// them that collections found dead, the others, collections, nanoseconds of pauses, bytes of spans in use.
func readMemStats(words *[8]uint64)

// ReadMemStats fills in the statistics of the moment.
func ReadMemStats(m *MemStats) {
	var w [8]uint64
	readMemStats(&w)
	*m = MemStats{
		Alloc: w[0], HeapAlloc: w[0],
		TotalAlloc: w[1],
		Mallocs:    w[2], Frees: w[3],
		HeapObjects:  w[4],
		NumGC:        uint32(w[5]),
		PauseTotalNs: w[6],
		Sys:          w[7], HeapSys: w[7], HeapInuse: w[7],
		EnableGC: true,
	}
}
