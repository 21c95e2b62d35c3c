// Package flag: parsing, errors, usage texts, values of all kinds.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }
func (l *list) Get() any           { return []string(*l) }

type picky struct{ ok *bool }

func (p picky) String() string   { return fmt.Sprint(*p.ok) }
func (p picky) Set(string) error { return errors.New("never good enough") }

type switchValue struct{ n int }

func (s *switchValue) String() string { return fmt.Sprint(s.n) }
func (s *switchValue) Set(v string) error {
	if v != "true" {
		return errors.New("only true")
	}
	s.n++
	return nil
}
func (s *switchValue) IsBoolFlag() bool { return true }

type point struct{ x, y int }

func (p point) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%d/%d", p.x, p.y), nil }
func (p *point) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d/%d", &p.x, &p.y)
	return err
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s panics: %v\n", what, r)
		}
	}()
	f()
}

func define(name string) (*flag.FlagSet, *strings.Builder) {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	var out strings.Builder
	fs.SetOutput(&out)
	return fs, &out
}

func full() (*flag.FlagSet, *strings.Builder, []any) {
	fs, out := define("test")
	var l list
	var sw switchValue
	p := point{3, 4}
	bf := 0
	vars := []any{
		fs.Bool("b", false, "a bool"), fs.Bool("yes", true, "a bool that is true"), fs.Int("i", 5, "an `int` with a name"), fs.Int64("i64", 0, "an int64"), fs.Uint("u", 7, ""), fs.Uint64("u64", 0, "a uint64"),
		fs.String("s", "", "a string"), fs.String("str", "def\"ault", "a string\nover two lines"), fs.Float64("f", 2.5, "a float"), fs.Duration("d", 0, "a duration"), fs.Duration("dur", 90*time.Second, "a `span of` time"),
		&l, &sw, &p, &bf,
	}
	fs.Var(&l, "list", "a list")
	fs.Var(&sw, "sw", "a switch")
	fs.TextVar(&p, "text", point{1, 2}, "a text")
	fs.Func("func", "a function", func(s string) error {
		if s == "bad" {
			return errors.New("bad value")
		}
		bf += len(s)
		return nil
	})
	fs.BoolFunc("bfunc", "a bool function", func(s string) error {
		if s == "false" {
			return errors.New("not false")
		}
		bf += 100
		return nil
	})
	return fs, out, vars
}

func show(vars []any) string {
	var b strings.Builder
	for _, v := range vars {
		switch v := v.(type) {
		case *bool:
			fmt.Fprint(&b, *v)
		case *int:
			fmt.Fprint(&b, *v)
		case *int64:
			fmt.Fprint(&b, *v)
		case *uint:
			fmt.Fprint(&b, *v)
		case *uint64:
			fmt.Fprint(&b, *v)
		case *string:
			fmt.Fprintf(&b, "%q", *v)
		case *float64:
			fmt.Fprint(&b, *v)
		case *time.Duration:
			fmt.Fprint(&b, *v)
		default:
			fmt.Fprint(&b, v)
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func main() {
	for _, line := range []string{
		"", "a b", "-b", "--b", "-b=false a", "-b=maybe", "-b maybe", "-i 3", "-i=3", "-i=0x1F --i64=-9", "-i", "-i x", "-i 99999999999999999999", "-u -1", "-u=7 -u64 18446744073709551615", "-u64 18446744073709551616",
		"-s= x", "-s hello -str=a=b", "-s", "-f 1e3", "-f x", "-f 1e999", "-d 1h30m", "-d 5", "-d=1x", "-list a -list b,c -list=", "-sw -sw -sw", "-sw=false", "-text 8/9", "-text x", "-func abc -func de", "-func bad", "-func", "-bfunc -bfunc=x", "-bfunc=false",
		"-nope", "--nope=1", "-", "- x", "--", "-- -b", "-b -- -i 3", "-b x -i 3", "---b", "-=x", "--=x", "-h", "-help", "-help=1", "-b=", "-i= 5", "-yes=0 -b=T", "-dur 10ms rest of line",
	} {
		fs, out, vars := full()
		var args []string
		if line != "" {
			args = strings.Split(line, " ")
		}
		err := fs.Parse(args)
		first, rest, _ := strings.Cut(out.String(), "\n")
		fmt.Printf("%q: %v help=%v %q %v | %s| %d %d %v %q %q %q\n", line, err, err == flag.ErrHelp, first, len(rest) > 0, show(vars), fs.NFlag(), fs.NArg(), fs.Parsed(), fs.Args(), fs.Arg(0), fs.Arg(5)+fs.Arg(-1))
	}
	fs, out, _ := full()
	fs.PrintDefaults()
	fmt.Print(out.String())
	out.Reset()
	fs.Usage()
	var handling flag.ErrorHandling = fs.ErrorHandling()
	fmt.Println(out.Len(), fs.Name(), handling, fs.Output() == out)
	fs.VisitAll(func(f *flag.Flag) {
		name, usage := flag.UnquoteUsage(f)
		g, isGetter := f.Value.(flag.Getter)
		fmt.Printf("%s %q %q %q %q", f.Name, f.DefValue, f.Value.String(), name, usage)
		if isGetter {
			fmt.Printf(" %T %v", g.Get(), len(fmt.Sprint(g.Get())) > 0)
		}
		fmt.Println()
	})
	fmt.Println(fs.Set("i", "9"), fs.Set("i", "x"), fs.Set("nope", "1"), fs.Lookup("i").Value, fs.Lookup("nope") == nil, fs.NFlag(), fs.Parsed())
	fs.Visit(func(f *flag.Flag) { fmt.Println(f.Name, f.Value, f.Usage) })

	// The usage of a set without name, with odd flags.
	bare, out := define("")
	bare.Bool("x", false, "one letter")
	bare.Bool("xy", false, "two letters")
	bare.String("e", "", "")
	bare.Int("`q", 0, "only one ` quote")
	bare.Func("g", "`` empty name", nil)
	yes := true
	bare.Var(picky{&yes}, "picky", "a value whose zero has no text")
	fmt.Println(bare.Parse([]string{"-h"}))
	fmt.Print(out.String())
	out.Reset()
	bare.Usage = func() { fmt.Println("own usage") }
	fmt.Println(bare.Parse([]string{"-picky", "x"}))
	bare.Usage = nil
	bare.Parse([]string{"-wrong"})
	fmt.Println(len(out.String()) > 100)
	out.Reset()

	try("redefined", func() { bare.Int("x", 0, "") })
	try("redefined", func() { fs.Int("i", 0, "") })
	try("minus", func() { bare.Int("-m", 0, "") })
	try("equals", func() { bare.Int("a=b", 0, "") })
	fmt.Print(out.String())
	try("text", func() { var p point; bare.TextVar(&p, "t", &p, ""); fmt.Println(bare.Lookup("t").Value) })
	try("text", func() { bare.TextVar(&point{}, "t2", time.Time{}, "") })
	bare.Init("renamed", flag.PanicOnError)
	try("panic on error", func() { bare.Parse([]string{"-wrong"}) })
	fmt.Println(bare.Name(), bare.ErrorHandling() == flag.PanicOnError)

	var (
		b  bool
		i  int
		i6 int64
		u  uint
		u6 uint64
		s  string
		f  float64
		d  time.Duration
	)
	vs, _ := define("vars")
	vs.BoolVar(&b, "b", true, "")
	vs.IntVar(&i, "i", 1, "")
	vs.Int64Var(&i6, "i6", 2, "")
	vs.UintVar(&u, "u", 3, "")
	vs.Uint64Var(&u6, "u6", 4, "")
	vs.StringVar(&s, "s", "five", "")
	vs.Float64Var(&f, "f", 6, "")
	vs.DurationVar(&d, "d", 7, "")
	fmt.Println(b, i, i6, u, u6, s, f, d)
	fmt.Println(vs.Parse([]string{"-b=0", "-i", "-1", "-u6", "44", "-d", "2m"}), b, i, i6, u, u6, s, f, d)
	var zero flag.FlagSet
	fmt.Println(zero.Name() == "", zero.NFlag(), zero.Parse([]string{"x"}), zero.Args(), zero.Output() == os.Stderr)

	// The command line, which has no flags here.
	flag.CommandLine.SetOutput(os.Stdout)
	var (
		b1  = flag.Bool("b1", false, "")
		i1  = flag.Int("i1", 1, "an int")
		i2  = flag.Int64("i2", 2, "")
		u1  = flag.Uint("u1", 3, "")
		u2  = flag.Uint64("u2", 4, "")
		s1  = flag.String("s1", "s", "")
		f1  = flag.Float64("f1", 5, "")
		d1  = flag.Duration("d1", 6, "")
		l   list
		pnt point
	)
	flag.BoolVar(&b, "bv", false, "")
	flag.IntVar(&i, "iv", 1, "")
	flag.Int64Var(&i6, "i6v", 1, "")
	flag.UintVar(&u, "uv", 1, "")
	flag.Uint64Var(&u6, "u6v", 1, "")
	flag.StringVar(&s, "sv", "", "")
	flag.Float64Var(&f, "fv", 1, "")
	flag.DurationVar(&d, "dv", 1, "")
	flag.Var(&l, "l", "")
	flag.TextVar(&pnt, "p", point{5, 6}, "")
	flag.Func("fn", "", func(string) error { return nil })
	flag.BoolFunc("bfn", "", func(string) error { return nil })
	fmt.Println(flag.Parsed())
	flag.Parse()
	fmt.Println(flag.Parsed(), flag.NArg(), flag.NFlag(), flag.Args(), flag.Arg(0) == "", *b1, *i1, *i2, *u1, *u2, *s1, *f1, *d1, pnt)
	fmt.Println(flag.Set("i1", "11"), *i1, flag.Lookup("i1").DefValue, flag.Lookup("none") == nil)
	flag.Visit(func(f *flag.Flag) { fmt.Println("set", f.Name) })
	n := 0
	flag.VisitAll(func(f *flag.Flag) { n++ })
	fmt.Println(n)
	flag.PrintDefaults()
	var v flag.Value = flag.Lookup("i1").Value
	var g flag.Getter = v.(flag.Getter)
	fmt.Println(v.Set("12"), v.String(), g.Get(), *i1, flag.ContinueOnError, flag.ExitOnError)
	flag.Usage = func() { fmt.Println("usage of the command line") }
	defer fmt.Println("never")
	flag.CommandLine.Parse([]string{"-i1", "x"})
}
