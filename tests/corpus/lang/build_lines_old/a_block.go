/* one
two */ /**/
//go:build windows

package main

func init() { seen = append(seen, "a_block") }
