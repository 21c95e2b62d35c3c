// +build windows linux,amd64
// +build !arm64

package main

func init() { seen = append(seen, "e_plus_or") }
