package lines

import (
	"fmt"
	"testing"
)

func TestLines(t *testing.T) {
	t.Log("a\n\nb\n")
	t.Log("")
	t.Log("\n")
	t.Logf("%d\n\n", 3)
	fmt.Fprint(t.Output(), "part")
	fmt.Fprint(t.Output(), "ial\nnext")
	t.Log("after")
	fmt.Fprint(t.Output(), "tail")
	t.Attr("key", "a value")
	t.Run("below", func(t *testing.T) {
		t.Log("one\ntwo")
		fmt.Fprintln(t.Output(), "three\n\nfour")
		t.Run("deep", func(t *testing.T) { t.Error("five\nsix") })
	})
	t.Log("again")
}

func help(t testing.TB) {
	t.Helper()
	t.Log("from help")
}

func helpHelp(t testing.TB) {
	t.Helper()
	help(t)
}

func noHelp(t testing.TB) {
	helpHelp(t)
}

func TestHelpers(t *testing.T) {
	helpHelp(t)
	noHelp(t)
	t.Run("below", func(t *testing.T) {
		t.Helper()
		t.Log("in a function that is a helper")
		help(t)
	})
	func() {
		t.Helper()
		t.Log("in a function literal")
	}()
	t.Cleanup(func() { help(t) })
	t.Fail()
}

func TestNames(t *testing.T) {
	for _, n := range []string{"a", "a", "a#01", "b\tc", "é\x00", "x/y", " ", "\xff", "a", "", "", "#00"} {
		t.Run(n, func(t *testing.T) { t.Log(t.Name()) })
	}
	t.Fail()
}
