// Package good has no faults.
package good

// Sum adds.
func Sum(list ...int) (n int) {
	for _, x := range list {
		n += x
	}
	return n
}
