package main

import "sync"

func main() {
	var mu sync.Mutex
	defer func() { println("recover cannot help", recover() != nil) }()
	mu.Unlock()
}
