package main

func main(x int) int { return x }

func init() int { return 1 }
