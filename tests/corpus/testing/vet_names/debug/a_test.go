//go:debug netdns=go

package debug

import "testing"

func TestX(t *testing.T) {}

//go:debug x=1
func g() {
	//go:debug y=1
}
