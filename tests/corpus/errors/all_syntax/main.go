// Syntax errors, a few in each file: those of all files are shown.
package main

func main() {}
