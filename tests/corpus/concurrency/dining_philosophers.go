package main

import (
	"fmt"
	"sync"
)

type philosopher struct {
	name        string
	left, right *sync.Mutex
	meals       int
}

func (p *philosopher) dine(times int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range times {
		p.left.Lock()
		p.right.Lock()
		p.meals++
		p.right.Unlock()
		p.left.Unlock()
	}
}

func main() {
	names := [...]string{"Plato", "Kant", "Hume", "Marx", "Locke"}
	forks := make([]*sync.Mutex, len(names))
	for i := range forks {
		forks[i] = new(sync.Mutex)
	}
	var wg sync.WaitGroup
	all := make([]*philosopher, len(names))
	for i, n := range names {
		l, r := i, (i+1)%len(names)
		if l > r {
			l, r = r, l
		}
		all[i] = &philosopher{name: n, left: forks[l], right: forks[r]}
		wg.Add(1)
		go all[i].dine(200, &wg)
	}
	wg.Wait()
	for _, p := range all {
		fmt.Println(p.name, p.meals)
	}
}
