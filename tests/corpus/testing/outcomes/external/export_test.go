package external

// Hidden is for the tests.
var Hidden = &hidden
