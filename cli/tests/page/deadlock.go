package main

import "sync"

var a, b sync.Mutex

func ab(wg *sync.WaitGroup) {
	defer wg.Done()
	a.Lock()
	pause()
	b.Lock()
	b.Unlock()
	a.Unlock()
}

func ba(wg *sync.WaitGroup) {
	defer wg.Done()
	b.Lock()
	pause()
	a.Lock()
	a.Unlock()
	b.Unlock()
}

func pause() {
	c := make(chan bool)
	go func() { c <- true }()
	<-c
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go ab(&wg)
	go ba(&wg)
	wg.Wait()
}
