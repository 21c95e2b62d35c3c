// Package text/tabwriter: texts × settings × flags.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"
)

type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left--; f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, "panics:", recover()) }()
	f()
}

var texts = []string{
	"", "a", "\n", "a\tb\n", "a\tb\tc\naa\tbb\tcc\naaa\t\nbbb\tx\n",
	"name\tqty\tprice\napple\t1\t2.50\nwatermelon\t10\t13.75\n\nnext\tsection\n",
	"\t\ta\n\tb\tc\n\t\t\td\n", "a\vb\vc\n\v\vd\n", "\v\v\n\v\vx\n", "日本\tx\nü\ty\n",
	"one\t\xff\t\xff\ttwo\nlonger\tcell\tx\n", "\xffopen\tx", "<b>bold</b>\tx\n&lt;\ty\n&amp;&gt;\tz\n", "<a\tb>\tc\nlong cell\td\n", "&open\tx\ny\tz",
	"a\tb\fc\td\nlong\tx\f\f", "a\tb\nplain\nlonger\tb\n", "last\tcell", "x\ty\nlast\t", "trailing\t\nx\t\n", "\xffa\xff\tb\nccccc\td\n", "a\r\tb\r\n",
	"1\t2\t3\n\t5\n11\t\t33\n", "long cell here\ta\nb\n", "a\x00\tb\n", "\xff\xff\tb\nc\td\n",
}

func main() {
	for _, text := range texts {
		fmt.Printf("%q\n", text)
		for _, s := range []struct {
			min, tab, pad int
			char          byte
		}{{0, 8, 1, ' '}, {8, 8, 1, '\t'}, {5, 0, 3, '.'}, {0, 4, 0, '\t'}, {0, 0, 0, '\t'}} {
			for flags := uint(0); flags < 64; flags++ {
				var out bytes.Buffer
				w := tabwriter.NewWriter(&out, s.min, s.tab, s.pad, s.char, flags)
				n, err := w.Write([]byte(text))
				err2 := w.Flush()
				switch {
				case n != len(text) || err != nil || err2 != nil:
					fmt.Println(n, err, err2)
				case flags&(flags-1) == 0 || flags == 63 || flags == 36 || flags == 10:
					fmt.Printf(" %d %q\n", flags, out.String())
				default:
					// Other combinations are summed up.
					sum := uint32(2166136261)
					for _, c := range out.Bytes() {
						sum = (sum ^ uint32(c)) * 16777619
					}
					fmt.Print(" ", sum)
				}
			}
		}
		// In pieces.
		var whole, parts bytes.Buffer
		w := tabwriter.NewWriter(&whole, 2, 8, 1, ' ', tabwriter.Debug|tabwriter.StripEscape)
		w.Write([]byte(text))
		w.Flush()
		w.Init(&parts, 2, 8, 1, ' ', tabwriter.Debug|tabwriter.StripEscape)
		for i := range len(text) {
			w.Write([]byte{text[i]})
		}
		w.Flush()
		fmt.Println(w.Flush(), parts.String() == whole.String())
	}
	for left := 0; left < 20; left++ {
		w := tabwriter.NewWriter(&failing{left}, 0, 8, 1, ' ', 0)
		_, err := w.Write([]byte("a\tb\nplain\nc\td\n"))
		fmt.Println(err, w.Flush())
		w = tabwriter.NewWriter(&failing{left}, 0, 8, 0, ' ', tabwriter.Debug)
		_, err = w.Write([]byte("a\tbb\nplain\ncccccccccccccccccccc\td\nx\ty\f"))
		fmt.Println(err, w.Flush())
	}
	try("minwidth", func() { tabwriter.NewWriter(os.Stdout, -1, 0, 0, ' ', 0) })
	try("padding", func() { new(tabwriter.Writer).Init(os.Stdout, 0, 0, -1, ' ', 0) })
	fmt.Println(tabwriter.FilterHTML, tabwriter.StripEscape, tabwriter.AlignRight, tabwriter.DiscardEmptyColumns, tabwriter.TabIndent, tabwriter.Debug, tabwriter.Escape)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc\t")
	fmt.Fprintln(w, "aaa\tbbbb\tc\t")
	fmt.Fprintf(w, "%d\t%s\t%v\t\n", 1, "two", 3.5)
	w.Flush()
}
