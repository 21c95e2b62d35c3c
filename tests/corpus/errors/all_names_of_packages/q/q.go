package q

func Q() {}

var V int

type T int

const C = 1
