package tagged

import "testing"

func TestTagged(t *testing.T) { F("x") }
