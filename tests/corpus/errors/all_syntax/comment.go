package main

var d = 1 /* never
closed
