// Tables of all kinds of wrong and right text, read and written in all ways.
package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

func main() {
	pieces := []string{"a", "b", ",", ",", "\"", "\"", "\n", "\r\n", "\r", " ", "\t", "é", "#", ";", "\"\"", "x y", "\u2028", "\xff", "\\."}
	for i := 0; i < 250; i++ {
		var b strings.Builder
		for range rnd(12) {
			b.WriteString(pieces[rnd(len(pieces))])
		}
		s := b.String()
		r := csv.NewReader(strings.NewReader(s))
		m := i % 16
		r.LazyQuotes = m&1 != 0
		r.TrimLeadingSpace = m&2 != 0
		if m&4 != 0 {
			r.Comment = '#'
		}
		if m&8 != 0 {
			r.FieldsPerRecord = -1
		}
		if i%7 == 0 {
			r.Comma = ';'
		}
		if i%11 == 0 {
			r.Comma = 'é'
		}
		if i%13 == 0 {
			r.Comma = '\t'
		}
		r.ReuseRecord = i%3 == 0
		fmt.Printf("%d %q", i, s)
		for k := 0; k < 8; k++ {
			rec, err := r.Read()
			fmt.Printf(" | %q %v %d", rec, err, r.InputOffset())
			for j := range rec {
				l, c := r.FieldPos(j)
				fmt.Print(" ", l, ":", c)
			}
			if err == io.EOF {
				break
			}
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				fmt.Print(pe.StartLine, pe.Line, pe.Column)
			}
		}
		fmt.Println()
		r = csv.NewReader(strings.NewReader(s))
		all, err := r.ReadAll()
		fmt.Printf("%q %v\n", all, err)
		w := csv.NewWriter(os.Stdout)
		w.UseCRLF = m&1 != 0
		if i%7 == 0 {
			w.Comma = ';'
		}
		fmt.Println(w.Write(strings.Split(s, ";")), w.WriteAll(all))
		w.Flush()
		fmt.Println(w.Error())
	}
	for _, c := range []rune{'"', '\n', '\r', 0, 0xfffd, -1, '#'} {
		r := csv.NewReader(strings.NewReader("a"))
		r.Comma = c
		r.Comment = '#'
		fmt.Println(r.Read())
		w := csv.NewWriter(os.Stdout)
		w.Comma = c
		fmt.Println(w.Write([]string{"a"}))
	}
	report()
}

// report is a table of sums.
func report() {
	in := "name,qty,price\napple,3,0.5\n\"pear, green\",2,1.25\n# no comment\napple,1,0.75\n"
	r := csv.NewReader(strings.NewReader(in))
	r.FieldsPerRecord = -1
	r.TrailingComma = true
	head, err := r.Read()
	fmt.Println(head, err)
	sums := map[string]float64{}
	var order []string
	for {
		rec, err := r.Read()
		if err == io.EOF {
			break
		}
		if len(rec) != len(head) {
			fmt.Println("skipped", rec, err)
			continue
		}
		var qty, price float64
		fmt.Sscan(rec[1], &qty)
		fmt.Sscan(rec[2], &price)
		if _, ok := sums[rec[0]]; !ok {
			order = append(order, rec[0])
		}
		sums[rec[0]] += qty * price
	}
	w := csv.NewWriter(os.Stdout)
	for _, name := range order {
		w.Write([]string{name, fmt.Sprintf("%.2f", sums[name])})
	}
	w.Flush()
	e := &csv.ParseError{StartLine: 1, Line: 2, Column: 3, Err: csv.ErrTrailingComma}
	fmt.Println(e.Error(), e.Unwrap() == csv.ErrTrailingComma, errors.Is(e, csv.ErrQuote), csv.ErrBareQuote, csv.ErrFieldCount)
	var reader *csv.Reader = r
	var writer *csv.Writer = w
	fmt.Println(reader.InputOffset(), writer.Error())
	defer func() { fmt.Println(recover()) }()
	r.FieldPos(99)
}
