package main

func a[P any]() { a[[]P]() }
func f[P any]() { g[*P]() }
func g[Q any]() { h[Q]() }
func h[R any]() { f[R](); a[R]() }

func main() {}
