package

import "nosuch"
