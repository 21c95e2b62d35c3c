package runtime

// MemStats is what ReadMemStats tells about memory. Fields that speak of parts the gvm collector
// does not have (idle and released spans, stacks in spans, size classes' counts) stay zero.
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

// readMemStats fills in: bytes live, bytes ever allocated, objects ever allocated, objects ever
// freed, objects live, collections, nanoseconds of pauses, bytes of address space in use by spans.
func readMemStats(words *[8]uint64)

// ReadMemStats fills in the statistics of the moment.
func ReadMemStats(m *MemStats) {
	var w [8]uint64
	readMemStats(&w)
	*m = MemStats{
		Alloc: w[0], HeapAlloc: w[0],
		TotalAlloc: w[1],
		Mallocs:    w[2],
		Frees:      w[3],
		// Objects may be counted by the span; what is left after a collection is exact.
		HeapObjects:  w[4],
		NumGC:        uint32(w[5]),
		PauseTotalNs: w[6],
		Sys:          w[7], HeapSys: w[7], HeapInuse: w[7],
		EnableGC: true,
	}
}
