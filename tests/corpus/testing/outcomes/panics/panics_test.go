package panics

import "testing"

func TestMap(t *testing.T) {
	t.Log("logged before")
	t.Run("below", func(t *testing.T) {
		t.Log("and here")
		var m map[string]int
		m["a"] = 1
	})
}

func TestNotReached(t *testing.T) {}
