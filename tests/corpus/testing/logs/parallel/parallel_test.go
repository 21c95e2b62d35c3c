package parallel

import (
	"os"
	"testing"
)

func message(t *testing.T) { t.Log(recover()) }

func TestOne(t *testing.T) {
	t.Run("only", func(t *testing.T) {
		t.Parallel()
		t.Log("in the parallel one")
	})
	t.Log("the parent goes on")
}

func TestGroup(t *testing.T) {
	t.Cleanup(func() { t.Log("after all of them") })
	t.Run("group", func(t *testing.T) {
		t.Run("first", func(t *testing.T) {
			t.Parallel()
			t.Log("runs")
		})
	})
	t.Log("after the group")
}

func TestTwice(t *testing.T) {
	defer message(t)
	t.Parallel()
	t.Parallel()
}

func TestSetenvThenParallel(t *testing.T) {
	defer message(t)
	t.Setenv("GVM_TESTS_VARIABLE", "x")
	t.Log(os.Getenv("GVM_TESTS_VARIABLE"))
	t.Parallel()
}

func TestAfterSetenv(t *testing.T) {
	_, there := os.LookupEnv("GVM_TESTS_VARIABLE")
	t.Log(there)
}
