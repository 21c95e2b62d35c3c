package old

import (
	"slices"
	"testing"
)

func TestOld(t *testing.T) {
	if slices.Repeat([]int{1}, 2)[1] != 1 {
		t.Fatal("repeat")
	}
}
