package a

import (
	"example.com/order/says"
	"example.com/order/z"
)

var A = says.It("a", z.Z)
