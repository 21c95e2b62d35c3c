// Templates: reflection calls functions and methods by name.
package main

import (
	"fmt"
	html "html/template"
	"os"
	"strings"
	"text/template"
)

type item struct {
	Name  string
	Price float64
	Tags  []string
}

func (i item) Upper() string               { return strings.ToUpper(i.Name) }
func (i *item) Scaled(by float64) float64 { return i.Price * by }

const text = `{{define "row"}}{{.Name | printf "%-8s"}}|{{printf "%6.2f" .Price}}{{end -}}
{{range $i, $x := .Items}}{{if $i}}
{{end}}{{template "row" $x}} {{.Upper}} {{$x.Scaled 2}}{{with .Tags}} {{join . ","}}{{else}} none{{end}}{{end}}
{{len .Items}} {{index .Map "k"}} {{slice "abcdef" 1 3}} {{eq 1 1}} {{and true .Empty}} {{or .Empty "x"}} {{not false}}
{{range $c := .Chan}}{{$c}};{{end}} {{range 3}}{{.}}{{end}} {{call .Func 4}}
`

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	data := map[string]any{
		"Items": []*item{{"tea", 2.5, []string{"hot", "wet"}}, {"cake", 10, nil}},
		"Map":   map[string]int{"k": 7},
		"Empty": "",
		"Chan":  c,
		"Func":  func(n int) int { return n * n },
	}
	t := template.Must(template.New("t").Funcs(template.FuncMap{"join": strings.Join}).Parse(text))
	fmt.Println(t.Execute(os.Stdout, data))
	_, err := template.New("bad").Parse("{{if}}")
	fmt.Println(err)
	fmt.Println(template.Must(template.New("n").Parse("{{.Missing.Field}}")).Execute(os.Stdout, item{}))
	h := html.Must(html.New("h").Parse("<p title='{{.}}'>{{.}}</p><script>var x = {{.}};</script><a href=\"/?q={{.}}\">\n"))
	fmt.Println(h.Execute(os.Stdout, `<&"'>`))
}
