package main

var (
	a1 = 0x
	a2 = 0b12
	a3 = 089
	a4 = 1_
	a5 = 0x1.8
	a6 = 1p3
	a7 = 0x1e+
	a8 = 1e
	a9 = 0o1.5
	b1 = ''
	b2 = 'ab'
	b3 = '\q'
	b4 = '\400'
	b5 = '\xg1'
	b6 = '\ud800'
	b7 = "\z"
	b8 = "\u12"
	b9 = 'a
	c1 = "open
	c2 = 0x1p
	c3 = '''
	c4 = x²
	c5 = "\U00110000"
	c6 = 0xe+1
	c7 = 1__0
)

var ١a = 1
