package main

import (
	"fmt"
	"runtime"
)

func patient(happy *bool) {
	runtime.Gosched()
	*happy = true
}

func busy(happy *bool, end chan bool) {
	if *happy {
		end <- true
		return
	}
	go busy(happy, end)
	go func() {}()
}

func main() {
	var happy bool
	end := make(chan bool)
	go busy(&happy, end)
	go patient(&happy)
	<-end
	fmt.Println("the patient one had its turn")
}
