package before

import "testing"

func TestBefore(t *testing.T) {
	if F() != 2 {
		t.Fatal("max")
	}
}
