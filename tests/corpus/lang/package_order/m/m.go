package m

import (
	"example.com/order/a"
	"example.com/order/b"
	"example.com/order/says"
)

var M = says.It("m", a.A+b.B)

func init() { says.It("m.init", 0) }

func init() { says.It("m.init again", 0) }
