// +build linux

// +build windows
package main

func init() { seen = append(seen, "l_empty_last") }
