package deep

func Sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return n
}
