package main

var s = `never
closed
