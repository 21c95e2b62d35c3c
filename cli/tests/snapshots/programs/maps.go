package main

//go:noinline
func count(words []string) map[string]int {
	m := make(map[string]int)
	for _, w := range words {
		m[w]++
	}
	delete(m, "")
	return m
}

func main() { println(len(count([]string{"a", "b", "a"}))) }
