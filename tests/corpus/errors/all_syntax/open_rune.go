package main

var op1 = 1 @

var op2 = 'x