package main

var (
	en1 = 0b1e5
	en2 = 0o7e5
	en3 = 0B1E3
	en4 = 0b1e
	en5 = 0o7p1
	en6 = 0b1.1e3
	en7 = 0x1.8e1
)
