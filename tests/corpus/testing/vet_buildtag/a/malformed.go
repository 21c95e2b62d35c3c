//go:build linux
// +build linux,a-b !!b c&d
// +build !x-

package a
