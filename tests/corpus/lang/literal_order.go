// When the operands of composite literals are read: entries of maps one after the other, elements of
// other literals after all calls, except where a package-level variable is initialised: there each
// element has its turn.
package main

import "fmt"

var counter = 1

func bump(by int) int {
	counter += by
	return counter
}

type pair struct{ a, b int }

type big struct {
	a    [3]int
	b, c int
}

var (
	sum      = counter + bump(10)
	list     = []int{counter, bump(10), counter}
	sparse   = []int{3: counter, 1: bump(1), counter, 5: counter}
	array    = [2]int{counter, bump(1)}
	wide     = [5]int{counter, bump(1), counter}
	keyed    = map[string]int{"a": counter, "b": bump(100), "c": counter}
	keys     = map[int]int{counter: counter, bump(1): counter, counter + 1: bump(1)}
	x, y     = counter, bump(1000)
	single   = pair{counter, bump(1)}
	large    = big{[3]int{counter, bump(1), counter}, counter, bump(1)}
	pointer  = &pair{counter, bump(1)}
	boxed    any = pair{counter, bump(1)}
	listed   any = []int{counter, bump(1)}
	nested   = [][]int{{counter, bump(1)}, {counter, counter + bump(1)}}
	pointers = []*pair{{counter, bump(1)}, {b: bump(1), a: counter}}
	maps     = []map[string]int{{"a": counter, "b": bump(1)}, {"a": counter}}
	anys     = []any{counter, bump(1), counter, pair{counter, bump(1)}, []int{counter, bump(1)}}
	appended = append([]int{counter}, bump(1))
	called   = fmt.Sprint(pair{counter, bump(1)}, []int{counter, bump(1)}, counter)
	text     = fmt.Sprint(counter, bump(1), counter)
	p, q     = two(counter, bump(5))
	compared = counter == bump(3)
	inParens = (pair{counter, bump(1)})
	element  = []int{counter, bump(1)}[0]
	field    = pair{counter, bump(1)}.a
	length   = len([]int{counter, bump(1)}) + counter
)

func two(a, b int) (int, int) { return a, b }

func main() {
	fmt.Println(sum, list, sparse, array, wide, keyed, keys, x, y, single, large, *pointer, boxed, listed)
	fmt.Println(nested, *pointers[0], *pointers[1], maps, anys, appended, called, text, p, q, compared)
	fmt.Println(inParens, element, field, length, counter)
	counter = 1
	{
		list := []int{counter, bump(10), counter}
		sparse := []int{3: counter, 1: bump(1), counter, 5: counter}
		array := [2]int{counter, bump(1)}
		wide := [5]int{counter, bump(1), counter}
		keyed := map[string]int{"a": counter, "b": bump(100), "c": counter}
		keys := map[int]int{counter: counter, bump(1): counter, counter + 1: bump(1)}
		single := pair{counter, bump(1)}
		large := big{[3]int{counter, bump(1), counter}, counter, bump(1)}
		pointer := &pair{counter, bump(1)}
		var boxed any = pair{counter, bump(1)}
		var listed any = []int{counter, bump(1)}
		fmt.Println(list, sparse, array, wide, keyed, keys, single, large, *pointer, boxed, listed)
	}
	nested := [][]int{{counter, bump(1)}, {counter, counter + bump(1)}}
	pointers := []*pair{{counter, bump(1)}, {b: bump(1), a: counter}}
	maps := []map[string]int{{"a": counter, "b": bump(1)}, {"a": counter}}
	inner := map[string]map[string]int{"x": {"a": counter, "b": bump(1)}, "y": {"a": counter + bump(1)}}
	pairs := map[pair]pair{{counter, bump(1)}: {counter, bump(1)}, {bump(1), counter}: {}}
	fmt.Println(nested, *pointers[0], *pointers[1], maps, inner, pairs, counter)
	fmt.Println(counter, map[string]int{"a": counter, "b": bump(1)}, counter, len(map[int]int{bump(1): counter}))
	m := map[string][]int{"a": {counter, bump(1)}, "b": {counter}}
	m["c"], m["d"] = []int{counter, bump(1)}, []int{counter}
	fmt.Println(m, counter)
}
