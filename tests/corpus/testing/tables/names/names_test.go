package names

import (
	"context"
	"flag"
	"io"
	"testing"
)

// common has what tests, benchmarks and fuzz tests share.
func common(tb testing.TB) {
	tb.Helper()
	tb.Log("name", tb.Name())
	tb.Logf("failed %v skipped %v", tb.Failed(), tb.Skipped())
	var ctx context.Context = tb.Context()
	tb.Cleanup(func() { tb.Log("cleanup", ctx.Err()) })
	var w io.Writer = tb.Output()
	io.WriteString(w, "output\n")
	tb.Setenv("GVM_TESTS_VARIABLE", "y")
	tb.Chdir(tb.TempDir())
	tb.Attr("k", "v")
	_ = tb.ArtifactDir()
}

// ends are the methods that say how a test ends.
func ends(tb testing.TB, which int) {
	switch which {
	case 0:
		tb.Error("error", 1)
	case 1:
		tb.Errorf("error %d", 2)
	case 2:
		tb.Fail()
	case 3:
		tb.FailNow()
	case 4:
		tb.Fatal("fatal", 3)
	case 5:
		tb.Fatalf("fatal %d", 4)
	case 6:
		tb.Skip("skip", 5)
	case 7:
		tb.Skipf("skip %d", 6)
	case 8:
		tb.SkipNow()
	}
	tb.Log("goes on")
}

func TestCommon(t *testing.T) {
	common(t)
	deadline, ok := t.Deadline()
	t.Log(deadline.IsZero(), ok)
}

func TestEnds(t *testing.T) {
	for which := range 9 {
		t.Run("way", func(t *testing.T) { ends(t, which) })
	}
}

func TestModes(t *testing.T) {
	t.Log(testing.Testing(), testing.Short(), testing.Verbose(), testing.CoverMode() == "", testing.Coverage())
	testing.Init()
	t.Log(flag.Lookup("test.count").Value, flag.Lookup("test.run").Usage)
	n := 0
	t.Log(testing.AllocsPerRun(5, func() { n++ }), n)
}

// calls are for those that make a program of their own.
var calls = len([]any{testing.Main, testing.MainStart, testing.RegisterCover})

func TestTables(t *testing.T) {
	match := func(pattern, name string) (bool, error) { return pattern == name, nil }
	all := func(pattern, name string) (bool, error) { return true, nil }
	ok := testing.RunTests(all, []testing.InternalTest{
		{Name: "TestInner", F: func(t *testing.T) { t.Log("inner") }},
		{Name: "TestInnerFails", F: func(t *testing.T) { t.Fail() }},
	})
	t.Log(ok)
	ok = testing.RunExamples(all, []testing.InternalExample{{Name: "ExampleInner", F: func() {}, Output: "", Unordered: false}})
	t.Log(ok)
	testing.RunBenchmarks(match, []testing.InternalBenchmark{{Name: "BenchmarkInner", F: func(b *testing.B) {}}})
	target := testing.InternalFuzzTarget{Name: "FuzzInner", Fn: func(f *testing.F) {}}
	t.Log(target.Name, target.Fn != nil, calls)
}

func TestBenchmark(t *testing.T) {
	turns := 0
	r := testing.Benchmark(func(b *testing.B) {
		common(b)
		b.StopTimer()
		b.ResetTimer()
		b.StartTimer()
		for range b.N {
			turns++
		}
		b.SetBytes(4)
		b.ReportAllocs()
		b.ReportMetric(2.5, "things/op")
		_ = b.Elapsed()
	})
	t.Log(r.N > 0, turns >= r.N, r.T > 0, r.Bytes, r.Extra["things/op"], r.NsPerOp() >= 0)
	fixed := testing.BenchmarkResult{N: 100, T: 12345678, Bytes: 100, MemAllocs: 250, MemBytes: 12800, Extra: map[string]float64{"x/op": 0.012345, "ns/y": 12345.6}}
	t.Log(fixed.String())
	t.Log(fixed.MemString(), fixed.AllocsPerOp(), fixed.AllocedBytesPerOp())
	for _, ns := range []float64{0, 0.0001234, 0.01234, 0.1234, 1.234, 12.34, 123.4, 1234, 12345678} {
		t.Log(testing.BenchmarkResult{N: 1, Extra: map[string]float64{"u/op": ns}})
	}
}

func TestCoverage(t *testing.T) {
	block := testing.CoverBlock{Line0: 1, Col0: 2, Line1: 3, Col1: 4, Stmts: 5}
	cover := testing.Cover{Mode: "", Counters: map[string][]uint32{}, Blocks: map[string][]testing.CoverBlock{"a": {block}}, CoveredPackages: ""}
	t.Log(cover.Mode == "", len(cover.Counters), cover.Blocks["a"][0], cover.CoveredPackages)
}

func TestMain(m *testing.M) {
	flag.Parse()
	if code := m.Run(); code != 1 {
		panic(code)
	}
}
