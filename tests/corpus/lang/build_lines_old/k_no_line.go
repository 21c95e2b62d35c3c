//go:build windows
package main

func init() { seen = append(seen, "k_no_line") }
