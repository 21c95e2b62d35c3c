package z

import "example.com/order/says"

var Z = says.It("z", 0)
