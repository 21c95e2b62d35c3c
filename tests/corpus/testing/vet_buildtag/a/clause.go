//go:build linux

// +build linux
package a
