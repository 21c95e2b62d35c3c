package shuffle

import "testing"

func TestOne(t *testing.T) {}
