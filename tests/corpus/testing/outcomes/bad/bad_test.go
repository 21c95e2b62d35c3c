package bad

import (
	"fmt"
	"os"
	"testing"
)

func check(t *testing.T, ok bool) {
	t.Helper()
	if !ok {
		t.Errorf("not ok: %v", ok)
	}
}

func TestFails(t *testing.T) {
	fmt.Println("to standard output")
	fmt.Fprintln(os.Stderr, "to standard error")
	t.Error("first\nsecond")
	check(t, false)
	if t.Run("below", func(t *testing.T) { t.Fatalf("the end of %s", t.Name()) }) {
		t.Error("below was well")
	}
	t.Log("after")
}

func TestPasses(t *testing.T) { t.Log("shown with -v only") }

func TestSkipped(t *testing.T) {
	defer func() { t.Log("deferred", t.Skipped()) }()
	t.Skipf("not %s", "today")
}

func TestFailsThenSkips(t *testing.T) {
	t.Fail()
	t.SkipNow()
}
