package fuzz

import "testing"

func FuzzAdd(f *testing.F) {
	f.Add("a", 1)
	f.Add("b", 2)
	f.Log("seeds are there")
	f.Fuzz(func(t *testing.T, s string, n int) {
		t.Logf("%q %d", s, n)
		if n == 2 {
			t.Error("two")
		}
	})
}

func FuzzFiles(f *testing.F) {
	f.Fuzz(func(t *testing.T, b []byte, r rune, x float64, ok bool, u uint8) {
		t.Logf("%q %q %v %v %v", b, r, x, ok, u)
	})
}

func FuzzSkips(f *testing.F) {
	skip(f)
}

func skip(f *testing.F) {
	f.Helper()
	f.Skip("not now")
}

func FuzzFails(f *testing.F) {
	defer func() { f.Log(f.Failed(), f.Skipped(), f.Name()) }()
	f.Fail()
}

func FuzzWrong(f *testing.F) {
	add := f.Add
	add(1)
	f.Fuzz(func(t *testing.T, s string) {})
}

func FuzzMethods(f *testing.F) {
	f.Setenv("GVM_TESTS_VARIABLE", "z")
	f.Chdir(f.TempDir())
	f.Attr("k", "v")
	f.Cleanup(func() { f.Log("cleanup") })
	f.Logf("%v", f.Context().Err())
	_, _ = f.ArtifactDir(), f.Output()
	f.Add(1.5)
	f.Fuzz(func(t *testing.T, x float64) { t.Log(f.Name(), f.Failed()) })
}

func FuzzEnds(f *testing.F) { f.Errorf("error %d", 1); f.Error("x"); f.Skipf("s %d", 1) }

func FuzzFatal(f *testing.F) { f.Fatal("fatal") }

func FuzzFatalf(f *testing.F) { f.Fatalf("fatal %d", 1) }

func FuzzFailNow(f *testing.F) { f.FailNow() }

func FuzzSkipNow(f *testing.F) { f.SkipNow() }
