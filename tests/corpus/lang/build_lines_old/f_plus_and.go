// +build linux,arm64 darwin

package main

func init() { seen = append(seen, "f_plus_and") }
