// The packages that read Go.
package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"math/big"
	"net/url"
	"text/scanner"
	"strings"
)

const program = `package a
import "strings"
type T[P any] struct{ x P }
func (t T[P]) Get() P { return t.x }
func F(n int) string { var s string = n; return s+undefined }
`

func main() {
	text, err := format.Source([]byte("package  a\nfunc f( ){ x:=map[string]int{\"a\":1,\n\"bb\":2} }"))
	fmt.Println(string(text), err)
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "a.go", program, parser.ParseComments)
	fmt.Println(err)
	ast.Inspect(f, func(n ast.Node) bool {
		if d, ok := n.(*ast.FuncDecl); ok {
			fmt.Println(fset.Position(d.Pos()), d.Name)
		}
		return true
	})
	conf := types.Config{Error: func(err error) { fmt.Println(err) }}
	pkg, _ := conf.Check("a", fset, []*ast.File{f}, nil)
	for _, name := range pkg.Scope().Names() {
		fmt.Println(pkg.Scope().Lookup(name))
	}

	x := new(big.Int).Exp(big.NewInt(3), big.NewInt(500), nil)
	y, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	fmt.Println(x, new(big.Int).Mod(x, y), new(big.Int).ModInverse(big.NewInt(7), y), y.ProbablyPrime(10))
	fmt.Println(new(big.Float).SetPrec(300).Sqrt(big.NewFloat(2)).Text('g', 60))
	fmt.Println(new(big.Rat).Add(big.NewRat(1, 3), big.NewRat(1, 6)))

	u, err := url.Parse("https://a:b@go.dev:80/x%20y/z?q=1&q=2&r=%C3%A9#frag")
	fmt.Println(u, u.Path, u.Query(), u.Fragment, err)
	var s scanner.Scanner
	s.Init(strings.NewReader("if x >= 3.14 { print(`raw`) } // note"))
	for t := s.Scan(); t != scanner.EOF; t = s.Scan() {
		fmt.Print(s.Position, " ", s.TokenText(), "; ")
	}
	fmt.Println()
}
