package main

import "fmt"

// Zeroing, copying and clearing of values that do not fit in registers.

type big struct {
	name string
	nums [12]int
	next *big
}

var global big
var table [5]big

func fill(n int) (b big) {
	b.name = fmt.Sprint("n", n)
	for i := range b.nums {
		b.nums[i] = n * i
	}
	return
}

func main() {
	x := fill(3)
	y := x
	y.nums[3] = -1
	x.next = &y
	global = *x.next
	table[2] = global
	table[3], table[4] = table[2], x
	table[2] = big{}
	fmt.Println(x.nums, y.nums, global.name, table[2].nums, table[3].nums[3], table[4].next.nums[3])
	p := &table[4]
	*p = big{name: "reset"}
	fmt.Println(table[4].name, table[4].next == nil, table[4].nums[5])
	arr := [3]big{1: fill(2)}
	brr := arr
	arr[1] = big{}
	fmt.Println(brr[1].nums[11], arr[1].nums[11], arr == brr, brr[1] == fill(2))
	m := map[string]big{"a": fill(1)}
	m["b"] = m["a"]
	z := m["missing"]
	fmt.Println(len(m), m["b"].nums[7], z.name == "", z.nums[0])
	clear(m)
	clear(table[:])
	fmt.Println(len(m), table[3].name == "", len(table))
	var i any = fill(4)
	c := make(chan big, 1)
	c <- i.(big)
	r, ok := <-c
	fmt.Println(r.nums[2], ok, i == any(fill(4)), i == any(fill(5)))
	s := append([]big(nil), x, y)
	s = append(s, s...)
	copy(s[1:], s)
	fmt.Println(len(s), s[3].nums[3], s[0].nums[3])
}
