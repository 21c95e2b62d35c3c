//go:build a b

package main
