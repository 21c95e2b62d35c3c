// Packages of unexported fields, zero values and what is assignable, by reflection.
package main

import "example.com/fields/helpers"

func main() { helpers.Run() }
