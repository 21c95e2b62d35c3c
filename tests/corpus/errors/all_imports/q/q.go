package q

import "nosuch"
import "../x"
