package main

var op4 = "abc\