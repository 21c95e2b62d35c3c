package main

import "a\xzz"

func main() {}
