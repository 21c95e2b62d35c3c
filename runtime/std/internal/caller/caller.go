// Package caller tells where in the source the program is.
package caller

// Of is the place of the call of Of itself with skip 0, of the call of the function that has it with 1,
// and so on outwards; ok is false when there are not so many.
func Of(skip int) (file string, line int, ok bool)
