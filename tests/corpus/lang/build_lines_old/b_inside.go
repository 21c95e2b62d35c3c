/*
//go:build windows
*/

package main

func init() { seen = append(seen, "b_inside") }
