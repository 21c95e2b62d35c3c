package main

type c complex64

type f float32

type b bool

func main() {
	for _, v := range []any{1i, c(1 - 2i), f(1.5), int8(-3), uintptr(7), 'x', b(true), uint64(1 << 63)} {
		defer func() { panic(v) }()
	}
	panic(1e100)
}
