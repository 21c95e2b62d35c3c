package good

import (
	"fmt"
	"testing"
)

func TestSum(t *testing.T) {
	t.Log("one line\nand another")
	if got := Sum(1, 2); got != 3 {
		t.Fatal(got)
	}
}

func TestTable(t *testing.T) {
	for _, c := range []struct {
		name string
		list []int
		want int
	}{{"one", []int{1}, 1}, {"two numbers", []int{1, 2}, 3}, {"none", nil, 0}, {"four/and", []int{1, 1, 1, 1}, 4}} {
		t.Run(c.name, func(t *testing.T) {
			if got := Sum(c.list...); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
			t.Run("below", func(t *testing.T) { t.Log(t.Name()) })
		})
	}
}

func TestShort(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	fmt.Println("long, verbose:", testing.Verbose())
}

func ExampleSum() {
	fmt.Println(Sum(3, 4))
	// Output: 7
}
