package main

import _ "example.com/app/sub"

func main() {}
