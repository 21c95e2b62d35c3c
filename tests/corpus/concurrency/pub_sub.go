package main

import (
	"fmt"
	"sync"
)

type Broker struct {
	mu   sync.RWMutex
	subs map[string][]chan string
}

func (b *Broker) Subscribe(topic string) <-chan string {
	ch := make(chan string, 16)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = make(map[string][]chan string)
	}
	b.subs[topic] = append(b.subs[topic], ch)
	return ch
}

func (b *Broker) Publish(topic, msg string) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[topic] {
		ch <- msg
	}
	return len(b.subs[topic])
}

func (b *Broker) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, list := range b.subs {
		for _, ch := range list {
			close(ch)
		}
	}
}

func main() {
	var b Broker
	var wg sync.WaitGroup
	got := make([][]string, 3)
	for i := range 3 {
		ch := b.Subscribe([]string{"news", "news", "sport"}[i])
		wg.Go(func() {
			for m := range ch {
				got[i] = append(got[i], m)
			}
		})
	}
	fmt.Println(b.Publish("news", "one"), b.Publish("sport", "goal"), b.Publish("news", "two"), b.Publish("none", "x"))
	b.Close()
	wg.Wait()
	fmt.Printf("%q\n", got)
}
