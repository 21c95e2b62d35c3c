package good

import "testing"

func TestNil(t *testing.T) {
	defer func() { t.Log(recover()); t.Fail() }()
	panic(nil)
}
