//go:debug bad
package lib

import "testing"

func TestF(t *testing.T) { F() }
