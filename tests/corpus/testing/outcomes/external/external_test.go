package external_test

import (
	"fmt"
	"os"
	"testing"

	"m/external"
	"m/good"
)

func TestMain(m *testing.M) {
	fmt.Println("before")
	status := m.Run()
	fmt.Println("after", status)
	os.Exit(3)
}

func TestF(t *testing.T) {
	*external.Hidden = good.Sum(1, 1)
	if external.F() != 2 {
		t.Fail()
	}
}
