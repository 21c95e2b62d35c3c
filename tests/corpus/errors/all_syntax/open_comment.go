package main

var op5 = 1 /* open