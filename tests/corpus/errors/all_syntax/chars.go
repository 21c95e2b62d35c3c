package main

var e1 = 1 # 2

var e2 = a ? b : c

var e3 = 1 $ 2

var e4 = '
