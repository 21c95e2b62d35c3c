// Package sysrand has the system's random bytes, for the packages of a Go installation that use it.
package sysrand

import "crypto/rand"

// Read fills b with random bytes.
func Read(b []byte) { rand.Read(b) }
