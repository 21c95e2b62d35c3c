package bench

import (
	"strings"
	"sync/atomic"
	"testing"
)

func BenchmarkPlain(b *testing.B) {
	for range b.N {
		_ = strings.Repeat("x", 10)
	}
}

func BenchmarkLoop(b *testing.B) {
	n := 0
	for b.Loop() {
		n++
	}
	if n != b.N {
		b.Fatal(n, b.N)
	}
}

func BenchmarkSub(b *testing.B) {
	for _, name := range []string{"one", "two"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(8)
			for range b.N {
			}
		})
	}
}

func BenchmarkParallel(b *testing.B) {
	var n atomic.Int64
	b.SetParallelism(2)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			n.Add(1)
		}
	})
	if int(n.Load()) != b.N {
		b.Error(n.Load(), b.N)
	}
}

func BenchmarkMetric(b *testing.B) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(1.5, "things/op")
}

func BenchmarkLogs(b *testing.B) { b.Log("N is", b.N > 0) }

func BenchmarkSkips(b *testing.B) { b.Skip("why") }

func BenchmarkFails(b *testing.B) { b.Error("wrong") }
