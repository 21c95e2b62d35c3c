// Package structs has marker types: fields named _ that say something about the struct.
package structs

// HostLayout says that the struct lies in memory as C has it; with gvm's layouts, Go's own, it does.
type HostLayout struct{ _ hostLayout }

type hostLayout struct{}
