//go:debug panicnil=0
//go:debug panicnil=1
package lib_test

import "testing"

func TestX(t *testing.T) {}
