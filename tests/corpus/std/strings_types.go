// Builder, Reader and Replacer.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type long struct{}

func (long) Write(p []byte) (int, error)         { return len(p) + 1, nil }
func (l long) WriteString(s string) (int, error) { return len(s) + 1, nil }

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 1, errors.New("failed") }

func builder() {
	var b strings.Builder
	fmt.Println(b.Len(), b.Cap(), b.String() == "")
	n, err := b.Write([]byte("bytes "))
	fmt.Println(n, err)
	fmt.Println(b.WriteByte('!'))
	for _, r := range []rune{'a', 'é', '日', '😀', -1, 0xD800, 0x110000} {
		n, err = b.WriteRune(r)
		fmt.Print(n, err, " ")
	}
	n, err = b.WriteString(" string")
	fmt.Println(n, err)
	fmt.Printf("%q %d\n", b.String(), b.Len())
	s := b.String()
	b.Grow(100)
	fmt.Println(b.Cap()-b.Len() >= 100, b.String() == s)
	b.WriteString(strings.Repeat("x", 90))
	fmt.Println(s == b.String()[:len(s)], b.Len())
	b.Reset()
	fmt.Println(b.Len(), b.Cap(), s)
	b.WriteString("again")
	fmt.Println(b.String())
	try("copy", func() {
		c := b
		c.WriteString("x")
	})
	try("copy", func() {
		c := b
		c.Grow(1)
	})
	var zero strings.Builder
	copyOfZero := zero
	copyOfZero.WriteByte('x')
	fmt.Println(copyOfZero.String())
	try("grow", func() { b.Grow(-1) })
	for i := 0; i < 1000; i++ {
		fmt.Fprintf(&b, "%d,", i)
	}
	fmt.Println(b.Len(), b.Cap() < 16384)
}

func reader() {
	r := strings.NewReader("héllo\xffz")
	fmt.Println(r.Len(), r.Size())
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	for {
		c, size, err := r.ReadRune()
		if err != nil {
			fmt.Println(c, size, err)
			break
		}
		fmt.Printf("%q %d, ", c, size)
		if c == 'é' {
			fmt.Print(r.UnreadRune(), " ", r.UnreadRune(), ", ")
			r.ReadRune()
		}
	}
	for _, s := range []struct {
		offset int64
		whence int
	}{{1, io.SeekStart}, {2, io.SeekCurrent}, {-2, io.SeekEnd}, {-1, io.SeekStart}, {0, 9}, {100, io.SeekStart}} {
		at, err := r.Seek(s.offset, s.whence)
		fmt.Print(at, " ", err, " ", r.Len(), "; ")
	}
	fmt.Println()
	p := make([]byte, 4)
	n, err := r.Read(p)
	fmt.Println(n, err)
	for _, off := range []int64{0, 3, 6, 8, 100, -1} {
		n, err = r.ReadAt(p, off)
		fmt.Printf("%d %v %q; ", n, err, p[:n])
	}
	fmt.Println()
	r.Reset("again")
	c, err := r.ReadByte()
	fmt.Println(c, err, r.UnreadByte(), r.UnreadByte())
	var sink strings.Builder
	k, err := r.WriteTo(&sink)
	fmt.Println(k, err, sink.String())
	k, err = r.WriteTo(&sink)
	fmt.Println(k, err)
	_, err = r.ReadByte()
	fmt.Println(err)
	r.Reset("failing")
	k, err = r.WriteTo(short{})
	fmt.Println(k, err, r.Len())
	k, err = r.WriteTo(failing{})
	fmt.Println(k, err, r.Len())
	try("writer", func() { r.WriteTo(long{}) })
	var zero strings.Reader
	n, err = zero.Read(p)
	fmt.Println(n, err, zero.Len(), zero.Size())
}

func replacer() {
	inputs := []string{"", "a", "aaa", "abcabc", "hello world", "<a href=\"x\">&</a>", "日本語", "\xff\xfea", "aXbXc", "banana", "1 2 3"}
	for _, pairs := range [][]string{
		nil, {"a", "1"}, {"a", "1", "b", "2"}, {"a", "1", "aa", "2", "aaa", "3"}, {"aaa", "3", "aa", "2", "a", "1"}, {"", "X"}, {"", "X", "a", "b"}, {"a", "b", "", "X"},
		{"a", "", "b", ""}, {"<", "&lt;", ">", "&gt;", "&", "&amp;", "\"", "&#34;"}, {"hello", "HI", "world", "EARTH"}, {"abc", "x", "bca", "y"}, {"a", "b", "b", "a"}, {"a", "1", "a", "2"},
		{"日", "day", "本", "book"}, {"\xff", "?"}, {"na", "NA", "an", "AN", "banana", "!"}, {"X", ""}, {"ab", "", "bc", ""}, {"a", "aa", "aa", "a"},
	} {
		r := strings.NewReplacer(pairs...)
		fmt.Printf("%q:", pairs)
		for _, s := range inputs {
			var b strings.Builder
			n, err := r.WriteString(&b, s)
			got := r.Replace(s)
			fmt.Printf(" %q", got)
			if b.String() != got || n != len(got) || err != nil {
				fmt.Print(n, err, b.String())
			}
		}
		fmt.Println()
	}
	n, err := strings.NewReplacer("a", "b").WriteString(failing{}, "xxaxx")
	fmt.Println(n, err)
	try("odd", func() { strings.NewReplacer("a") })
	// A replacer may be shared.
	var r *strings.Replacer = strings.NewReplacer("a", "b")
	done := make(chan string)
	for i := 0; i < 4; i++ {
		go func() { done <- r.Replace("banana") }()
	}
	for i := 0; i < 4; i++ {
		fmt.Print(<-done, " ")
	}
	fmt.Println()
}

func main() {
	builder()
	reader()
	replacer()
}
