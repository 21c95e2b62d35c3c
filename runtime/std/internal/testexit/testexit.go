// Package testexit is what package testing tells others about the end of a test program.
package testexit

// PanicOnZero is set while tests run: they must not end the program as if all was well.
var PanicOnZero bool

// LastStatus is what the last call of (*testing.M).Run returned.
var LastStatus int
