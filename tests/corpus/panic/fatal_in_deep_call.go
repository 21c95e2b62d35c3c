package main

import (
	"fmt"
	"strings"
)

type visitor interface{ visit(n int) string }

type node struct{ kids []visitor }

func (n *node) visit(d int) string {
	var parts []string
	for i, k := range n.kids {
		parts = append(parts, func() string { return fmt.Sprint(i, k.visit(d+1)) }())
	}
	return strings.Join(parts, ",")
}

type leaf struct{ s []string }

func (l leaf) visit(d int) string { return l.s[d] }

func walk[V visitor](v V) string { return v.visit(0) }

func main() {
	tree := &node{[]visitor{leaf{[]string{"a", "b"}}, &node{[]visitor{&leaf{make([]string, 2)}}}}}
	fmt.Println(walk(tree))
}
