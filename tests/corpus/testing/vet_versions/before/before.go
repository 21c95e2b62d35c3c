// Package before is fine: all it uses is as old as the module says.
package before

import "slices"

func F() int { return slices.Max([]int{1, 2}) }
