// Documents made by chance, most of them nearly right, into a struct and back, and their tokens.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

type In struct {
	X int
	Y []string
	Z *In
}
type T struct {
	A int
	B string `json:"b,omitempty"`
	C []int
	D map[string]float64
	E *In
	F any
	G bool `json:",omitempty"`
	H [2]uint8
	I float32
	J []In            `json:"jj"`
	K json.RawMessage `json:",omitempty"`
	L int64           `json:",string"`
	M map[int]In
	In
	N json.Number `json:",omitempty"`
	O []byte
	P [][]any
	Q **string
}

func value(depth int) string {
	k := rnd(14)
	if depth <= 0 {
		k = rnd(9)
	}
	switch k {
	case 0:
		return "null"
	case 1:
		return "true"
	case 2:
		return "false"
	case 3:
		return fmt.Sprint(rnd(1000) - 500)
	case 4:
		return fmt.Sprintf("%d.%d", rnd(100), rnd(1000))
	case 5:
		return fmt.Sprintf("%de%d", rnd(10), rnd(40)-20)
	case 6:
		return `"` + []string{"", "a", "abc", "\\n", "é", "\\u00e9", "\\ud83d\\ude00", "YQ==", "12", "<b>", "x\\\"y", "\xff", "\\/", "true"}[rnd(14)] + `"`
	case 7:
		return fmt.Sprint(rnd(300))
	case 8:
		return `"` + fmt.Sprint(rnd(100)) + `"`
	case 9, 10, 11:
		var b strings.Builder
		b.WriteByte('[')
		for i := range rnd(5) {
			if i > 0 {
				b.WriteString(ws() + ",")
			}
			b.WriteString(ws() + value(depth-1))
		}
		b.WriteString(ws() + "]")
		return b.String()
	}
	return object(depth)
}
func ws() string { return []string{"", "", "", " ", "\n", "\t "}[rnd(6)] }

var names = []string{"A", "a", "b", "B", "C", "c", "D", "E", "F", "G", "H", "I", "jj", "JJ", "K", "L", "M", "X", "Y", "Z", "N", "O", "P", "Q", "zz", "1", "2", "x", "\\u0041"}

func object(depth int) string {
	var b strings.Builder
	b.WriteByte('{')
	for i := range rnd(7) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(ws() + `"` + names[rnd(len(names))] + `"` + ws() + ":" + ws() + value(depth-1))
	}
	b.WriteString("}")
	return b.String()
}
func typed(k int) string {
	switch k {
	case 0:
		return fmt.Sprint(rnd(400) - 100)
	case 1:
		return `"` + []string{"a", "b c", "\\t"}[rnd(3)] + `"`
	case 2:
		return fmt.Sprintf("[%d,%d]", rnd(300), rnd(9))
	case 3:
		return fmt.Sprintf(`{"k%d":%d.5,"z":%de3}`, rnd(3), rnd(9), rnd(9))
	case 4:
		return fmt.Sprintf(`{"X":%d,"Y":["q","r"],"Z":{"X":%d}}`, rnd(9), rnd(9))
	case 5:
		return "[" + typed(4) + "," + typed(4) + "]"
	case 6:
		return fmt.Sprintf(`{"%d":%s}`, rnd(50), typed(4))
	case 7:
		return fmt.Sprintf(`"%d"`, rnd(99))
	}
	return value(2)
}
func main() {
	for i := 0; i < 200; i++ {
		var doc string
		switch rnd(4) {
		case 0:
			doc = value(4)
		case 1:
			doc = object(4)
		default:
			var b strings.Builder
			b.WriteByte('{')
			for i := range 1 + rnd(6) {
				if i > 0 {
					b.WriteByte(',')
				}
				n := rnd(10)
				pick := map[int][]string{0: {"A", "H", "X"}, 1: {"b", "B", "Q"}, 2: {"C", "H"}, 3: {"D"}, 4: {"E", "Z"}, 5: {"jj"}, 6: {"M"}, 7: {"L", "N"}}[n]
				name := names[rnd(len(names))]
				if pick != nil {
					name = pick[rnd(len(pick))]
				}
				fmt.Fprintf(&b, "%q:%s", name, typed(n))
			}
			b.WriteByte('}')
			doc = b.String()
		}
		if rnd(4) == 0 && len(doc) > 0 {
			at := rnd(len(doc))
			switch rnd(3) {
			case 0:
				doc = doc[:at]
			case 1:
				doc = doc[:at] + string("{}[],:\"\\0a-.e \n"[rnd(15)]) + doc[at:]
			case 2:
				doc = doc[:at] + doc[at+1:]
			}
		}
		fmt.Printf("%d %q\n", i, doc)
		var t T
		var a any
		if i%3 == 0 {
			t.C = []int{1, 2, 3, 4}
			t.E = &In{X: 9, Y: []string{"old"}}
			t.D = map[string]float64{"old": 1}
			t.F = &In{X: 5}
		}
		err := json.Unmarshal([]byte(doc), &t)
		var te *json.UnmarshalTypeError
		var se *json.SyntaxError
		switch {
		case errors.As(err, &te):
			fmt.Print(te.Value, te.Offset, te.Type, te.Struct, te.Field, " ")
		case errors.As(err, &se):
			fmt.Print(se.Offset, " ")
		}
		fmt.Println(strings.ToValidUTF8(fmt.Sprint(err), "?"))
		b, err := json.Marshal(t)
		fmt.Println(strings.ToValidUTF8(string(b), "?"), err)
		fmt.Println(json.Unmarshal([]byte(doc), &a))
		c, err := json.Marshal(a)
		fmt.Println(strings.ToValidUTF8(string(c), "?"), err)
		b, err = json.MarshalIndent(a, "", " ")
		fmt.Println(len(b), err)
		var ind, com bytes.Buffer
		fmt.Println(json.Indent(&ind, []byte(doc), ">", "--"), strings.ToValidUTF8(ind.String(), "?"))
		fmt.Println(json.Compact(&com, []byte(doc)), strings.ToValidUTF8(com.String(), "?"))
		dec := json.NewDecoder(strings.NewReader(doc + " " + doc))
		if i%2 == 0 {
			dec.UseNumber()
		}
		if i%5 == 0 {
			dec.DisallowUnknownFields()
		}
		for range 3 {
			var u T
			err := dec.Decode(&u)
			fmt.Print(err, dec.InputOffset(), " ")
			if err == io.EOF {
				break
			}
		}
		fmt.Println()
		dec = json.NewDecoder(strings.NewReader(doc))
		for range 40 {
			tok, err := dec.Token()
			fmt.Print(tok, " ")
			if err != nil {
				fmt.Print(err == io.EOF)
				break
			}
		}
		fmt.Println()
	}
}
