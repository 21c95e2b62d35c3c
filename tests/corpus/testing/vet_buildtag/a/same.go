//go:build !(windows || darwin) && (amd64 || arm64)
// +build !windows
// +build !darwin
// +build amd64 arm64

package a
