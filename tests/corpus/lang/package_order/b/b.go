package b

import "example.com/order/says"

var B = says.It("b", 0)
