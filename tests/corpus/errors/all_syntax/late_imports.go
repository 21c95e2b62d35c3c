package main

var late = 1

import (
	5
	fmt
	"os"
	. "strings" "x"
	_ 'a'
	y
)

import "late"
