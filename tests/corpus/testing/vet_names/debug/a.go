//go:debug panicnil=1

package debug

//go:debug x509sha1=1
func f() {}
