/* A comment before it
   of two lines. */

//go:build linux

// Package a has constraints that constrain nothing.
package a

// +build linux

var X = 1 // +build beside code

/*
//go:build in a comment
  //go:build indented
// +build too
//go:build at its end */

const text = `
//go:build in a string
// +build in a string
`

const quote, char = "\"//go:build linux", '"'

//go:building linux
// go:build linux
// +builds linux
