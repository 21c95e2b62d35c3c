// +build windows

package main

func init() { seen = append(seen, "d_plus") }
