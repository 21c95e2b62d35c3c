package main.x

import 5

func main() {}
