package testing

// inTestProgram is true in the programs that `gvm test` makes.
func inTestProgram() bool
