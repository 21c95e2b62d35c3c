package late

import "testing"

func TestLate(t *testing.T) {
	var sub *testing.T
	t.Run("x", func(t *testing.T) { sub = t })
	sub.Log("goes to the parent")
	defer func() {
		t.Log(recover())
		t.Fail()
	}()
	sub.Fail()
}
