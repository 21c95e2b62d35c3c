package c

import (
	"example.com/order/says"
	"example.com/order/z"
)

var C = says.It("c", z.Z)

func init() { says.It("c.init", C) }
