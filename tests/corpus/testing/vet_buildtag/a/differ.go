//go:build linux || darwin
// +build darwin linux

package a
