package main

import (
	"fmt"
	"time"
)

func ask(answers chan string, name string) {
	answers <- name
}

func main() {
	answers := make(chan string)
	go ask(answers, "slow")
	go ask(answers, "fast")
	fmt.Println("got an answer:", <-answers != "")
	time.Sleep(time.Millisecond)
}
