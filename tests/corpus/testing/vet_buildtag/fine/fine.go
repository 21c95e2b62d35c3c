// Copyright.

//go:build linux
// +build linux

// Package fine has nothing wrong.
package fine
