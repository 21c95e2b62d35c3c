// Import paths that name no package, and files that go list cannot read.
package main

import "nosuch"
import "example.com/m/p"
import "/abs"
import "./rel"
import "x//y"
import "a/../b"
import "trailing/"
import "con/x"
import "x."
import "é"
import "-x"
import "x~1"
import "example.com/m/q"

func main() {}
