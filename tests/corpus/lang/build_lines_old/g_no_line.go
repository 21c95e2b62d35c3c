// +build windows
package main

func init() { seen = append(seen, "g_no_line") }
