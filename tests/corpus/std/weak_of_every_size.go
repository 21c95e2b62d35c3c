// Objects of every size with pointers into them, some kept and some dropped, of bytes and of pointers: what is kept
// keeps its contents and its weak pointers, what is dropped loses them.
package main

import (
	"fmt"
	"runtime"
	"weak"
)

type node struct {
	at  *int
	pad uint64
}

func main() {
	kept := map[int][]byte{}
	nodes := map[int][]node{}
	type place struct {
		b weak.Pointer[byte]
		n weak.Pointer[node]
	}
	places := map[int][]place{}
	var sizes []int
	for n := 16; n <= 70000; n += n/5 + 1 {
		sizes = append(sizes, n)
	}
	var dropped [][]byte
	for _, n := range sizes {
		for i := range 6 {
			b, p := make([]byte, n), make([]node, (n+15)/16)
			for k := range p {
				p[k] = node{new(int), uint64(k)}
				*p[k].at = n + i + k
			}
			for k := range b {
				b[k] = byte(n + i + k)
			}
			// First byte, one inside, the last.
			at := []int{0, n / 2, n - 1}[i%3]
			places[n] = append(places[n], place{weak.Make(&b[at]), weak.Make(&p[at/16])})
			if i%2 == 1 {
				kept[n*10+i], nodes[n*10+i] = b, p
			} else {
				dropped = append(dropped, b)
			}
		}
	}
	fmt.Println(len(dropped))
	dropped = nil
	runtime.GC()
	runtime.GC()
	for _, n := range sizes {
		text := ""
		for i, w := range places[n] {
			at := []int{0, n / 2, n - 1}[i%3]
			b, p := kept[n*10+i], nodes[n*10+i]
			switch {
			case i%2 == 0:
				text += fmt.Sprint(" ", w.b.Value() == nil, w.n.Value() == nil)
			default:
				text += fmt.Sprint(" ", w.b.Value() == &b[at], w.n.Value() == &p[at/16], weak.Make(&b[at]) == w.b)
			}
			for k := range b {
				if b[k] != byte(n+i+k) || p[k/16].pad != uint64(k/16) || *p[k/16].at != n+i+k/16 {
					fmt.Println("changed", n, i, k)
					break
				}
			}
		}
		fmt.Println(n, text)
	}
	runtime.KeepAlive(kept)
	runtime.KeepAlive(nodes)
}
