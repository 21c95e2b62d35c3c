package main

import "fmt"

type Node struct{ l, r *Node }

func bottomUp(d int) *Node {
	if d <= 0 {
		return &Node{}
	}
	return &Node{bottomUp(d - 1), bottomUp(d - 1)}
}

func (n *Node) check() int {
	if n.l == nil {
		return 1
	}
	return 1 + n.l.check() + n.r.check()
}

func main() {
	const minD, maxD = 4, 12
	fmt.Println("stretch", maxD+1, bottomUp(maxD+1).check())
	long := bottomUp(maxD)
	for d := minD; d <= maxD; d += 2 {
		n := 1 << uint(maxD-d+minD)
		c := 0
		for range n {
			c += bottomUp(d).check()
		}
		fmt.Println(n, d, c)
	}
	fmt.Println("long", long.check())
}
