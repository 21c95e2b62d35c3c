// Goroutines wait for every kind of thing while the world is stopped, twice, with garbage in between; what they
// wait for and what they offer is there afterwards.
package main

import (
	"fmt"
	"runtime"
	"sort"
	"sync"
	"time"
)

type thing struct {
	name string
	next *thing
}

type big struct {
	name string
	list [5]*thing
}

func mk(s string) *thing { return &thing{s + "!", &thing{s + "?", nil}} }

var (
	mu      sync.Mutex
	rw, rw2 sync.RWMutex
	wg      sync.WaitGroup
	cond    = sync.NewCond(&sync.Mutex{})
	log     []string
	logMu   sync.Mutex
	all     sync.WaitGroup
)

func say(s string) {
	logMu.Lock()
	log = append(log, s)
	logMu.Unlock()
}

func start(name string, f func()) {
	all.Go(func() {
		f()
		say(name)
	})
}

// Garbage of all the sizes that what waits has, written over what was freed.
func litter() {
	var kept []any
	for i := range 300 {
		kept = append(kept, mk("litter"), [2]*thing{}, big{name: "litter"}, fmt.Sprint("litter", i), []string{"litter"})
	}
	runtime.KeepAlive(kept)
}

func main() {
	c, s, pick, words, ints := make(chan *thing), make(chan big), make(chan *thing), make(chan string), make(chan []int)
	full, anys, never, got := make(chan *thing, 1), make(chan any), make(chan bool), make(chan *thing)
	full <- mk("first")
	mu.Lock()
	rw.Lock()
	rw2.RLock()
	wg.Add(1)
	for i := range 3 {
		start(fmt.Sprint("mutex ", i), func() { mu.Lock(); mu.Unlock() })
		start(fmt.Sprint("reader ", i), func() { rw.RLock(); rw.RUnlock() })
		start(fmt.Sprint("writer ", i), func() { rw2.Lock(); rw2.Unlock() })
		start(fmt.Sprint("group ", i), wg.Wait)
		start(fmt.Sprint("cond ", i), func() { cond.L.Lock(); cond.Wait(); cond.L.Unlock() })
		start(fmt.Sprint("sleep ", i), func() { time.Sleep(time.Duration(5+i) * time.Millisecond) })
		start(fmt.Sprint("send ", i), func() { c <- mk(fmt.Sprint("sent", i)) })
		start(fmt.Sprint("send big ", i), func() { s <- big{fmt.Sprint("b", i), [5]*thing{4: mk("last")}} })
		start(fmt.Sprint("send string ", i), func() { words <- fmt.Sprint("word", i) })
		start(fmt.Sprint("send slice ", i), func() { ints <- []int{i, i + 1} })
		start(fmt.Sprint("send any ", i), func() { anys <- mk(fmt.Sprint("any", i)) })
		start(fmt.Sprint("send to a full buffer ", i), func() { full <- mk(fmt.Sprint("buffered", i)) })
		start(fmt.Sprint("receive ", i), func() { say("received " + (<-got).next.name) })
		start(fmt.Sprint("select ", i), func() {
			select {
			case pick <- mk(fmt.Sprint("picked", i)):
			case <-never:
			}
		})
	}
	for range 2 {
		// Until all of them wait.
		time.Sleep(time.Millisecond)
		for range 100 {
			runtime.Gosched()
		}
		runtime.GC()
		litter()
	}
	var names []string
	show := func(t *thing) { names = append(names, t.name, t.next.name) }
	for i := range 3 {
		show(<-c)
		b := <-s
		names = append(names, b.name, b.list[4].name, <-words, fmt.Sprint(<-ints))
		show((<-anys).(*thing))
		show(<-full)
		show(<-pick)
		got <- mk(fmt.Sprint("got", i))
	}
	show(<-full)
	mu.Unlock()
	rw.Unlock()
	rw2.RUnlock()
	wg.Done()
	cond.L.Lock()
	cond.Broadcast()
	cond.L.Unlock()
	all.Wait()
	sort.Strings(names)
	sort.Strings(log)
	fmt.Println(names)
	fmt.Println(log)
}
