   //go:build windows

package main

func init() { seen = append(seen, "i_indented") }
