package main

type point struct {
	x, y int
	name string
}

func (p *point) move(dx int, more ...int) (int, error) {
	p.x += dx
	for _, d := range more {
		p.y += d
	}
	return p.x, nil
}

func (p point) sum() int { return p.x + p.y<<1 }

type mover interface {
	move(int, ...int) (int, error)
}

var table = map[string][]int{"one": {1, 2}, "two": nil}

func work(n int, s string, f func(int) bool, c chan<- int, any interface{}) (r float64, err error) {
	a := [...]int{0: 1, 4: n}
	b := a[1:n:4]
	q := &point{x: 1, name: "q"}
	var m mover = q
	if v, ok := any.(string); ok && len(v) > 3 || !ok {
		s = v + "!"
	}
	k := -n*2 ^ 0x1f&^n
	go f(k)
	defer func() { recover() }()
	c <- cap(b) + q.sum()
	if _, err = m.move(k, b...); err != nil {
		return
	}
	t, ok := table[s]
	g := (*point).move
	h := q.move
	_, _ = g(q, 1)
	_, err = h(2, t...)
	x := []byte(s)
	x = append(x, s[1:]...)
	copy(x, "abc")
	r = float64(k) / 1.5
	z := complex(r, 2)
	if ok == (real(z) >= 'a') {
		r = imag(z)
	}
	return r, nil
}

func main() {}
