// container/heap, container/list, package maps and cmp.
package main

import (
	"cmp"
	"container/heap"
	"container/list"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

type item struct {
	name  string
	prio  int
	index int
}
type queue []*item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].prio > q[j].prio }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue) Push(x any) {
	it := x.(*item)
	it.index = len(*q)
	*q = append(*q, it)
}
func (q *queue) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}

func show(l *list.List) {
	fmt.Print(l.Len(), ":")
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(" ", e.Value)
	}
	fmt.Print(" |")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(" ", e.Value)
	}
	fmt.Println()
}

func main() {
	q := &queue{}
	for i, n := range []int{5, 2, 8, 1, 9, 3, 7} {
		*q = append(*q, &item{fmt.Sprint("i", i), n, i})
	}
	heap.Init(q)
	x := &item{name: "x", prio: 6}
	heap.Push(q, x)
	x.prio = 10
	heap.Fix(q, x.index)
	fmt.Println((*q)[0].name, heap.Remove(q, 3).(*item).name)
	for q.Len() > 0 {
		it := heap.Pop(q).(*item)
		fmt.Print(it.name, ":", it.prio, " ")
	}
	fmt.Println()
	var h heap.Interface = q
	h.Push(x)
	fmt.Println(h.Len(), h.Pop() == x, h.Len())

	l := list.New()
	a := l.PushBack("a")
	b := l.PushFront("b")
	c := l.InsertBefore("c", a)
	d := l.InsertAfter("d", b)
	show(l)
	var el *list.Element = a
	l.MoveToFront(el)
	l.MoveToBack(b)
	l.MoveBefore(d, a)
	l.MoveAfter(c, d)
	show(l)
	m := list.New()
	m.PushBackList(l)
	m.PushFrontList(l)
	show(m)
	fmt.Println(l.Remove(a), a.Next() == nil, l.Remove(a), l.InsertBefore("z", a) == nil, l.InsertAfter("z", a) == nil)
	show(l)
	var zero list.List
	zero.PushBack(1)
	show(&zero)
	show(zero.Init())
	show(l.Init())
	fmt.Println(l.Front() == nil, l.Back() == nil)

	ages := map[string]int{"ann": 3, "bob": 5}
	clone := maps.Clone(ages)
	clone["cid"] = 7
	fmt.Println(maps.Equal(ages, clone), maps.EqualFunc(ages, map[string]string{"ann": "3", "bob": "5"}, func(n int, s string) bool { return fmt.Sprint(n) == s }), maps.Clone(map[int]int(nil)) == nil)
	maps.DeleteFunc(clone, func(k string, v int) bool { return v < 4 })
	maps.Copy(ages, map[string]int{"dee": 9})
	fmt.Println(ages, clone, slices.Sorted(maps.Keys(ages)), slices.Sorted(maps.Values(ages)))
	maps.Insert(ages, maps.All(clone))
	fmt.Println(ages, maps.Collect(maps.All(map[int]bool{1: true})))

	fmt.Println(cmp.Compare(1, 2), cmp.Compare("b", "a"), cmp.Compare(math.NaN(), 1), cmp.Compare(math.NaN(), math.NaN()), cmp.Compare(0.0, math.Copysign(0, -1)))
	fmt.Println(cmp.Less(1, 2), cmp.Less(math.NaN(), math.Inf(-1)), cmp.Less(1, math.NaN()), cmp.Or(0, 3, 4), cmp.Or("", ""), cmp.Or[int]())
	words := strings.Fields("the quick brown fox jumps over the lazy dog")
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) })
	fmt.Println(words)
}
