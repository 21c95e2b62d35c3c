// Constraints of the old form, and lines after a comment of several lines.
package main

var seen []string

func main() {
	for _, s := range seen {
		println(s)
	}
	println(len(seen))
}
