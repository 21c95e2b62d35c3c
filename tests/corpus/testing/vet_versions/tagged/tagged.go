//go:build go1.23

package tagged

import (
	"iter"
	"slices"
	"strings"
	"sync"
)

func F(s string) iter.Seq[string] { return strings.Lines(s) }

func G(wg *sync.WaitGroup) { wg.Go(func() { _ = slices.Repeat([]int{1}, 2) }) }
