//go:build	!linux

package main

func init() { seen = append(seen, "j_tab") }
