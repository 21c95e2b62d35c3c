package tagged

import "strings"

func H(s string) bool {
	_, _, _ = strings.CutLast(s, "x")
	_, _, ok := strings.Cut(s, "x")
	return ok
}
