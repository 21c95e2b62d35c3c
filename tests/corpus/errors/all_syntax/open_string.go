package main

var op3 = "abc