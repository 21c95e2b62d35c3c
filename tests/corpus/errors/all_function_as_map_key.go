package main

func f[P any](_ P) {}

func named(x map[func(int)]bool) {
	x[f] = true
	_ = x[f]
}

func parameter[P map[func(int)]bool](x P) {
	x[f] = true
}

func generic(x map[string]bool) {
	x[f] = true
}

func main() {}
