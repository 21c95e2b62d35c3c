//go:build (linux && amd64) || (darwin && !arm64)
// +build linux,amd64 darwin,!arm64

package a
