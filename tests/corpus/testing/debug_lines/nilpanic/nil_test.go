//go:debug panicnil=1
package nilpanic

import "testing"

func TestNil(t *testing.T) {
	defer func() { t.Log(recover()) }()
	panic(nil)
}
