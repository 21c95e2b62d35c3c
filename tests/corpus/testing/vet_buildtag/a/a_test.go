package a

import "testing"

func TestX(t *testing.T) {
	if X != 1 {
		t.Error(X)
	}
}
