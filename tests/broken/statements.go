package main

type node struct {
	next *node
	kids []*node
	val  int
}

func count(xs []int, m map[string]bool, c chan int, done <-chan struct{}, it func(func(int, string) bool)) (n int) {
outer:
	for i := 0; i < len(xs); i++ {
		switch x := xs[i]; {
		case x < 0:
			continue outer
		case x == 1, x == 2:
			n++
			fallthrough
		default:
			n += x
		}
		for j := range xs[i:] {
			if j > 3 {
				break outer
			}
		}
	}
	for k, v := range m {
		if v {
			delete(m, k)
		} else if len(k) > 2 {
			goto end
		} else {
			n--
		}
	}
	for range 3 {
		select {
		case v := <-c:
			n = v
		case v, ok := <-c:
			_, _ = v, ok
		case c <- n:
		case <-done:
			return 0
		default:
		}
	}
	for i, s := range it {
		n ^= i << len(s)
	}
	for _, r := range "text" {
		var w rune = r
		_ = w
	}
	for n < 100 {
		n *= 2
	}
end:
	{
		const one, two = 1, 'x'
		n |= one
		n = two
	}
	return
}

func kind(v any) string {
	switch t := v.(type) {
	case nil:
		return "nil"
	case int, uint8:
		return "number"
	case string:
		return t
	case error:
		return t.Error()
	case func() int:
		_ = t()
	case *node:
		t.next, t.val = t.next.next, 1
		p := &t.kids[0].val
		*p = 2
	}
	switch v {
	case 1, "a":
	case 2.5:
	}
	panic("other")
}

func last(n *node) int {
	for {
		if n == nil {
			break
		}
		n = n.next
	}
	if n != nil {
		return 1
	} else {
		return 2
	}
}

func main() {
	var x, y int = 1, 2
	x, y = y, x
	defer print(x, y)
	go kind(x)
	func() { println(kind(nil)) }()
}
